import type { Word } from './word.rules.js';

/** Known words and how often they occur: where a slip could have meant several, the most frequent counts. */
export type Vocabulary = ReadonlyMap<string, number>;

/** Letters that differ, missing, too many or changed places; gives up above `most`. */
export const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? most + 1;
};

/** Short words are too close to each other to guess. */
const slipsOf = (word: string): number => (word.length >= 7 ? 2 : word.length >= 4 ? 1 : 0);

const SHORTEST_PART = 2;

/** "matkhau" typed without its blank; both parts known. */
const split = (word: string, known: Vocabulary): string[] | undefined => {
  let best: { parts: string[]; count: number } | undefined;
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
    const parts = [word.slice(0, at), word.slice(at)];
    const count = Math.min(...parts.map((part) => known.get(part) ?? 0));
    if (count > (best?.count ?? 0)) best = { parts, count };
  }
  return best?.parts;
};

/** The known word nearest to a slip of the finger. The first letter is nearly always right. */
const nearest = (word: string, known: Vocabulary): string | undefined => {
  const most = slipsOf(word);
  if (most === 0) return undefined;
  let best: { other: string; rank: number } | undefined;
  for (const [other, count] of known) {
    if (other.length < 3 || other[0] !== word[0]) continue;
    const steps = distance(word, other, most);
    if (steps > most) continue;
    const rank = steps * 1_000 - Math.min(count, 999);
    if (!best || rank < best.rank) best = { other, rank };
  }
  return best?.other;
};

/** Puts right what is no known word, where one is near enough; the rest stays as it is. */
export const corrected = (words: readonly Word[], known: Vocabulary): Word[] =>
  words.flatMap((word) => {
    const { folded } = word;
    if (known.has(folded) || /\d/.test(folded)) return [word];
    const other = nearest(folded, known);
    const parts =
      (folded.length >= 5 ? split(folded, known) : undefined) ?? (other === undefined ? undefined : [other]);
    return parts?.map((part) => ({ folded: part, certain: false })) ?? [word];
  });
