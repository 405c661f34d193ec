import { Op } from 'sequelize';
import type { CodePayload, CodeVerdict } from '../../contracts/auth.js';
import type { Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { isSameHash } from '../../core/keyring.js';
import { closed } from './otp-closing.service.js';
import type { ChallengeRow, CodeRow } from './otp.model.js';
import { MAX_TRIES, type Purpose } from './otp.rules.js';

/** What codes and sessions are stored as. */
export interface OtpHashes {
  /** A code counts only while the phone it was sent to is the one that counts. */
  code(challengeId: string, phone: string, code: string): string;
  session(id: string): string;
}

export const otpHashes = (keyedHash: (purpose: string, value: string) => string): OtpHashes => ({
  code: (challengeId, phone, code) => keyedHash('auth.otp', `${challengeId}:${phone}:${code}`),
  session: (id) => keyedHash('auth.otp-session', id),
});

export interface Guess {
  readonly id: string;
  readonly purpose: Purpose;
  readonly sessionId: string;
  readonly code: string;
}

export interface OtpGuesses {
  /**
   * Takes a try of each and compares. When all are right they are closed and `act` runs in the same unit, with subject
   * and payload of the first: all or nothing. Otherwise nothing changes but the tries.
   */
  confirm<T>(
    guesses: readonly Guess[],
    act: (subject: string, payload: CodePayload) => Promise<T>,
  ): Promise<CodeVerdict<T>>;
}

export interface OtpGuessParts {
  readonly challenges: Table<ChallengeRow>;
  readonly codes: Table<CodeRow>;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  phoneOf(subject: string): Promise<string | undefined>;
  keyedHash(purpose: string, value: string): string;
}

type Look =
  | { readonly kind: 'right'; readonly challenge: ChallengeRow }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'expired' }
  | { readonly kind: 'spent' };

const USED = 'Mã OTP này đã được dùng. Hãy bắt đầu lại.';

class Guesses implements OtpGuesses {
  private readonly hashes: OtpHashes;

  constructor(private readonly parts: OtpGuessParts) {
    this.hashes = otpHashes(parts.keyedHash);
  }

  confirm<T>(
    guesses: readonly Guess[],
    act: (subject: string, payload: CodePayload) => Promise<T>,
  ): Promise<CodeVerdict<T>> {
    const { challenges, clock, uow } = this.parts;
    return uow.run(async (): Promise<CodeVerdict<T>> => {
      const right: ChallengeRow[] = [];
      let fault: Exclude<CodeVerdict<T>, { kind: 'right' }> | undefined;
      for (const [which, guess] of guesses.entries()) {
        const look = await this.look(guess, right[0]?.subject);
        if (look.kind === 'right') right.push(look.challenge);
        else fault ??= { ...look, which };
      }
      const [first] = right;
      if (fault || !first) return fault ?? { kind: 'spent', which: 0 };
      for (const { id } of right) await challenges.claim(closed(clock.now()), { id, closedAt: null }, USED);
      return { kind: 'right', value: await act(first.subject, JSON.parse(first.payload) as CodePayload) };
    });
  }

  /** The try is taken before anything is compared: of fifty guesses at once five are looked at. */
  private async look({ id, purpose, sessionId, code }: Guess, subject: string | undefined): Promise<Look> {
    const { challenges, codes, clock } = this.parts;
    const mine = { id, purpose, sessionHash: this.hashes.session(sessionId), closedAt: null };
    const open = { ...mine, ...(subject !== undefined && { subject }), tries: { [Op.lt]: MAX_TRIES } };
    const valid = await codes.many({ challengeId: id, expiresAt: { [Op.gt]: clock.now() } });
    if (valid.length === 0 && (await challenges.one(open))) return { kind: 'expired' };
    if ((await challenges.increase('tries', open)) !== 1) return { kind: 'spent' };
    const challenge = await challenges.one({ id });
    if (!challenge) return { kind: 'spent' };
    const phone = challenge.phone ?? (await this.parts.phoneOf(challenge.subject)) ?? '';
    const hash = this.hashes.code(id, phone, code);
    return valid.some(({ codeHash }) => isSameHash(codeHash, hash))
      ? { kind: 'right', challenge }
      : { kind: 'wrong', triesLeft: MAX_TRIES - challenge.tries };
  }
}

export const createOtpGuesses = (parts: OtpGuessParts): OtpGuesses => new Guesses(parts);
