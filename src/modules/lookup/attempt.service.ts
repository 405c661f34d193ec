import { Op } from 'sequelize';
import { countedAddress, type Network } from '../../core/address.js';
import { attemptCounter, type AttemptRow } from '../../core/attempts.js';
import { MINUTE, type Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { TooManyError } from '../../core/errors.js';
import { puzzleOnce } from '../../core/http/puzzle.js';

export interface AttemptParts {
  readonly table: Table<AttemptRow>;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly networks: readonly Network[];
  keyedHash(purpose: string, value: string): string;
}

const WINDOW = 15 * MINUTE;

/** Tries in a quarter of an hour: of one address, and of a network in which an office serves people. */
const TRIES = { address: 5, network: 200 } as const;
/** Sums are easy for machines: with them there are fewer. */
const SUMS = { address: 3, network: 60 } as const;

const refusal =
  (limit: number) =>
  (wait: number): TooManyError =>
    new TooManyError(
      Math.ceil(wait / 1_000),
      `Nơi này đã tra cứu ${limit} lần trong 15 phút. Hãy đợi ${Math.ceil(wait / MINUTE)} phút rồi thử lại, hoặc gọi tổng đài.`,
    );

/** Counts the tries of each address, right ones too: a right one must buy no new guesses. */
export const createAttempts = ({ table, uow, clock, networks, keyedHash }: AttemptParts) => {
  const counter = (limit: number) =>
    attemptCounter({ table, uow, clock, limit, window: WINDOW, refusal: refusal(limit) });
  const tries = { address: counter(TRIES.address), network: counter(TRIES.network) };
  const sums = { address: counter(SUMS.address), network: counter(SUMS.network) };
  const bucket = (what: string, value: string): string => keyedHash('lookup.attempt', `${what} ${value}`);

  return {
    /** TooManyError when this address has none left. */
    count: async (ip: string, way: 'proof' | 'sum'): Promise<void> => {
      const name = countedAddress(ip, networks);
      const kind = networks.some((network) => network.name === name) ? 'network' : 'address';
      if (way === 'sum') await sums[kind](bucket('sum', name));
      await tries[kind](bucket('try', name));
    },
    /** InvalidError when this puzzle was answered before. */
    spend: puzzleOnce({ table, uow, clock }, (id) => bucket('puzzle', id)),
    /** Removes what has run out. */
    sweep: (): Promise<number> => uow.run(() => table.remove({ until: { [Op.lt]: clock.now() } })),
  };
};

export type Attempts = ReturnType<typeof createAttempts>;
