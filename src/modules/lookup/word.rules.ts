import { clean, fold } from '../../core/text.js';

/** Words of a name that are longer are cut, where they are kept and where they are looked for. */
export const WORD_LENGTH = 60;

/** Where the tone may stand on either vowel: "hòa" is also written "hoà". */
const OPEN: readonly (readonly [string, string])[] = [
  ['òa', 'oà'],
  ['óa', 'oá'],
  ['ỏa', 'oả'],
  ['õa', 'oã'],
  ['ọa', 'oạ'],
  ['òe', 'oè'],
  ['óe', 'oé'],
  ['ỏe', 'oẻ'],
  ['õe', 'oẽ'],
  ['ọe', 'oẹ'],
  ['ùy', 'uỳ'],
  ['úy', 'uý'],
  ['ủy', 'uỷ'],
  ['ũy', 'uỹ'],
  ['ụy', 'uỵ'],
];

/** A word as people write it: with its marks, in both spellings where there are two. */
const spellings = (word: string): string[] => {
  const pair = OPEN.find((both) => both.some((ending) => word.endsWith(ending)));
  return pair && !word.startsWith('qu') ? pair.map((ending) => word.slice(0, -2) + ending) : [word];
};

/** A word of a name: with its marks and without. */
export interface Word {
  readonly marked: string;
  readonly folded: string;
}

/** The words of a text, each once. */
export const wordsIn = (text: string): Word[] => {
  const words = clean(text)
    .toLocaleLowerCase('vi')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map((word) => word.slice(0, WORD_LENGTH))
    .map((marked) => ({ marked, folded: fold(marked) }))
    .filter(({ folded }) => /^[a-z0-9]+$/.test(folded));
  return [...new Map(words.map((word) => [word.marked, word])).values()];
};

/** The forms under which a name is found: every word without marks, and with them where it has some. */
export const keptWords = (name: string): string[] => [
  ...new Set(wordsIn(name).flatMap(({ marked, folded }) => [folded, ...spellings(marked)])),
];

/** Behind every letter and digit of a folded word, and behind every letter of a marked one. */
const ENDS = { folded: '\u007f', marked: '\uffff' } as const;

/** The start of a word and what lies behind all words that begin so. */
export interface Start {
  readonly from: string;
  readonly to: string;
}

export interface Wanted {
  /** Starts that every row must have, marks left out. */
  readonly folded: readonly Start[];
  /** The same with the marks that were typed; undefined when none was. */
  readonly marked?: readonly Start[];
}

const startOf = (from: string, form: keyof typeof ENDS): Start => ({ from, to: from + ENDS[form] });

/** How many typed words count. */
const MOST = 8;

/** What a typed text asks for: each of its words is the start of a word of the name. */
export const wantedIn = (typed: string): Wanted => {
  const words = wordsIn(typed).slice(0, MOST);
  const folded = [...new Set(words.map((word) => word.folded))].map((word) => startOf(word, 'folded'));
  const marks = words.some((word) => word.marked !== word.folded);
  return {
    folded,
    ...(marks && {
      marked: words.map((word) => startOf(word.marked, word.marked === word.folded ? 'folded' : 'marked')),
    }),
  };
};

/** Whether a name has what is wanted: 2 with the marks as typed, 1 without, 0 not at all. */
export const fitOf = (name: string, { folded, marked }: Wanted): 0 | 1 | 2 => {
  const words = keptWords(name);
  const hasAll = (starts: readonly Start[]): boolean =>
    starts.every(({ from }) => words.some((word) => word.startsWith(from)));
  if (!hasAll(folded)) return 0;
  return !marked || hasAll(marked) ? 2 : 1;
};
