import { isProof } from '../../src/core/http/puzzle.js';
import { formsOf } from './forms.js';

/** The puzzle of a page: its token, what is hashed, and the sum in words. */
export const puzzleOn = (html: string): { cauDo: string; salt: string; words: string } => ({
  cauDo: formsOf(html, '/').find(({ hidden }) => 'cauDo' in hidden)?.hidden['cauDo'] ?? '',
  salt: /data-puzzle="([^"]*)"/.exec(html)?.[1] ?? '',
  words: /aria-label="([^"]* cộng [^"]*)"/.exec(html)?.[1] ?? '',
});

/** What the script of the page finds. */
export const solved = (salt: string): string => {
  for (let n = 0; ; n += 1) if (isProof(salt, String(n))) return String(n);
};

const NAMES = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** What a listener works out. */
export const summed = (words: string): string => {
  const [, a = '', b = ''] = /^(\S+) cộng (\S+) bằng mấy$/.exec(words) ?? [];
  return String(NAMES.indexOf(a) + NAMES.indexOf(b));
};
