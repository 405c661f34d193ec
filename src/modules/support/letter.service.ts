import type { Messenger } from '../../contracts/notification.js';
import type { OfficeContacts } from '../../contracts/organisation.js';
import type { Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { InvalidError } from '../../core/errors.js';
import { randomCode } from '../../core/ids.js';
import type { LetterInput } from './letter.schema.js';

export interface LetterParts {
  readonly messenger: Messenger;
  readonly contacts: OfficeContacts;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  keyedHash(purpose: string, value: string): string;
}

const MARK = /^(HT-[A-Z2-9]{8})-([0-9a-f]{16})$/;

/** Letters from the page of help go out as messages: nothing of them is kept here. */
export const letterService = ({ messenger, contacts, uow, clock, keyedHash }: LetterParts) => {
  const sealOf = (code: string): string => keyedHash('support.letter', code).slice(0, 16);
  return {
    /** Gives the mark by which the page of confirmation knows the code for one of ours. */
    send: async ({ hoTen, lienHe, tieuDe, noiDung, banSao }: LetterInput): Promise<string> => {
      const { email, hotline } = await contacts.current();
      if (!email) throw new InvalidError(`Cơ quan chưa nhận thư qua trang này. Hãy gọi tổng đài ${hotline}.`);
      const code = `HT-${randomCode(8)}`;
      const about = { subject: { kind: 'support-letter', id: code }, channel: 'email' as const };
      const variables = { code, subject: tieuDe, text: noiDung };
      await uow.run(async () => {
        await messenger.queue({
          ...about,
          template: 'support-letter',
          to: email,
          variables: { ...variables, from: hoTen, contact: lienHe },
          key: code,
        });
        if (!banSao) return;
        // One copy an hour and address: the page is no way to fill somebody's mailbox.
        const hour = clock.now().toISOString().slice(0, 13);
        await messenger.queue({
          ...about,
          template: 'support-letter-copy',
          to: lienHe,
          variables,
          key: `copy-${hour}`,
        });
      });
      return `${code}-${sealOf(code)}`;
    },
    /** The code behind a mark; nothing for a mark that is not ours. */
    codeIn: (mark: string): string | undefined => {
      const [, code = '', seal] = MARK.exec(mark) ?? [];
      return code && seal === sealOf(code) ? code : undefined;
    },
  };
};

export type LetterService = ReturnType<typeof letterService>;
