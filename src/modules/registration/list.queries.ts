import type { DossierFilter, DossierListRow, DossierPage } from '../../contracts/registration.js';
import { addDays, startOfDay } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import type { SqlValue } from '../../core/db/dialect.js';
import { nameWords } from '../../core/text.js';
import { LIST_COLUMNS, toListRow, type ListSelection } from './dossier.mapper.js';

/** Part of a statement with the values of its `?`. */
interface Clause {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

const clause = (sql: string, ...params: SqlValue[]): Clause => ({ sql, params });

/** Up to so many agencies each one is read by its own index and the heads are put together. */
const FEW_AGENCIES = 16;
/** A word that fewer rows have than this leads the search; a commoner one is only checked row by row. */
const RARE = 1_000;
/** Behind every letter and digit of a folded word. */
const AFTER = '\u007f';

const words = (filter: DossierFilter): string[] => (filter.name ? nameWords(filter.name) : []);

const hasWord = (word: string): Clause =>
  clause(
    'EXISTS (SELECT 1 FROM registration_name_word w WHERE w.dossier_id = d.id AND w.word >= ? AND w.word < ?)',
    word,
    word + AFTER,
  );

const optional = (value: string | undefined, make: (value: string) => Clause): Clause[] => (value ? [make(value)] : []);

const conditions = (filter: DossierFilter): Clause[] => [
  ...optional(filter.number, (value) => clause('d.number = ?', value)),
  ...optional(filter.insuranceNumber, (value) => clause('d.insurance_number = ?', value)),
  ...optional(filter.from, (value) => clause('d.declared_at >= ?', startOfDay(value))),
  ...optional(filter.to, (value) => clause('d.declared_at < ?', startOfDay(addDays(value, 1)))),
  ...optional(filter.assessment, (value) => clause('d.assessment = ?', value)),
  ...optional(filter.state, (value) => clause('d.state = ?', value)),
  ...optional(filter.kind, (value) => clause('d.kind = ?', value)),
];

const join = (clauses: readonly Clause[]): Clause => ({
  sql: clauses.map(({ sql }) => sql).join(' AND ') || '1 = 1',
  params: clauses.flatMap(({ params }) => params),
});

const inList = (codes: readonly string[]): Clause =>
  codes.length ? clause(`d.agency_code IN (${codes.map(() => '?').join(', ')})`, ...codes) : clause('1 = 0');

/** The agencies asked for that lie within the officer's own; 'all' where nothing narrows it. */
const scope = ({ agencies, agencyCode }: DossierFilter): readonly string[] | 'all' => {
  if (!agencyCode) return agencies;
  return agencies === 'all' || agencies.includes(agencyCode) ? [agencyCode] : [];
};

const encode = (row: { declaredAt: Date; id: string }): string =>
  Buffer.from(`${row.declaredAt.getTime()}.${row.id}`).toString('base64url');

const decode = (cursor: string): { at: Date; id: string } | undefined => {
  const [time, id] = Buffer.from(cursor, 'base64url').toString('latin1').split('.');
  const at = new Date(Number(time));
  return id && /^[0-9a-f-]{36}$/.test(id) && !Number.isNaN(at.getTime()) ? { at, id } : undefined;
};

/** Rows behind (older) or before (newer) a cursor; a cursor that is none of ours counts as no cursor. */
const beyond = (cursor: string | undefined, sign: '<' | '>'): Clause[] => {
  const place = cursor ? decode(cursor) : undefined;
  return place ? [clause(`(d.declared_at ${sign} ? OR (d.declared_at = ? AND d.id ${sign} ?))`, place.at, place.at, place.id)] : [];
};

const FROM = 'FROM registration_dossier d';

/** Reads of the officers' list: keyset pages, newest first, never outside the agencies of the filter. */
export const listQueries = (db: Database) => {
  /** Ids of the dossiers with a rare word of the name; undefined when every word is common. */
  const byRareWord = async (typed: readonly string[]): Promise<Clause | undefined> => {
    for (const word of typed) {
      const found = await db.row<{ n: number }>(
        `SELECT COUNT(*) AS n FROM (SELECT 1 AS one FROM registration_name_word WHERE word >= ? AND word < ? LIMIT ${RARE}) AS probe`,
        [word, word + AFTER],
      );
      if (Number(found?.n ?? 0) < RARE)
        return clause(`d.id IN (SELECT w.dossier_id FROM registration_name_word w WHERE w.word >= ? AND w.word < ?)`, word, word + AFTER);
    }
    return undefined;
  };

  const read = (scoped: readonly string[] | 'all', where: readonly Clause[], direction: 'ASC' | 'DESC', limit: number): Promise<ListSelection[]> => {
    const order = `ORDER BY d.declared_at ${direction}, d.id ${direction} LIMIT ${limit}`;
    if (scoped === 'all' || scoped.length > FEW_AGENCIES) {
      const { sql, params } = join(scoped === 'all' ? where : [inList(scoped), ...where]);
      return db.rows<ListSelection>(`SELECT ${LIST_COLUMNS} ${FROM} WHERE ${sql} ${order}`, params);
    }
    const parts = scoped.map((code) => join([clause('d.agency_code = ?', code), ...where]));
    const union = parts.map(({ sql }, index) => `SELECT * FROM (SELECT ${LIST_COLUMNS} ${FROM} WHERE ${sql} ${order}) AS part${index}`);
    return db.rows<ListSelection>(
      `SELECT * FROM (${union.join(' UNION ALL ')}) AS heads ORDER BY declaredAt ${direction}, id ${direction} LIMIT ${limit}`,
      parts.flatMap(({ params }) => params),
    );
  };

  const list = async (filter: DossierFilter, cursor: { after?: string; before?: string; limit: number }): Promise<DossierPage> => {
    const scoped = scope(filter);
    if (scoped.length === 0) return { rows: [] };
    const typed = words(filter);
    const rare = typed.length ? await byRareWord(typed) : undefined;
    const where = [...(rare ? [rare] : []), ...conditions(filter), ...typed.map(hasWord)];
    const limit = Math.max(1, Math.min(200, Math.trunc(cursor.limit)));
    const backwards = cursor.before !== undefined && decode(cursor.before) !== undefined;
    const place = backwards ? beyond(cursor.before, '>') : beyond(cursor.after, '<');
    const found = await read(scoped, [...where, ...place], backwards ? 'ASC' : 'DESC', limit + 1);
    const more = found.length > limit;
    const rows: DossierListRow[] = found.slice(0, limit).map(toListRow);
    if (backwards) rows.reverse();
    const [first, last] = [rows.at(0), rows.at(-1)];
    const older = backwards ? true : more;
    const newer = backwards ? more : place.length > 0;
    return {
      rows,
      ...(last && older && { next: encode(last) }),
      ...(first && newer && { previous: encode(first) }),
    };
  };

  return { list };
};
