import { clause, join, type Clause } from '../../core/db/clause.js';
import type { Database } from '../../core/db/connection.js';
import { countUpTo } from '../../core/db/count-up-to.js';
import { listPage, type Lead, type ListPage } from '../../core/db/list-page.js';
import { IN_WORK, recentCounts } from '../../core/db/recent-counts.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { CaseRow } from './case.model.js';
import { CASES, isOpen, ORDERS, urgedBy } from './clause.queries.js';
import { casesWhere } from './count.queries.js';
import type { Reach } from './standing.queries.js';
import type { WatchQuery } from './watch.schema.js';

export type WatchedRow = Pick<
  CaseRow,
  | 'id'
  | 'code'
  | 'title'
  | 'topicCode'
  | 'state'
  | 'ownerAgency'
  | 'handlingAgency'
  | 'receivedAt'
  | 'dueAt'
  | 'escalation'
  | 'urgedAt'
  | 'urgedUntil'
  | 'handOffs'
>;

export type WatchedPage = ListPage<WatchedRow>;

export interface WatchCounts {
  readonly open: number;
  readonly late: number;
  readonly urged: number;
  /** Overdue for so long that the unit was told. */
  readonly loud: number;
}

const PAGE = 30;

const COLUMNS = `c.id, c.code, c.title, c.topic_code AS topicCode, c.state, c.owner_agency AS ownerAgency,
  c.handling_agency AS handlingAgency, c.received_at AS receivedAt, c.due_at AS dueAt, c.escalation, c.urged_at AS urgedAt,
  c.urged_until AS urgedUntil, c.hand_offs AS handOffs`;

const equal = (column: string, value: string): Clause[] => (value ? [clause(`${column} = ?`, value)] : []);

/** Whose topics: those of one unit, of all, or of nobody. */
const watched = ({ watches, watchesAll }: Reach, column = 'c.monitor_agency'): Clause[] =>
  watchesAll ? [] : equal(column, watches || '-');

const late = (now: Date): Clause => clause('c.due_at < ?', now);

/** Open cases stand in the order of their deadlines, all of them from the newest on. */
const viewed = (view: WatchQuery['xem'], now: Date): Clause[] => {
  // Without a bound an engine may read the whole table instead of the order that is asked for.
  if (view === 'moi') return [clause('c.received_at >= ?', new Date(0))];
  if (view === 'tre') return [late(now)];
  return view === 'dondoc' ? urgedBy(dayOf(now)) : [isOpen];
};

/** The ways in which such a list can be read: by whose topics they are, or by the agency that is asked for. */
const leadsOf = (reach: Reach, { linhVuc, coQuan, xem, ma }: WatchQuery, now: Date): Lead[] => {
  const order = xem === 'moi' ? ORDERS.newest : ORDERS.due;
  const few = ma !== '' || xem === 'dondoc';
  const topic = equal(`COALESCE(c.topic_code, '')`, linhVuc);
  const whose = watched(reach, `COALESCE(c.monitor_agency, '')`);
  const office = equal(`COALESCE(c.handling_agency, '')`, coQuan);
  const lead = (span: readonly Clause[], ...where: readonly Clause[]): Lead => ({
    ...{ from: CASES, order, few, where: [...where, ...topic] },
    spans: [join([...span, ...viewed(xem, now)])],
  });
  if (few) return [lead(equal('c.code', ma), ...whose, ...office)];
  return [...(coQuan ? [lead(equal('c.handling_agency', coQuan), ...whose)] : []), lead(watched(reach), ...office)];
};

/** Cases as those see them who watch over a topic; always narrowed to what they may see. */
export const watchQueries = (db: Database, clock: Clock) => {
  const recent = recentCounts<WatchCounts>(clock, IN_WORK);

  const count = (reach: Reach): Promise<WatchCounts> => {
    const now = clock.now();
    const of = (...conditions: readonly Clause[]): Clause => casesWhere(...watched(reach), isOpen, ...conditions);
    return countUpTo(db, {
      open: of(),
      late: of(late(now)),
      urged: casesWhere(...watched(reach, `COALESCE(c.monitor_agency, '')`), ...urgedBy(dayOf(now))),
      loud: of(clause('c.escalation = 3')),
    });
  };

  return {
    page: (reach: Reach, query: WatchQuery): Promise<WatchedPage> =>
      listPage<WatchedRow>(
        db,
        { columns: COLUMNS, leads: leadsOf(reach, query, clock.now()) },
        { after: query.sau, before: query.truoc, limit: PAGE },
      ),
    counts: (reach: Reach): Promise<WatchCounts> =>
      recent(reach.watchesAll ? 'all' : reach.watches, () => count(reach)),
  };
};

export type WatchReads = ReturnType<typeof watchQueries>;
