import { faqGroups } from '../../../seeders/data/faq/all.js';
import { buildIndex, search, type Hit } from '../../../src/modules/support/retrieval.rules.js';
import { asked, offTopic, type Asked } from './asked.js';

export const entries = faqGroups.flatMap((group) =>
  group.entries.map(({ code, question, asks, answer }) => ({ key: code, ways: [question, ...asks], body: answer })),
);

const index = buildIndex(entries);

export interface Measured {
  readonly first: number;
  readonly firstThree: number;
  readonly refused: number;
}

const share = <T>(list: readonly T[], fits: (item: T) => boolean): number => list.filter(fits).length / list.length;

const answers = new Map([...asked.map(({ text }) => text), ...offTopic].map((text) => [text, search(index, text, 3)]));

export const hitsOf = (text: string): readonly Hit[] => answers.get(text) ?? [];

const rightAt = ({ text, right }: Asked, threshold: number, most: number): boolean => {
  const hits = hitsOf(text);
  return (hits[0]?.score ?? 0) >= threshold && hits.slice(0, most).some(({ key }) => right.includes(key));
};

/** Shares of questions answered right, and of strange ones refused. */
export const measure = (threshold: number): Measured => ({
  first: share(asked, (item) => rightAt(item, threshold, 1)),
  firstThree: share(asked, (item) => rightAt(item, threshold, 3)),
  refused: share(offTopic, (text) => (hitsOf(text)[0]?.score ?? 0) < threshold),
});
