import { clean } from '../text.js';
import type { ImportColumn } from './importer.js';

/** A spreadsheet marks text with an apostrophe; so does our own file of refused lines before signs of a formula. */
const TEXT_MARK = /^'(?=[=+\-@0-9])/;

/** One form for every cell. */
export const cellText = (raw: string): string => clean(raw).replace(TEXT_MARK, '');

const SHORTENED = /^\d(?:[.,]\d+)?E\+?\d+$/i;

/** What a spreadsheet does to long numbers and to zeros in front, told in a sentence; nothing when the cell is whole. */
export const lostDigits = ({ label, digits }: ImportColumn, text: string): string | undefined => {
  if (!digits) return undefined;
  if (SHORTENED.test(text))
    return `${label} "${text}" đã bị Excel viết tắt và mất chữ số. Hãy định dạng cột là Văn bản (Text) rồi nhập lại đủ ${digits.join(' hoặc ')} chữ số.`;
  const bare = text.replace(/[\s.]/g, '');
  if (!/^\d+$/.test(bare) || digits.includes(bare.length)) return undefined;
  const most = Math.max(...digits);
  const found = `${label} có ${bare.length} chữ số, phải có ${digits.join(' hoặc ')}`;
  if (bare.length > most) return `${found}. Hãy xem lại số này.`;
  return `${found}: có lẽ Excel đã bỏ số 0 ở đầu. Hãy định dạng cột là Văn bản (Text) rồi nhập lại đủ số.`;
};
