import type { Hotline } from '../../contracts/organisation.js';
import { NotFoundError } from '../../core/errors.js';
import { page, redirect, type Handler, type Reply } from '../../core/http/route.js';
import { SHEETS } from './faq.controller.js';
import type { LetterInput } from './letter.schema.js';
import type { LetterService } from './letter.service.js';
import { paths } from './paths.js';

export interface LetterControllerParts {
  hotline(): Promise<Hotline>;
  readonly letters: LetterService;
}

/** The form of a letter, begun with `text`. */
export const letterPage = async (hotline: () => Promise<Hotline>, text = '', confidential = false): Promise<Reply> =>
  page(
    'support/letter',
    { title: 'Gửi Email', paths, sheets: SHEETS, hotline: await hotline(), text },
    { confidential },
  );

/** Letters to the office. */
export const letterController = ({ hotline, letters }: LetterControllerParts) => {
  const form: Handler = () => letterPage(hotline);
  const send: Handler<LetterInput> = async ({ input }) => redirect(paths.letterSent(await letters.send(input)));
  const sent: Handler = ({ params }) => {
    const code = letters.codeIn(params['mark'] ?? '');
    if (!code) throw new NotFoundError();
    return page('support/letter-sent', { title: 'Đã gửi thư', paths, code, sheets: SHEETS }, { confidential: true });
  };
  return { form, send, sent };
};
