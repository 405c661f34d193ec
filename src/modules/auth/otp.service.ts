import { Op, UniqueConstraintError } from 'sequelize';
import type { CodePayload } from '../../contracts/auth.js';
import type { Messenger } from '../../contracts/notification.js';
import type { Clock } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import type { Table } from '../../core/db/table.js';
import { TooManyError } from '../../core/errors.js';
import type { Outbox } from '../../core/events/outbox.js';
import { newId, randomDigits } from '../../core/ids.js';
import { codeRequested } from './events.js';
import { quotaName } from './otp-closing.service.js';
import { otpHashes, type OtpHashes } from './otp-guess.service.js';
import type { ChallengeRow, CodeRow, QuotaRow } from './otp.model.js';
import * as rules from './otp.rules.js';

/** What is to be confirmed. `subject` is an account's id, or stands for a number without account: then no code can be right. */
export interface NewChallenge {
  readonly subject: string;
  readonly purpose: rules.Purpose;
  readonly sessionId: string;
  readonly payload?: CodePayload;
  /** Where the codes go when not to the registered phone. */
  readonly phone?: string;
}

/** A challenge as its page shows it. */
export interface OpenChallenge {
  readonly id: string;
  readonly subject: string;
  /** Where its codes go; null for the registered phone. */
  readonly phone: string | null;
  readonly triesLeft: number;
  /** End of the newest code. */
  readonly expiresAt: Date;
  readonly resendAt: Date;
}

/** One-time codes: asking for them and sending them. What is typed is compared by `otp-guess.service.ts`. */
export interface Otp {
  /** Opens a challenge and queues its first code. TooManyError when the hour or the day is used up. */
  begin(challenge: NewChallenge): Promise<string>;
  /** Another code for the same challenge: not before 60 s; the earlier one stays valid, the tries are shared. */
  resend(challenge: { id: string; sessionId: string }): Promise<void>;
  /** Makes and queues a code that was asked for, once; nothing where there is no account or it came too late. */
  deliver(codeId: string): Promise<void>;
  /** The challenge if it is still open and belongs to this session. */
  open(id: string | undefined, sessionId: string): Promise<OpenChallenge | undefined>;
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
  private readonly hashes: OtpHashes;

  constructor(private readonly parts: OtpParts) {
    this.hashes = otpHashes(parts.keyedHash);
  }

  async begin({ subject, purpose, sessionId, payload, phone }: NewChallenge): Promise<string> {
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
          sessionHash: this.hashes.session(sessionId),
          phone: phone ?? null,
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
    const mine = { id, sessionHash: this.hashes.session(sessionId), closedAt: null };
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
    const row = await this.parts.challenges.one({ id, sessionHash: this.hashes.session(sessionId), closedAt: null });
    if (!row || row.tries >= rules.MAX_TRIES) return undefined;
    const sent = row.lastSentAt.getTime();
    return {
      id,
      subject: row.subject,
      phone: row.phone,
      triesLeft: rules.MAX_TRIES - row.tries,
      expiresAt: new Date(sent + rules.CODE_LIFE),
      resendAt: new Date(sent + rules.RESEND_AFTER),
    };
  }

  async deliver(codeId: string): Promise<void> {
    const { challenges, codes, db, clock, messenger, phoneOf } = this.parts;
    await db.uow.run(async () => {
      const row = await codes.one({ id: codeId, codeHash: UNSENT });
      if (!row || row.expiresAt <= clock.now()) return;
      const challenge = await challenges.one({ id: row.challengeId, closedAt: null });
      const registered = challenge && (await phoneOf(row.subject));
      if (!registered) return;
      const phone = challenge.phone ?? registered;
      const code = randomDigits(rules.CODE_LENGTH);
      const codeHash = this.hashes.code(row.challengeId, phone, code);
      const made = await codes.change({ codeHash }, { id: codeId, codeHash: UNSENT });
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
    const name = quotaName(purpose, subject);
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
}

export const createOtp = (parts: OtpParts): Otp => new OtpService(parts);
