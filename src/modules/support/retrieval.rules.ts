import { corrected, type Vocabulary } from './typo.rules.js';
import { houseWords, spelledOut, terms, weightOfKind, wordsOf } from './word.rules.js';

/** What can be found: the ways of asking for it, and its text. */
export interface Entry {
  readonly key: string;
  readonly ways: readonly string[];
  readonly body: string;
}

export interface Hit {
  readonly key: string;
  /** 0 to 1: how much of the question it answers. */
  readonly score: number;
}

interface Document {
  readonly key: string;
  readonly ways: readonly ReadonlySet<string>[];
  readonly all: ReadonlySet<string>;
  readonly body: ReadonlySet<string>;
}

/** Entries as they are searched, in memory. */
export interface Index {
  readonly documents: readonly Document[];
  /** Terms by how rare they are. */
  readonly rarity: ReadonlyMap<string, number>;
  readonly unknown: number;
  readonly known: Vocabulary;
}

/** A word that no entry has says that the question is about something else; but people also just talk. */
const STRANGE = 0.9;
/** The best way of asking, against all words of the entry. */
const WAY = 0.75;
/** A word of the answer alone counts less than one of the question. */
const BODY = 0.45;
/** Two terms next to each other mean more than both apart. */
const PAIR = 0.35;

/** Below it an answer would more often be wrong than right: measured, see the README. */
export const THRESHOLD = 0.44;

const withPairs = (list: readonly string[]): Set<string> => {
  const pairs = list.slice(1).map((term, index) => `${list[index] ?? ''} ${term}`);
  return new Set([...list, ...pairs]);
};

const termsOf = (text: string): string[] => terms(wordsOf(text));

export const buildIndex = (entries: readonly Entry[]): Index => {
  const documents = entries.map(({ key, ways, body }): Document => {
    const own = ways.map((way) => withPairs(termsOf(way)));
    return { key, ways: own, all: new Set(own.flatMap((way) => [...way])), body: new Set(termsOf(body)) };
  });
  const spread = new Map<string, number>();
  for (const { all } of documents) for (const term of all) spread.set(term, (spread.get(term) ?? 0) + 1);
  const rarityOf = (times: number): number => Math.log(1 + (documents.length - times + 0.5) / (times + 0.5));
  const known = new Map<string, number>(houseWords.map((word) => [word, 1]));
  for (const { ways, body } of entries)
    for (const { folded } of [...ways, body].flatMap(wordsOf)) known.set(folded, (known.get(folded) ?? 0) + 1);
  return {
    documents,
    rarity: new Map([...spread].map(([term, times]) => [term, rarityOf(times)])),
    unknown: rarityOf(0) * STRANGE,
    known,
  };
};

const weigher =
  ({ rarity, unknown }: Index) =>
  (term: string): number => {
    const pair = term.includes(' ');
    // A pair that no entry has is no news: its words are weighed by themselves.
    // A pair that no entry has is no news: its words are weighed by themselves.
    const rare = rarity.get(term) ?? (pair ? 0 : unknown);
    return rare * (pair ? PAIR : weightOfKind(term));
  };

/** The words of a question, slips put right. Shorthand first: it is no slip. */
export const understood = (text: string, known: Vocabulary): string[] =>
  terms(corrected(spelledOut(wordsOf(text)), known));

/** What answers a question, best first. */
export const search = (index: Index, text: string, limit = 3): Hit[] => {
  const question = withPairs(understood(text, index.known));
  const weight = weigher(index);
  const sum = (list: Iterable<string>): number => [...list].reduce((total, term) => total + weight(term), 0);
  const whole = sum(question);
  if (whole === 0) return [];
  const scoreOf = ({ ways, all, body }: Document): number => {
    const best = Math.max(
      ...ways.map((way) => {
        const shared = sum([...question].filter((term) => way.has(term)));
        return shared === 0 ? 0 : shared / Math.sqrt(whole * sum(way));
      }),
    );
    const covered = [...question].reduce(
      (total, term) => total + weight(term) * (all.has(term) ? 1 : body.has(term) ? BODY : 0),
      0,
    );
    return WAY * best + (1 - WAY) * (covered / whole);
  };
  return index.documents
    .map((document) => ({ key: document.key, score: scoreOf(document) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
};
