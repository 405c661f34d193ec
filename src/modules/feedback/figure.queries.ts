import { addDays, startOfDay, type Clock, type Day } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import type { SqlValue } from '../../core/db/dialect.js';
import { STEP, tablesOf, type CountedGroup, type FigureTables, type Taken } from './figure.rules.js';
import type { Reach } from './standing.queries.js';

export interface Span {
  readonly from: Day;
  /** Included. */
  readonly to: Day;
}

type Where = readonly [sql: string, values: readonly SqlValue[]];

/**
 * Cases of the officer's subtree, or of the topics that he watches. As an expression, so that no engine goes by the index of
 * the agency: that one would fetch every row of the table behind it.
 */
export const within = ({ agencies, watches, watchesAll }: Reach): Where => {
  if (watchesAll) return ['', []];
  if (agencies.length)
    return [`AND COALESCE(handling_agency, '') IN (${agencies.map(() => '?').join(', ')})`, agencies];
  return ["AND COALESCE(monitor_agency, '') = ?", [watches || '-']];
};

const numbers = <Row extends object>(row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      name === 'topicCode' || name === 'agencyCode' || name === 'state' ? (value as unknown) : Number(value),
    ]),
  ) as Row;

/** Every column stands in the index that begins with the day of intake: the table itself is not read. */
const COUNTED = `COUNT(*) AS cases,
  SUM(CASE WHEN on_time IS NULL THEN 0 ELSE 1 END) AS answered,
  SUM(CASE WHEN on_time = 1 THEN 1 ELSE 0 END) AS onTime,
  SUM(CASE WHEN on_time = 0 THEN 1 ELSE 0 END) AS lateAnswers,
  SUM(CASE WHEN due_at < ? THEN 1 ELSE 0 END) AS overdue,
  SUM(CASE WHEN extended_at IS NULL THEN 0 ELSE 1 END) AS extended,
  SUM(hand_offs) AS handOffs, SUM(overrides) AS overrides, SUM(reopens) AS reopens,
  SUM(CASE WHEN satisfaction IS NULL THEN 0 ELSE 1 END) AS ratings, SUM(COALESCE(satisfaction, 0)) AS stars`;

/** What is counted, for whom. */
export const countSql = (narrowed: string): string =>
  `SELECT topic_code AS topicCode, handling_agency AS agencyCode, state, ${COUNTED}
    FROM feedback_case WHERE received_at >= ? AND received_at < ? ${narrowed}
    GROUP BY topic_code, handling_agency, state`;

/** Figures of cases that came in within a span of days. */
export const figureQueries = (db: Database, clock: Clock) => ({
  read: async (reach: Reach, { from, to }: Span): Promise<FigureTables> => {
    const [narrowed, values] = within(reach);
    const span = [startOfDay(from), startOfDay(addDays(to, 1))];
    const where = `FROM feedback_case WHERE received_at >= ? AND received_at < ? ${narrowed}`;
    const groups = await db.rows<CountedGroup>(countSql(narrowed), [clock.now(), ...span, ...values]);
    const taken = await db.rows<Taken>(
      `SELECT topic_code AS topicCode, handling_agency AS agencyCode, answer_minutes - answer_minutes % ${STEP} AS minutes,
        COUNT(*) AS answers ${where} AND on_time IS NOT NULL AND answer_minutes IS NOT NULL
        GROUP BY topic_code, handling_agency, answer_minutes - answer_minutes % ${STEP}`,
      [...span, ...values],
    );
    return tablesOf(groups.map(numbers), taken.map(numbers));
  },
});

export type FigureReads = ReturnType<typeof figureQueries>;
