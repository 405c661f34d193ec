import { Op } from 'sequelize';
import { countedHome } from '../../core/address.js';
import { attemptCounter } from '../../core/attempts.js';
import { MINUTE } from '../../core/clock.js';
import { TooManyError } from '../../core/errors.js';
import type { ModuleContext } from '../../core/module.js';
import type { Tables } from './tables.js';

const LIMIT = 5;
const WINDOW = 15 * MINUTE;

const refusal = (wait: number): TooManyError =>
  new TooManyError(
    Math.ceil(wait / 1_000),
    `Bạn đã thử ${LIMIT} lần. Hãy đợi ${Math.ceil(wait / MINUTE)} phút rồi thử lại, mở liên kết trong thư, hoặc gọi tổng đài.`,
  );

/**
 * Guesses at the code of a dossier, counted per dossier and address: nobody elsewhere can shut its owner out, and his link
 * works all the while.
 */
export const repairAttemptsOf = ({ uow, clock, keyedHash }: ModuleContext, { repairAttempts: table }: Tables) => {
  const count = attemptCounter({ table, uow, clock, limit: LIMIT, window: WINDOW, refusal });
  return {
    /** Takes a guess; returns the bucket, to be cleared when it was right. TooManyError while the wait lasts. */
    take: async (number: string, ip: string): Promise<string> => {
      const bucket = keyedHash('registration.repair-attempt', `${number}@${countedHome(ip)}`);
      await count(bucket);
      return bucket;
    },
    clear: (bucket: string): Promise<unknown> => uow.run(() => table.remove({ bucket })),
    /** Removes counters that have run out. */
    sweep: (): Promise<number> => uow.run(() => table.remove({ until: { [Op.lt]: clock.now() } })),
  };
};
export type RepairAttempts = ReturnType<typeof repairAttemptsOf>;
