import { Op, UniqueConstraintError } from 'sequelize';
import { MINUTE, type Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { Table } from '../../core/db/table.js';
import { TooManyError } from '../../core/errors.js';
import type { AttemptRow } from './attempt.model.js';
import { countedAddress, type Network } from './address.rules.js';
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
  const count = async (bucket: string): Promise<void> => {
    const now = clock.now();
    const until = new Date(now.getTime() + WINDOW);
    const counting = { bucket, until: { [Op.gt]: now } };
    for (;;) {
      if (await table.increase('failures', { ...counting, failures: { [Op.lt]: LIMIT - 1 } })) return;
      // The last try starts the wait; a right password clears it again.
      if (await table.change({ failures: LIMIT, until }, { ...counting, failures: LIMIT - 1 })) return;
      if (await table.change({ failures: 1, until }, { bucket, until: { [Op.lte]: now } })) return;
      const row = await table.one({ bucket });
      if (!row) return table.insert({ bucket, failures: 1, until });
      if (row.failures >= LIMIT && row.until > now) throw refusal(row.until.getTime() - now.getTime());
      // Somebody else's try was counted between our looks: look again.
    }
  };
  const bucketOf: Attempts['bucketOf'] = (kind, account, ip) =>
    keyedHash('auth.attempt', `${kind}:${account}@${countedAddress(ip, networks)}`);
  return {
    bucketOf,
    take: async (kind, account, ip) => {
      const bucket = bucketOf(kind, account, ip);
      const attempt = (): Promise<void> => uow.run(() => count(bucket));
      await attempt().catch((error: unknown) => {
        // Two first tries at once: the second finds the row of the first.
        if (error instanceof UniqueConstraintError) return attempt();
        throw error;
      });
      return bucket;
    },
    clear: async (bucket) => void (await table.remove({ bucket })),
  };
};
