import { Op, UniqueConstraintError } from 'sequelize';
import type { Messenger } from '../../contracts/notification.js';
import type { Clock } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import type { Table } from '../../core/db/table.js';
import { TooManyError } from '../../core/errors.js';
import type { Outbox } from '../../core/events/outbox.js';
import { newId, randomDigits } from '../../core/ids.js';
import { isSameHash } from '../../core/keyring.js';
import { codeRequested } from './events.js';
import type { ChallengeRow, CodeRow, QuotaRow } from './otp.model.js';
import * as rules from './otp.rules.js';

/** What is to be confirmed. `subject` is an account's id, or stands for a number without account: then no code can be right. */
export interface NewChallenge {
  readonly subject: string;
  readonly purpose: rules.Purpose;
  readonly sessionId: string;
  readonly payload?: Readonly<Record<string, string | number>>;
}

/** A challenge as its page shows it. */
export interface OpenChallenge {
  readonly id: string;
  readonly subject: string;
  readonly triesLeft: number;
  /** End of the newest code. */
  readonly expiresAt: Date;
  readonly resendAt: Date;
}

export interface Guess {
  readonly id: string;
  readonly purpose: rules.Purpose;
  readonly sessionId: string;
  readonly code: string;
}

export type Verdict<T> =
  | { readonly kind: 'right'; readonly value: T }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'expired' }
  | { readonly kind: 'spent' };

export type Payload = Readonly<Record<string, string | number>>;

/** One-time codes. */
export interface Otp {
  /** Opens a challenge and queues its first code. TooManyError when the hour or the day is used up. */
  begin(challenge: NewChallenge): Promise<string>;
  /** Another code for the same challenge: not before 60 s; the earlier one stays valid, the tries are shared. */
  resend(challenge: { id: string; sessionId: string }): Promise<void>;
  /** Makes and queues a code that was asked for, once; nothing where there is no account or it came too late. */
  deliver(codeId: string): Promise<void>;
  /** The challenge if it is still open and belongs to this session. */
  open(id: string | undefined, sessionId: string): Promise<OpenChallenge | undefined>;
  /** Takes a try, compares, and runs `act` in the same unit when the code was right: all or nothing. */
  confirm<T>(guess: Guess, act: (subject: string, payload: Payload) => Promise<T>): Promise<Verdict<T>>;
}

export interface OtpParts {
  readonly challenges: Table<ChallengeRow>;
  readonly codes: Table<CodeRow>;
  readonly quotas: Table<QuotaRow>;
  readonly db: Database;
  readonly clock: Clock;
  readonly messenger: Messenger;
  readonly outbox: Outbox;
  /** The registered phone of an account; undefined where there is none. */
  phoneOf(subject: string): Promise<string | undefined>;
  keyedHash(purpose: string, value: string): string;
}

/** Stands for the hash of a code that has not been made yet; equals no hash. */
const UNSENT = '';

const later = (wait: number, what: string): TooManyError =>
  new TooManyError(Math.ceil(wait / 1_000), `${what} Hãy đợi ${rules.waitInWords(wait)} rồi thử lại.`);

/** The very first two requests of an account may meet: the second counts behind the first. */
const counted = (work: () => Promise<void>): Promise<void> =>
  work().catch((error: unknown) => {
    if (error instanceof UniqueConstraintError) return work();
    throw error;
  });

class OtpService implements Otp {
  constructor(private readonly parts: OtpParts) {}

  async begin({ subject, purpose, sessionId, payload }: NewChallenge): Promise<string> {
    const { db, challenges, clock } = this.parts;
    const now = clock.now();
    const id = newId();
    await counted(() =>
      db.uow.run(async () => {
        await this.spend(subject, purpose, now);
        const row = {
          id,
          subject,
          purpose,
          sessionHash: this.session(sessionId),
          tries: 0,
          createdAt: now,
          lastSentAt: now,
        };
        await challenges.insert({ ...row, payload: JSON.stringify(payload ?? {}), closedAt: null });
        await this.request({ id, subject, purpose }, now);
      }),
    );
    return id;
  }

  async resend({ id, sessionId }: { id: string; sessionId: string }): Promise<void> {
    const { db, challenges, clock } = this.parts;
    const now = clock.now();
    const mine = { id, sessionHash: this.session(sessionId), closedAt: null };
    const challenge = await challenges.one(mine);
    if (!challenge) return;
    const free = { ...mine, lastSentAt: { [Op.lte]: new Date(now.getTime() - rules.RESEND_AFTER) } };
    await counted(() =>
      db.uow.run(async () => {
        if ((await challenges.change({ lastSentAt: now }, free)) !== 1)
          throw later(challenge.lastSentAt.getTime() + rules.RESEND_AFTER - now.getTime(), 'Mã vừa được gửi.');
        await this.spend(challenge.subject, challenge.purpose, now);
        await this.request(challenge, now);
      }),
    );
  }

