import { attemptCounter } from '../../core/attempts.js';
import { MINUTE, type Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { Table } from '../../core/db/table.js';
import { TooManyError } from '../../core/errors.js';
import type { AttemptRow } from './attempt.model.js';
import { countedAddress, type Network } from '../../core/address.js';
import { waitInWords } from './otp.rules.js';

const LIMIT = 5;
const WINDOW = 15 * MINUTE;

/** Counts password tries per account and address, so that no stranger can lock an account from elsewhere. */
export interface Attempts {
  /**
   * Takes one of the five tries before the password is looked at: however many come at once, five are counted.
   * Returns the bucket, to be cleared when the password was right. TooManyError while the wait lasts.
   */
  take(kind: string, account: string, ip: string): Promise<string>;
  /** The password was right: counting begins anew. Joins the unit of work. */
  clear(bucket: string): Promise<void>;
  bucketOf(kind: string, account: string, ip: string): string;
}

export interface AttemptParts {
  readonly table: Table<AttemptRow>;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly networks: readonly Network[];
  keyedHash(purpose: string, value: string): string;
}

const refusal = (wait: number): TooManyError =>
  new TooManyError(
    Math.ceil(wait / 1_000),
    `Bạn đã thử ${LIMIT} lần. Hãy đợi ${waitInWords(wait)} rồi thử lại, hoặc gọi tổng đài.`,
  );

export const createAttempts = ({ table, uow, clock, networks, keyedHash }: AttemptParts): Attempts => {
  const count = attemptCounter({ table, uow, clock, limit: LIMIT, window: WINDOW, refusal });
  const bucketOf: Attempts['bucketOf'] = (kind, account, ip) =>
    keyedHash('auth.attempt', `${kind}:${account}@${countedAddress(ip, networks)}`);
  return {
    bucketOf,
    take: async (kind, account, ip) => {
      const bucket = bucketOf(kind, account, ip);
      await count(bucket);
      return bucket;
    },
    clear: async (bucket) => void (await table.remove({ bucket })),
  };
};
