import type {
  DecisionTimes,
  DossierFilter,
  DossierQueries,
  WorkList,
  WorkMoment,
} from '../../contracts/registration.js';
import { HOUR, startOfDay, type Clock } from '../../core/clock.js';
import { clause, join, within, type Clause } from '../../core/db/clause.js';
import type { Database } from '../../core/db/connection.js';
import { countUpTo, MOST } from '../../core/db/count-up-to.js';
import { listPage, type Lead } from '../../core/db/list-page.js';
import { IN_WORK, recentCounts } from '../../core/db/recent-counts.js';
import { eachAgency, inScope, LONGEST, NEWEST, type Scope } from './clause.queries.js';
import { LIST_COLUMNS, toListRow, type ListSelection } from './dossier.mapper.js';

const FROM = 'FROM registration_dossier d';

const READY = ['handed_in', 'in_review'] as const;
const OF_CITIZEN = ['declared', 'refused'] as const;

type Work = Required<DossierFilter>['work'];

/** A dossier is in a list when one of these is true. */
const partsOf = ({ list, at: { today, overdueBefore, refusedSince } }: Work): readonly Clause[] => {
  const ready = within('d.state', READY);
  switch (list) {
    case 'today':
      return [clause('d.declared_at >= ?', startOfDay(today)), clause('d.handed_in_at >= ?', startOfDay(today))];
    case 'ready':
      return [ready];
    case 'citizen':
      return [
        clause(`d.state = 'declared' AND d.last_day >= ?`, today),
        // Not IS NOT NULL: one of the engines finds no span of an index by it. Not by the day of the decision either.
        clause(
          `d.state = 'refused' AND d.repair_hash > '' AND COALESCE(d.decided_at, d.declared_at) >= ?`,
          refusedSince,
        ),
      ];
    case 'overdue':
      return [join([ready, clause('d.handed_in_at < ?', overdueBefore)])];
  }
};

/** That a dossier is in a list, looked at row by row. */
export const inWorkList = (work: Work): Clause => {
  const parts = partsOf(work);
  return { sql: `(${parts.map(({ sql }) => `(${sql})`).join(' OR ')})`, params: parts.flatMap(({ params }) => params) };
};

const inStates = (agencies: Scope, states: readonly string[], ...more: readonly Clause[]): Clause[] =>
  eachAgency(agencies, states.length).flatMap((agency) =>
    states.map((state) => join([...agency, clause('d.state = ?', state), ...more])),
  );

/** What came in on a day: declared then, or declared before and handed in then. */
const onDay = (day: string, agencies: Scope): Clause[] => {
  const start = startOfDay(day);
  const handedIn = join([...inScope(agencies), clause('d.handed_in_at >= ?', start)]);
  return [
    ...eachAgency(agencies).map((agency) => join([...agency, clause('d.declared_at >= ?', start)])),
    // As a table of its own, or an engine may look for them among all that were ever declared.
    clause(
      `d.id IN (SELECT id FROM (SELECT d.id ${FROM} WHERE ${handedIn.sql}) AS came) AND d.declared_at < ?`,
      ...handedIn.params,
      start,
    ),
  ];
};

/** Each list as spans of an index, in its order: what waits for an officer from the longest waiting on. */
export const workLead = (work: Work, agencies: Scope): Lead => {
  const { list, at } = work;
  const newest: Lead = { from: FROM, spans: [], order: NEWEST, where: [] };
  switch (list) {
    case 'today':
      return { ...newest, spans: onDay(at.today, agencies), few: true };
    case 'ready':
      return { ...newest, spans: inStates(agencies, READY), order: LONGEST };
    case 'citizen':
      return { ...newest, spans: inStates(agencies, OF_CITIZEN), where: [inWorkList(work)] };
    case 'overdue': {
      const late = clause('d.handed_in_at < ?', at.overdueBefore);
      return { ...newest, spans: inStates(agencies, READY, late), order: LONGEST };
    }
  }
};

/** The dossiers of a list, each once, as many as are counted. */
const selectionOf = (list: WorkList, at: WorkMoment, agencies: Scope): Clause => {
  const parts = partsOf({ list, at }).map((part) => join([...inScope(agencies), part]));
  const selections = parts.map(({ sql }) => `SELECT d.id ${FROM} WHERE ${sql} LIMIT ${MOST + 1}`);
  return {
    sql: selections.map((sql, index) => `SELECT * FROM (${sql}) AS some${index}`).join(' UNION '),
    params: parts.flatMap(({ params }) => params),
  };
};

/** So many of the newest decisions stand for a span; more change neither the middle nor the ninth tenth. */
const SAMPLE = 500;

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
export const workQueries = (
  db: Database,
  clock: Clock,
): Pick<DossierQueries, 'workCounts' | 'longestWaiting' | 'decisionTimes'> => {
  const recent = recentCounts<Readonly<Record<WorkList, number>>>(clock, IN_WORK);
  const read = async (agencies: Scope, from: Date, to: Date): Promise<DecisionTimes> => {
    const span = clause('d.decided_at >= ? AND d.decided_at < ? AND d.handed_in_at IS NOT NULL', from, to);
    const parts = eachAgency(agencies).map((agency) => join([...agency, span]));
    const heads = parts.map(
      ({ sql }, index) => `SELECT * FROM (SELECT d.handed_in_at AS handedInAt, d.decided_at AS decidedAt ${FROM}
        WHERE ${sql} ORDER BY d.decided_at DESC LIMIT ${SAMPLE}) AS part${index}`,
    );
    const rows = await db.rows<{ handedInAt: Date; decidedAt: Date }>(
      `SELECT * FROM (${heads.join(' UNION ALL ')}) AS heads ORDER BY decidedAt DESC LIMIT ${SAMPLE}`,
      parts.flatMap(({ params }) => params),
    );
    return timesOf(rows.map(({ handedInAt, decidedAt }) => decidedAt.getTime() - handedInAt.getTime()));
  };
  return {
    workCounts: (agencies, at) =>
      recent(String(agencies), () =>
        countUpTo(db, {
          today: selectionOf('today', at, agencies),
          ready: selectionOf('ready', at, agencies),
          citizen: selectionOf('citizen', at, agencies),
          overdue: selectionOf('overdue', at, agencies),
        }),
      ),
    longestWaiting: async (agencies, limit) => {
      const leads = [{ from: FROM, spans: inStates(agencies, READY), order: LONGEST, where: [] }];
      const { rows } = await listPage<ListSelection>(db, { columns: LIST_COLUMNS, leads }, { limit });
      return rows.map(toListRow);
    },
    decisionTimes: read,
  };
};