  async open(id: string | undefined, sessionId: string): Promise<OpenChallenge | undefined> {
    if (!id) return undefined;
    const row = await this.parts.challenges.one({ id, sessionHash: this.session(sessionId), closedAt: null });
    if (!row || row.tries >= rules.MAX_TRIES) return undefined;
    const sent = row.lastSentAt.getTime();
    return {
      id,
      subject: row.subject,
      triesLeft: rules.MAX_TRIES - row.tries,
      expiresAt: new Date(sent + rules.CODE_LIFE),
      resendAt: new Date(sent + rules.RESEND_AFTER),
    };
  }

  async confirm<T>(guess: Guess, act: (subject: string, payload: Payload) => Promise<T>): Promise<Verdict<T>> {
    const { challenges, codes, db, clock } = this.parts;
    const { id, purpose } = guess;
    const mine = { id, purpose, sessionHash: this.session(guess.sessionId), closedAt: null };
    return db.uow.run(async (): Promise<Verdict<T>> => {
      const now = clock.now();
      const valid = await codes.many({ challengeId: id, expiresAt: { [Op.gt]: now } });
      if (valid.length === 0 && (await challenges.one({ ...mine, tries: { [Op.lt]: rules.MAX_TRIES } })))
        return { kind: 'expired' };
      // The try is taken before anything is compared: of fifty guesses at once five are looked at.
      if ((await challenges.increase('tries', { ...mine, tries: { [Op.lt]: rules.MAX_TRIES } })) !== 1)
        return { kind: 'spent' };
      const challenge = await challenges.one({ id });
      const hash = this.hash(id, guess.code);
      if (!challenge || !valid.some(({ codeHash }) => isSameHash(codeHash, hash)))
        return { kind: 'wrong', triesLeft: rules.MAX_TRIES - (challenge?.tries ?? rules.MAX_TRIES) };
      await challenges.claim(
        { closedAt: now, payload: '{}' },
        { id, closedAt: null },
        'Mã OTP này đã được dùng. Hãy bắt đầu lại.',
      );
      return { kind: 'right', value: await act(challenge.subject, JSON.parse(challenge.payload) as Payload) };
    });
  }

  async deliver(codeId: string): Promise<void> {
    const { codes, db, clock, messenger, phoneOf } = this.parts;
    await db.uow.run(async () => {
      const row = await codes.one({ id: codeId, codeHash: UNSENT });
      const phone = row && row.expiresAt > clock.now() ? await phoneOf(row.subject) : undefined;
      if (!row || !phone) return;
      const code = randomDigits(rules.CODE_LENGTH);
      const made = await codes.change({ codeHash: this.hash(row.challengeId, code) }, { id: codeId, codeHash: UNSENT });
      if (made !== 1) return;
      await messenger.queue({
        template: 'otp',
        channel: 'sms',
        to: phone,
        key: `otp:${codeId}`,
        expiresAt: row.expiresAt,
        variables: { code, purpose: rules.PURPOSES[row.purpose] },
        subject: { kind: 'account', id: row.subject },
      });
    });
  }

  /** Counts one code against the quotas of account and purpose; waits for whoever is counting at the same time. */
  private async spend(subject: string, purpose: rules.Purpose, now: Date): Promise<void> {
    const { db, quotas } = this.parts;
    const name = `${purpose}:${subject}`;
    if ((await quotas.increase('turn', { name })) !== 1) await quotas.insert({ name, turn: 1 });
    const sent = await db.rows<{ createdAt: Date }>(
      `SELECT created_at AS createdAt FROM auth_otp_code WHERE subject = ? AND purpose = ?
        ORDER BY created_at DESC LIMIT ${rules.LOOK_BACK}`,
      [subject, purpose],
    );
    const end = rules.waitUntil(
      sent.map(({ createdAt }) => createdAt),
      now,
    );
    if (end) throw later(end.getTime() - now.getTime(), 'Bạn đã xin mã OTP quá nhiều lần.');
  }

  /** The row counts at once; what the code is comes with its sending. */
  private async request(of: Pick<ChallengeRow, 'id' | 'subject' | 'purpose'>, now: Date): Promise<void> {
    const { codes, outbox } = this.parts;
    const { id: challengeId, subject, purpose } = of;
    const codeId = newId();
    const expiresAt = new Date(now.getTime() + rules.CODE_LIFE);
    await codes.insert({ id: codeId, challengeId, subject, purpose, codeHash: UNSENT, createdAt: now, expiresAt });
    await outbox.publish(codeRequested, { codeId });
  }

  private hash(challengeId: string, code: string): string {
    return this.parts.keyedHash('auth.otp', `${challengeId}:${code}`);
  }

  private session(id: string): string {
    return this.parts.keyedHash('auth.otp-session', id);
  }
}

export const createOtp = (parts: OtpParts): Otp => new OtpService(parts);
