import type { Messenger } from '../../contracts/notification.js';
import type { FoundNumber, NumberFinder } from '../../contracts/records.js';
import type { Audit } from '../../core/audit/audit.js';
import { dayOf, MINUTE, type Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { InvalidError } from '../../core/errors.js';
import type { Seal } from '../../core/seal.js';
import { fold } from '../../core/text.js';
import type { Puzzles } from '../../core/http/puzzle.js';
import type { Attempts } from './attempt.service.js';
import { isMobile } from './number.rules.js';
import type { NumberInput } from './number.schema.js';

export interface NumberParts {
  readonly finder: NumberFinder;
  readonly puzzles: Puzzles;
  readonly attempts: Attempts;
  readonly messenger: Messenger;
  readonly seal: Seal;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
  keyedHash(purpose: string, value: string): string;
}

/** One person, with a slip that sends the whole number to his phone; no slip where there is no mobile on file. */
export interface NumberAnswer {
  readonly person: FoundNumber;
  readonly slip: string;
}

interface Slip {
  readonly number: string;
  readonly phone: string;
  readonly until: number;
}

/** As long as an answer may lie open before its number is sent. */
const LIFE = 10 * MINUTE;

const LATE = 'Trang này đã quá 10 phút. Hãy tra cứu lại.';

export const createNumberService = (parts: NumberParts) => {
  const { finder, puzzles, attempts, messenger, seal, uow, audit, clock, keyedHash } = parts;

  const slipFor = ({ insuranceNumber: number, phone }: FoundNumber): string =>
    isMobile(phone) ? seal.close('slip', { number, phone, until: clock.now().getTime() + LIFE } satisfies Slip) : '';

  const read = (slip: string): Slip => {
    try {
      const open = seal.open<Slip>('slip', slip);
      if (open.until >= clock.now().getTime()) return open;
    } catch {
      // Changed by hand: told like one that is too old.
    }
    throw new InvalidError(LATE);
  };

  return {
    /**
     * The one person whom all of it fits; none and several are one answer, found in the same steps. TooManyError when
     * the address has used up its tries, InvalidError when the puzzle is not solved.
     */
    ask: async (input: NumberInput, ip: string): Promise<NumberAnswer | undefined> => {
      const { hoTen, ngaySinh, soGiayTo, xa, cauDo: token, loiGiai: proof, ketQua: sum } = input;
      // Guessing sums is a try, too; a proof costs enough by itself.
      if (!proof && sum) await attempts.count(ip, 'sum');
      await puzzles.check({ token, proof, sum });
      if (proof) await attempts.count(ip, 'proof');
      const asked = { fullName: hoTen, birthDate: ngaySinh, paperNumber: soGiayTo, communeCode: xa };
      const found = await finder.find(asked);
      const [person] = found.length === 1 ? found : [];
      const id = keyedHash('lookup.asked', `${fold(hoTen)} ${ngaySinh}`);
      await uow.run(() =>
        audit.record({
          action: 'lookup.number-asked',
          subject: { kind: 'lookup', id },
          person: person?.insuranceNumber ?? '',
          purpose: 'Tra cứu mã số BHXH',
          details: { by: soGiayTo ? 'paper' : 'commune', found: found.length },
        }),
      );
      return person && { person, slip: slipFor(person) };
    },

    /** The whole number to the phone on file; the same person gets one text a day, however often it is asked for. */
    send: (slip: string): Promise<void> => {
      const { number, phone } = read(slip);
      const id = keyedHash('lookup.sent', number);
      return uow.run(async () => {
        await messenger.queue({
          template: 'number-found',
          channel: 'sms',
          to: phone,
          variables: { insuranceNumber: number },
          key: `lookup.number:${number}:${dayOf(clock.now())}`,
        });
        await audit.record({
          action: 'lookup.number-sent',
          subject: { kind: 'lookup', id },
          person: number,
          purpose: 'Gửi mã số BHXH đến số điện thoại đã đăng ký',
        });
      });
    },
  };
};

export type NumberService = ReturnType<typeof createNumberService>;
