import type { Response } from 'supertest';
import type { CaseRow } from '../../src/modules/feedback/case.model.js';
import type { Attachment, Browser, Fields } from '../kit/browser.js';
import { formsOf } from '../kit/forms.js';
import { puzzleOn, solved, summed } from '../kit/puzzle.js';

export const FORM = '/phan-anh';

export const words = {
  linhVuc: 'participation',
  tieuDe: 'Thiếu ba tháng đóng năm 2023',
  noiDung: 'Ba tháng đầu năm 2023 tôi làm ở Công ty Hải Vân mà không thấy ghi.\nNhờ cơ quan xem lại.',
  hoTen: 'Phạm Thị Lan',
  dienThoai: '0905 612 347',
};

/** The form of a page with its puzzle worked out: by the script, or by hand. */
export const filled = (html: string, by: 'script' | 'hand' = 'hand'): Record<string, string> => {
  const form = formsOf(html, FORM).find(({ action }) => action === FORM);
  const { cauDo, salt, words: sum } = puzzleOn(html);
  const answer = by === 'script' ? { loiGiai: solved(salt) } : { ketQua: summed(sum) };
  return { ...form?.hidden, ...(cauDo && { cauDo, ...answer }) };
};

export interface Sending {
  readonly files?: Readonly<Record<string, Attachment>>;
  readonly page?: string;
  readonly by?: 'script' | 'hand';
}

/** Fills the form in and sends it; the answers that are offered first have been seen unless told. */
export const tell = async (browser: Browser, fields: Fields = {}, sending: Sending = {}): Promise<Response> => {
  const { text } = await browser.get(sending.page ?? FORM);
  const form = filled(text, sending.by);
  return browser.send(FORM, { ...form, daXem: '1', ...words, ...fields }, sending.files ?? {});
};

export const TRACK = '/phan-anh/tra-cuu';

export const track = (browser: Browser, ma: string, dienThoai: string): Promise<Response> =>
  browser.post(TRACK, { ma, dienThoai });

/** The page of a case behind code and phone. */
export const openCase = async (browser: Browser, { code, phone }: Pick<CaseRow, 'code' | 'phone'>) => {
  const answer = await track(browser, code, phone);
  const address = answer.get('Location') ?? '';
  return { browser, answer, address, page: await browser.get(address) };
};
