import type {
  Dossier,
  DossierEvent,
  DossierListRow,
  DossierPicture,
  DossierQueries,
  DossierState,
} from '../../contracts/registration.js';
import { MINUTE, type Clock } from '../../core/clock.js';
import { clause, type Clause } from '../../core/db/clause.js';
import type { Database } from '../../core/db/connection.js';
import { countUpTo, MOST } from '../../core/db/count-up-to.js';
import { IN_WORK, recentCounts } from '../../core/db/recent-counts.js';
import {
  FULL_COLUMNS,
  LIST_COLUMNS,
  toDossier,
  toListRow,
  type FullSelection,
  type ListSelection,
} from './dossier.mapper.js';
import type { PictureRow } from './dossier-parts.model.js';
import { listQueries } from './list.queries.js';
import { OPEN_STATES, STATES } from './registration.rules.js';
import { workQueries } from './work.queries.js';

type Scope = readonly string[] | 'all';
type Counts = Record<DossierState, number>;

const marks = (list: readonly unknown[]): string => list.map(() => '?').join(', ');

const within = (agencies: Scope): { sql: string; params: string[] } => {
  if (agencies === 'all') return { sql: '1 = 1', params: [] };
  if (agencies.length === 0) return { sql: '1 = 0', params: [] };
  return { sql: `d.agency_code IN (${marks(agencies)})`, params: [...agencies] };
};

const none = (): Counts => Object.fromEntries(STATES.map((state) => [state, 0])) as Counts;

const CLOSED_STATES = STATES.filter((state) => !(OPEN_STATES as readonly DossierState[]).includes(state));

/** What is closed changes no officer's work: it is counted anew after a minute. */
const CLOSED = { states: CLOSED_STATES, many: MOST, memory: MINUTE };
const OPEN = { states: OPEN_STATES, ...IN_WORK };

const counter = (db: Database, clock: Clock): DossierQueries['counts'] => {
  const count = (agencies: Scope, states: readonly DossierState[]): Promise<Partial<Counts>> => {
    const { sql, params } = within(agencies);
    const selection = (state: DossierState): Clause =>
      clause(`SELECT 1 AS one FROM registration_dossier d WHERE ${sql} AND d.state = ?`, ...params, state);
    return countUpTo(db, Object.fromEntries(states.map((state) => [state, selection(state)])));
  };
  const recently = ({ states, ...rule }: typeof CLOSED | typeof OPEN) => {
    const recent = recentCounts<Partial<Counts>>(clock, rule);
    return (agencies: Scope) => recent(String(agencies), () => count(agencies, states));
  };
  const [closed, open] = [recently(CLOSED), recently(OPEN)];
  return async (agencies) => ({ ...none(), ...(await closed(agencies)), ...(await open(agencies)) });
};

const pictureOf = ({ dossierId: _, current, ...row }: PictureRow): DossierPicture => ({
  ...row,
  current: Boolean(current),
});

/** Reads for other modules; plain rows, one statement a question. */
export const dossierQueriesOf = (db: Database, clock: Clock): DossierQueries => {
  const one = async (condition: string, params: readonly string[]): Promise<Dossier | undefined> => {
    const row = await db.row<FullSelection>(
      `SELECT ${FULL_COLUMNS} FROM registration_dossier d WHERE ${condition}`,
      params,
    );
    return row && toDossier(row);
  };
  const alike = (column: 'insurance_number' | 'phone', value: string, not: string): Promise<ListSelection[]> =>
    db.rows<ListSelection>(
      `SELECT ${LIST_COLUMNS} FROM registration_dossier d WHERE d.${column} = ? AND d.id <> ? ORDER BY d.declared_at DESC LIMIT 20`,
      [value, not],
    );
  const related = async (dossier: Dossier): Promise<DossierListRow[]> => {
    if (!dossier.insuranceNumber) return [];
    const rows = [
      ...(await alike('insurance_number', dossier.insuranceNumber, dossier.id)),
      ...(await alike('phone', dossier.phone, dossier.id)),
    ];
    const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
    return unique.sort((a, b) => b.declaredAt.getTime() - a.declaredAt.getTime()).map(toListRow);
  };
  return {
    list: listQueries(db).list,
    ...workQueries(db, clock),
    counts: counter(db, clock),
    find: (id, agencies) => {
      const { sql, params } = within(agencies);
      return one(`d.id = ? AND ${sql}`, [id, ...params]);
    },
    findForeign: (number, insuranceNumber) =>
      one(`d.number = ? AND d.insurance_number = ? AND d.state = 'declared'`, [number, insuranceNumber]),
    pictures: async (dossierId) => {
      const rows = await db.rows<PictureRow>(
        `SELECT id, dossier_id AS dossierId, kind, name, type, file_id AS fileId, rotation, added_at AS addedAt, added_by AS addedBy,
                current AS current FROM registration_picture WHERE dossier_id = ? ORDER BY added_at DESC, id DESC`,
        [dossierId],
      );
      return rows.map(pictureOf);
    },
    history: (dossierId) =>
      db.rows<DossierEvent>(
        'SELECT at, actor_name AS actorName, title, note FROM registration_history WHERE dossier_id = ? ORDER BY id DESC',
        [dossierId],
      ),
    related,
    approved: (insuranceNumber) =>
      one(`d.insurance_number = ? AND d.kind = 'new' AND d.state = 'approved' ORDER BY d.declared_at DESC LIMIT 1`, [
        insuranceNumber,
      ]),
  };
};
