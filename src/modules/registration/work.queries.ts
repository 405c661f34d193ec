import type { DecisionTimes, DossierQueries, WorkList, WorkMoment } from '../../contracts/registration.js';
import { HOUR, startOfDay } from '../../core/clock.js';
import { clause, join, type Clause } from '../../core/db/clause.js';
import type { Database } from '../../core/db/connection.js';
import { inList } from './clause.queries.js';
import { LIST_COLUMNS, toListRow, type ListSelection } from './dossier.mapper.js';

type Scope = readonly string[] | 'all';

const FROM = 'FROM registration_dossier d';

const within = (agencies: Scope): Clause[] => (agencies === 'all' ? [] : [inList(agencies)]);

/** Each list as spans of an index; a dossier is in the list when it is in one of them. */
const spans = (list: WorkList, { today, overdueBefore, refusedSince }: WorkMoment): Clause[] => {
  const ready = `d.state IN ('handed_in', 'in_review')`;
  switch (list) {
    case 'today':
      return [clause('d.declared_at >= ?', startOfDay(today)), clause('d.handed_in_at >= ?', startOfDay(today))];
    case 'ready':
      return [clause(ready)];
    case 'citizen':
      return [
        clause(`d.state = 'declared' AND d.last_day >= ?`, today),
        clause(`d.state = 'refused' AND d.decided_at >= ? AND d.repair_hash IS NOT NULL`, refusedSince),
      ];
    case 'overdue':
      return [clause(`${ready} AND d.handed_in_at < ?`, overdueBefore)];
  }
};

/** Ids of a work list, found span by span. */
const idsOf = (work: { list: WorkList; at: WorkMoment }, agencies: Scope): Clause => {
  const parts = spans(work.list, work.at).map((span) => join([...within(agencies), span]));
  return {
    sql: parts.map(({ sql }) => `SELECT d.id ${FROM} WHERE ${sql}`).join(' UNION '),
    params: parts.flatMap(({ params }) => params),
  };
};

/** The condition of a work list for the statement of the list. */
export const inWorkList = (work: { list: WorkList; at: WorkMoment }, agencies: Scope): Clause => {
  const [only, ...more] = spans(work.list, work.at);
  if (only && more.length === 0) return only;
  const { sql, params } = idsOf(work, agencies);
  // As a table of its own: a union asked for membership would be asked again for every dossier.
  return { sql: `d.id IN (SELECT id FROM (${sql}) AS part0)`, params };
};

/** So many of the newest decisions stand for a span; more change neither the middle nor the ninth tenth. */
const SAMPLE = 5_000;

const placeOf = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? null;

export const timesOf = (waits: readonly number[]): DecisionTimes => {
  const sorted = [...waits].sort((a, b) => a - b);
  return {
    decided: sorted.length,
    median: placeOf(sorted, 0.5),
    ninetieth: placeOf(sorted, 0.9),
    atOnce: sorted.filter((wait) => wait <= HOUR).length,
  };
};

/** Reads for work lists and waiting times. */
export const workQueries = (db: Database): Pick<DossierQueries, 'workCounts' | 'longestWaiting' | 'decisionTimes'> => {
  const countOf = async (list: WorkList, agencies: Scope, at: WorkMoment): Promise<number> => {
    const { sql, params } = idsOf({ list, at }, agencies);
    return Number((await db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM (${sql}) AS part0`, params))?.n ?? 0);
  };
  const read = async (agencies: Scope, from: Date, to: Date): Promise<DecisionTimes> => {
    const { sql, params } = join([...within(agencies), clause('d.decided_at >= ? AND d.decided_at < ?', from, to)]);
    const rows = await db.rows<{ handedInAt: Date; decidedAt: Date }>(
      `SELECT d.handed_in_at AS handedInAt, d.decided_at AS decidedAt ${FROM}
        WHERE ${sql} AND d.handed_in_at IS NOT NULL ORDER BY d.decided_at DESC LIMIT ${SAMPLE}`,
      params,
    );
    return timesOf(rows.map(({ handedInAt, decidedAt }) => decidedAt.getTime() - handedInAt.getTime()));
  };
  return {
    workCounts: async (agencies, at) => ({
      today: await countOf('today', agencies, at),
      ready: await countOf('ready', agencies, at),
      citizen: await countOf('citizen', agencies, at),
      overdue: await countOf('overdue', agencies, at),
    }),
    longestWaiting: async (agencies, limit) => {
      const { sql, params } = join([...within(agencies), clause(`d.state IN ('handed_in', 'in_review')`)]);
      const rows = await db.rows<ListSelection>(
        `SELECT ${LIST_COLUMNS} ${FROM} WHERE ${sql} ORDER BY d.handed_in_at, d.id LIMIT ${Math.trunc(limit)}`,
        params,
      );
      return rows.map(toListRow);
    },
    decisionTimes: read,
  };
};
