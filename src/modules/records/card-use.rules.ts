import { MINUTE } from '../../core/clock.js';
import { CLEAR } from '../../core/ids.js';
import { decodeQr } from './card-qr.rules.js';
import type { CardPhase } from './card.rules.js';

/** How long a shown card can be checked. */
export const USE_LIFETIME = 5 * MINUTE;
/** How often one code is answered, in time or late: reception, ward and pharmacy may each ask. */
export const MOST_CHECKS = 5;
/** Letters of a code that is read out or typed. */
export const CODE_LENGTH = 9;

/** The code of a use out of the keyed hash of its id: shown again without being kept anywhere. */
export const codeOf = (hash: string): string => {
  const base = BigInt(CLEAR.length);
  let rest = BigInt(`0x${hash}`);
  return Array.from({ length: CODE_LENGTH }, () => {
    const letter = CLEAR[Number(rest % base)] ?? '';
    rest /= base;
    return letter;
  }).join('');
};

/** In threes, as it is read out: "ABC-DEF-GHJ". */
export const codeText = (code: string): string => code.replace(/(...)(?=.)/g, '$1-');

/** What came in through the one field: a typed code, the text of the QR code, or something else. */
export type Asked =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'token'; readonly token: string }
  /** The QR code on the picture of a card: it says what is printed, not whether that still holds. */
  | { readonly kind: 'picture' }
  | { readonly kind: 'nothing' };

const CODE = new RegExp(`^[${CLEAR}]{${CODE_LENGTH}}$`);

/** The token behind `?ma=` of a link, or the text itself. */
const withoutLink = (text: string): string => /[?&]ma=([\w.-]+)/.exec(text)?.[1] ?? text;

export const askedFor = (text: string): Asked => {
  const plain = withoutLink(text.trim());
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(plain)) return { kind: 'token', token: plain };
  const code = plain.replace(/[\s.–—-]/g, '').toUpperCase();
  if (CODE.test(code)) return { kind: 'code', code };
  return decodeQr(plain) ? { kind: 'picture' } : { kind: 'nothing' };
};

/** How a check ends. The first four tell of the card, the others of the code. */
export type Verdict = 'valid' | 'expired' | 'withdrawn' | 'future' | 'late' | 'forged' | 'spent';

export const VERDICT_OF: Readonly<Record<CardPhase, Verdict>> = {
  current: 'valid',
  future: 'future',
  past: 'expired',
  withdrawn: 'withdrawn',
};

/** Words of a verdict, inside a sentence. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  valid: 'còn giá trị',
  expired: 'đã hết hạn',
  withdrawn: 'đã thu hồi',
  future: 'chưa đến hạn',
  late: 'mã quá 5 phút',
  forged: 'chữ ký giả',
  spent: 'mã đã dùng hết lượt',
};
