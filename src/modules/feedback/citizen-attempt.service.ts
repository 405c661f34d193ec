import { countedHome } from '../../core/address.js';
import { attemptCounter } from '../../core/attempts.js';
import { DAY, HOUR, MINUTE } from '../../core/clock.js';
import { TooManyError } from '../../core/errors.js';
import { puzzleOnce } from '../../core/http/puzzle.js';
import type { ModuleContext } from '../../core/module.js';
import type { Tables } from './tables.js';

const waitOf = (ms: number): string => (ms > HOUR ? `${Math.ceil(ms / HOUR)} giờ` : `${Math.ceil(ms / MINUTE)} phút`);

const refusal =
  (what: string) =>
  (ms: number): TooManyError =>
    new TooManyError(Math.ceil(ms / 1_000), `${what} Hãy đợi ${waitOf(ms)} rồi thử lại, hoặc gọi tổng đài.`);

/** Guesses at codes, and sendings. Rows are keyed hashes: the table tells nobody whose they are. */
export const attemptsOf = ({ uow, clock, keyedHash }: ModuleContext, { attempts: table }: Pick<Tables, 'attempts'>) => {
  const counter = (limit: number, window: number, what: string) =>
    attemptCounter({ table, uow, clock, limit, window, refusal: refusal(what) });
  const bucket = (what: string, value: string): string => keyedHash('feedback.attempt', `${what} ${value}`);
  const looks = counter(60, 15 * MINUTE, 'Nơi này đã tra cứu nhiều lần.');
  const guesses = counter(5, 15 * MINUTE, 'Bạn đã thử 5 lần.');
  const places = counter(20, HOUR, 'Nơi này đã gửi nhiều phản ánh trong một giờ.');
  const senders = counter(10, DAY, 'Bạn đã gửi 10 phản ánh trong một ngày.');

  return {
    /**
     * Takes a guess at the phone behind a code: of this address in all, and of this address at this code, so that
     * nobody elsewhere can shut the sender out. Returns what to clear when it was right.
     */
    guess: async (code: string, ip: string): Promise<string> => {
      const home = countedHome(ip);
      const own = bucket('guess', `${code}@${home}`);
      await looks(bucket('look', home));
      await guesses(own);
      return own;
    },
    clear: (own: string): Promise<unknown> => uow.run(() => table.remove({ bucket: own })),
    /** Counts a sending: of an address by guests, and of a phone. */
    send: async (phone: string, ip: string | undefined): Promise<void> => {
      if (ip !== undefined) await places(bucket('send', countedHome(ip)));
      await senders(bucket('phone', phone));
    },
    spend: puzzleOnce({ table, uow, clock }, (id) => bucket('puzzle', id)),
  };
};

export type CitizenAttempts = ReturnType<typeof attemptsOf>;
