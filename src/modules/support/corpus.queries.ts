import type { Database } from '../../core/db/connection.js';
import type { Topics } from '../../core/db/topics.js';
import type { QuestionRow } from './question.model.js';
import { GROUPS, TOPIC, waysOf } from './question.rules.js';
import { buildIndex, type Index } from './retrieval.rules.js';

export type Answer = Pick<
  QuestionRow,
  'code' | 'groupCode' | 'question' | 'asks' | 'answer' | 'source' | 'asOf' | 'href' | 'linkText'
>;

/** All published answers and how they are found, in memory. */
export interface Corpus {
  readonly answers: readonly Answer[];
  readonly byCode: ReadonlyMap<string, Answer>;
  readonly index: Index;
}

const SQL = `SELECT code, group_code AS groupCode, question, asks, answer, source, as_of AS asOf, href, link_text AS linkText
  FROM support_question WHERE state = 'published' ORDER BY position, id`;

const groupPlace = (code: string): number => {
  const place = GROUPS.findIndex((group) => group.code === code);
  return place < 0 ? GROUPS.length : place;
};

const build = (rows: readonly Answer[]): Corpus => {
  const answers = [...rows].sort((a, b) => groupPlace(a.groupCode) - groupPlace(b.groupCode));
  return {
    answers,
    byCode: new Map(answers.map((answer) => [answer.code, answer])),
    index: buildIndex(
      answers.map(({ code, question, asks, answer }) => ({
        key: code,
        ways: [question, ...waysOf(asks)],
        body: answer,
      })),
    ),
  };
};

/** Answers as they stand: read again in any process once an editor has changed one; while the database is away, the last. */
export const corpusQueries = (db: Database, topics: Topics): (() => Promise<Corpus>) => {
  let kept: { readonly stand: string; readonly corpus: Corpus } | undefined;
  return async () => {
    const last = kept;
    try {
      const stand = await topics.stand([TOPIC]);
      if (last?.stand === stand) return last.corpus;
      const corpus = build(await db.rows<Answer>(SQL));
      kept = { stand, corpus };
      return corpus;
    } catch (error) {
      if (last) return last.corpus;
      throw error;
    }
  };
};
