import type { Browser } from '../kit/browser.js';
import { puzzleOn, solved, summed } from '../kit/puzzle.js';

export const NUMBER = '/tra-cuu/ma-so-bhxh';

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
