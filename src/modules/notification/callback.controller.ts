import { NotFoundError } from '../../core/errors.js';
import { json, type Handler } from '../../core/http/route.js';
import type { TakeCallback } from './callback.service.js';

/** What was sent along behind the path, as it was sent. */
const queryOf = (url: string): Buffer => Buffer.from(url.includes('?') ? url.slice(url.indexOf('?') + 1) : '');

/** What the SMS provider tells: in the body, or in the query where the body is empty. */
export const callback =
  (take: TakeCallback | undefined): Handler =>
  async ({ raw, url }) => {
    if (!take || !raw) throw new NotFoundError();
    const signed = raw.body.length > 0 ? raw.body : queryOf(url);
    const reception = await take({ signed, header: raw.header });
    return reception === 'taken' ? json({ status: 'accepted' }, 202) : json({ status: 'refused' }, 401);
  };
