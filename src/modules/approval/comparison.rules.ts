/** A piece of a text; `same` is false for what the other text does not have in this place. */
export interface Segment {
  readonly text: string;
  readonly same: boolean;
}

/** Grave, acute, tilde, hook above, dot below: the five tone marks. Other marks belong to the letter. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/**
 * The form in which two names are equal: NFC, one case, single blanks, and the tone taken out of its place in the
 * syllable and set behind it, because "hòa" and "hoà" are two spellings of one word. Accents count.
 */
export const nameKey = (name: string): string =>
  name
    .normalize('NFD')
    .toLocaleLowerCase('vi')
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(TONES, '').normalize('NFC') + (word.match(TONES) ?? []).join(''))
    .join(' ');

/** Whether both are the same name by the rule of `nameKey`; an empty name equals none. */
export const sameName = (a: string, b: string): boolean => nameKey(a) !== '' && nameKey(a) === nameKey(b);

const withoutMarks = (text: string): string =>
  nameKey(text).normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gu, 'd');

/** Lengths of the longest common subsequence of every pair of tails. */
const tails = (a: readonly string[], b: readonly string[]): number[][] => {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number): number => table[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      (table[i] as number[])[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return table;
};

type Kept = [boolean[], boolean[]];

/** For each token whether it belongs to what both have in common. */
const common = (a: readonly string[], b: readonly string[]): Kept => {
  const table = tails(a, b);
  const inA = a.map(() => false);
  const inB = b.map(() => false);
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      inA[i++] = true;
      inB[j++] = true;
    } else if ((table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0)) i++;
    else j++;
  }
  return [inA, inB];
};

/** Numbers of one length are compared place by place; other texts from both ends, then by what the middles share. */
const kept = (a: readonly string[], b: readonly string[]): Kept => {
  if (a.length === b.length && [...a, ...b].every((token) => /^\d$/.test(token))) {
    const same = a.map((token, index) => token === b[index]);
    return [same, same];
  }
  const shorter = Math.min(a.length, b.length);
  let end = 0;
  while (end < shorter && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [inA, inB] = common(a.slice(0, a.length - end), b.slice(0, b.length - end));
  const tail = new Array<boolean>(end).fill(true);
  return [
    [...inA, ...tail],
    [...inB, ...tail],
  ];
};

const join = (tokens: readonly string[], same: readonly boolean[]): Segment[] => {
  const segments: { text: string; same: boolean }[] = [];
  tokens.forEach((text, index) => {
    const last = segments.at(-1);
    const mark = same[index] ?? false;
    if (last?.same === mark) last.text += text;
    else segments.push({ text, same: mark });
  });
  return segments;
};

/** Longer texts are not cut into pieces: the table grows with the product of both lengths. */
const MAX_TOKENS = 300;

/** Both texts in pieces, with what differs marked; compared by character, or by word for long texts such as addresses. */
export const differences = (a: string, b: string, unit: 'character' | 'word'): [Segment[], Segment[]] => {
  const cut = (text: string): string[] =>
    unit === 'word' ? (text.match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]+/gu) ?? []) : [...text.normalize('NFC')];
  const [left, right] = [cut(a), cut(b)];
  if (left.length > MAX_TOKENS || right.length > MAX_TOKENS)
    return [[{ text: a, same: a === b }], [{ text: b, same: a === b }]];
  const key = (token: string): string => token.normalize('NFC').toLocaleLowerCase('vi');
  const [inLeft, inRight] = kept(left.map(key), right.map(key));
  return [join(left, inLeft), join(right, inRight)];
};

const swapped = (a: string, b: string): boolean => {
  const at = [...a].findIndex((digit, index) => digit !== b[index]);
  return at >= 0 && a.length === b.length && a.slice(0, at) + a[at + 1] + a[at] + a.slice(at + 2) === b;
};

/** Says in a few words in what way two numbers differ. */
export const numberHint = (a: string, b: string): string => {
  if (a.length !== b.length) return `${a.length} và ${b.length} ký tự`;
  if (swapped(a, b)) return 'Hai chữ số liền nhau đảo chỗ';
  return `Khác ${[...a].filter((digit, index) => digit !== b[index]).length} ký tự`;
};

/** Says in a few words in what way two names differ. */
export const nameHint = (a: string, b: string): string =>
  withoutMarks(a) === withoutMarks(b) ? 'Chỉ khác dấu' : 'Khác chữ';

/** Says in a few words in what way two birth dates differ; either may be a year or a month only. */
export const birthHint = (a: string, b: string): string => {
  if (a.length !== b.length && (a.endsWith(b) || b.endsWith(a))) return 'Một bên chỉ biết năm hoặc tháng';
  return a.slice(-4) === b.slice(-4) ? 'Cùng năm, khác ngày tháng' : 'Khác năm sinh';
};
