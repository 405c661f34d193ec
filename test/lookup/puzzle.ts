import type { Browser } from '../kit/browser.js';
import { formsOf } from '../kit/forms.js';
import { isProof } from '../../src/modules/lookup/puzzle.rules.js';

export const NUMBER = '/tra-cuu/ma-so-bhxh';

/** The puzzle of a page: its token, what is hashed, and the sum in words. */
export const puzzleOn = (html: string): { cauDo: string; salt: string; words: string } => ({
  cauDo: formsOf(html, NUMBER).find(({ hidden }) => 'cauDo' in hidden)?.hidden['cauDo'] ?? '',
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

type Person = Readonly<Record<string, string>>;

/** Asks as a browser with the script does. */
export const ask = async (browser: Browser, person: Person) => {
  const { cauDo, salt } = puzzleOn((await browser.get(NUMBER)).text);
  return browser.post(NUMBER, { ...person, cauDo, loiGiai: solved(salt) });
};

/** Asks as a browser without scripts does. */
export const askBySum = async (browser: Browser, person: Person) => {
  const { cauDo, words } = puzzleOn((await browser.get(NUMBER)).text);
  return browser.post(NUMBER, { ...person, cauDo, ketQua: summed(words) });
};
