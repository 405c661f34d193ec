import { toAscii } from '../../core/text.js';

/** ASCII signs that cost two places in the SMS alphabet, or have none there. */
const COSTLY: Readonly<Record<string, string>> = {
  '[': '(',
  '{': '(',
  ']': ')',
  '}': ')',
  '\\': '/',
  '|': '/',
  '`': "'",
  '^': '-',
  '~': '-',
};

/** Free text as it may stand in an SMS: no marks, no links, only signs that count once. */
export const plain = (text: string): string =>
  toAscii(text)
    .replace(/(?:https?:\/\/|www\.)\S*/gi, '')
    .replace(/[[\]{}\\|`^~]/g, (sign) => COSTLY[sign] ?? '')
    .replace(/ {2,}/g, ' ')
    .trim();

/** `plain`, cut between two words where possible, never longer than `length`. */
export const clip = (text: string, length: number): string => {
  const whole = plain(text);
  if (whole.length <= length) return whole;
  const cut = whole.slice(0, length - 2);
  const blank = cut.lastIndexOf(' ');
  return `${(blank > length / 2 ? cut.slice(0, blank) : cut).trimEnd()}..`;
};

/** A masked number in signs that an SMS has. */
export const maskSign = (number: string): string => number.replaceAll('•', 'x');
