import { readFileSync } from 'node:fs';

const linesOf = (name: string): string[] =>
  readFileSync(new URL(name, import.meta.url), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export interface Asked {
  readonly text: string;
  /** Answers that are right. */
  readonly right: readonly string[];
}

/** Questions as people ask them: with marks and without, in a hurry, with slips. A line is a question, "=", right answers. */
export const asked: readonly Asked[] = linesOf('asked.txt').map((line) => {
  const [text = '', right = ''] = line.split(' = ');
  return { text, right: right.split(', ') };
});

/** Nothing that we have an answer to: weather, food, other offices, other kinds of insurance, mere talk. */
export const offTopic: readonly string[] = linesOf('off-topic.txt');
