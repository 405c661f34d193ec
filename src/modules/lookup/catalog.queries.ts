import type { Database } from '../../core/db/connection.js';
import { writePlace, type Catalog, type CatalogFilter, type Place } from './catalog.rules.js';
import { lacksAny, leadOf, type Clause, type Lead } from './lead.queries.js';
import type { CollectionAgentRow } from './collection-agent.model.js';
import type { EmployerRow } from './employer.model.js';
import type { FacilityRow } from './facility.model.js';
import type { Listing, OpenPlace } from './listing.model.js';
import { wantedIn, type Wanted } from './word.rules.js';

/** A row of any list; what its table does not have is missing. */
export type CatalogRow = Omit<Listing, 'updatedAt'> &
  Partial<
    OpenPlace &
      Pick<FacilityRow, 'tier' | 'grade' | 'signsContract' | 'issuesSickLeave' | 'takesRegistration'> &
      Pick<CollectionAgentRow, 'kind' | 'contactPerson'> &
      Pick<EmployerRow, 'taxCode'>
  >;

export interface CatalogPage {
  readonly rows: readonly CatalogRow[];
  /** How many rows stand before the first. */
  readonly at: number;
  readonly next?: string;
  readonly previous?: string;
  /** How many there are; `more` where counting stopped. */
  readonly count: number;
  readonly more: boolean;
}

const PAGE = 20;
/** Counting goes no further. */
const COUNTED = 200;
/** Rows that are read at a time where all of them are wanted. */
const BATCH = 500;

const COMMON = `d.code, d.name, d.name_folded AS nameFolded, d.province_code AS provinceCode, d.commune_code AS communeCode,
  d.address, d.agency_code AS agencyCode, d.phone, d.state, d.valid_from AS validFrom, d.valid_to AS validTo`;
const OPEN = `d.opening_hours AS openingHours, d.latitude, d.longitude, d.location_approximate AS locationApproximate`;

const COLUMNS: Readonly<Record<Catalog['kind'], string>> = {
  facility: `${COMMON}, ${OPEN}, d.tier, d.grade, d.signs_contract AS signsContract,
    d.issues_sick_leave AS issuesSickLeave, d.takes_registration AS takesRegistration`,
  employer: `${COMMON}, d.tax_code AS taxCode`,
  agent: `${COMMON}, ${OPEN}, d.kind, d.contact_person AS contactPerson`,
};

/** A tax code is told from a code of units by its digits. */
const byCode = (code: string): Clause[] =>
  code ? [[/^\d{10}/.test(code) ? 'd.tax_code = ?' : 'd.code = ?', code]] : [];

const conditions = ({ open, only }: Catalog, filter: CatalogFilter): Clause[] => {
  const { province, commune, agency, code, today } = filter;
  // A code has one row: an engine must not read it by the many of a place.
  const within = (column: string): string => (code ? `COALESCE(${column}, '') = ?` : `${column} = ?`);
  return [
    ...(province ? [[within('d.province_code'), province] as const] : []),
    ...(commune ? [[within('d.commune_code'), commune] as const] : []),
    ...(agency ? [[within('d.agency_code'), agency] as const] : []),
    ...byCode(code),
    ...(only ? [[only] as const] : []),
    ...(open ? [[`d.state <> 'ended' AND (d.valid_to IS NULL OR d.valid_to >= ?)`, today] as const] : []),
  ];
};

/** Behind a row of the order, or before it. The first condition is for the index. */
const beyond = ({ order: [name, code] }: Lead, place: Place, sign: '<' | '>'): Clause => [
  `${name} ${sign}= ? AND (${name} ${sign} ? OR ${code} ${sign} ?)`,
  place.name,
  place.name,
  place.code,
];

/** One part of a list: first what fits with its marks as typed, then what fits without. */
interface Phase {
  readonly rank: 0 | 1;
  readonly starts: Wanted['folded'];
  readonly without: Clause[];
}

const phasesOf = (catalog: Catalog, { folded, marked }: Wanted): Phase[] =>
  marked
    ? [
        { rank: 0, starts: marked, without: [] },
        { rank: 1, starts: folded, without: [lacksAny(catalog, marked)] },
      ]
    : [{ rank: 0, starts: folded, without: [] }];

interface Step {
  readonly place: Place | undefined;
  readonly limit: number;
}

const joined = (clauses: readonly Clause[]) => ({
  where: clauses.length ? `WHERE ${clauses.map(([sql]) => sql).join(' AND ')}` : '',
  params: clauses.flatMap(([, ...params]) => params),
});

/** One search of one list. */
class Search {
  readonly phases: readonly Phase[];
  private readonly wanted: Wanted;

  constructor(
    private readonly db: Database,
    private readonly catalog: Catalog,
    private readonly filter: CatalogFilter,
  ) {
    this.wanted = wantedIn(filter.name);
    this.phases = phasesOf(catalog, this.wanted);
  }

  async rows({ starts, without }: Phase, { place, limit }: Step): Promise<CatalogRow[]> {
    const lead = await leadOf(this.db, this.catalog, { filter: this.filter, starts });
    const back = place?.way === 'before';
    const rest = place?.name === undefined ? [] : [beyond(lead, place, back ? '<' : '>')];
    const { where, params } = joined([...lead.where, ...conditions(this.catalog, this.filter), ...without, ...rest]);
    const order = lead.order.map((column) => `${column} ${back ? 'DESC' : 'ASC'}`).join(', ');
    return this.db.rows<CatalogRow>(
      `SELECT ${COLUMNS[this.catalog.kind]} ${lead.from} ${where} ORDER BY ${order} LIMIT ${Math.trunc(limit)}`,
      [...lead.params, ...params],
    );
  }

  async count(): Promise<number> {
    const { folded: starts } = this.wanted;
    const lead = await leadOf(this.db, this.catalog, { filter: this.filter, starts });
    const { where, params } = joined([...lead.where, ...conditions(this.catalog, this.filter)]);
    const counted = `SELECT 1 AS one ${lead.from} ${where} LIMIT ${COUNTED + 1}`;
    const sql = `SELECT COUNT(*) AS count FROM (${counted}) AS counted`;
    const found = await this.db.row<{ count: number }>(sql, [...lead.params, ...params]);
    return Number(found?.count ?? 0);
  }

  /** Rows beyond a place, going on from one part of the list to the next. */
  async walk(place: Place | undefined, limit: number): Promise<{ row: CatalogRow; rank: 0 | 1 }[]> {
    const back = place?.way === 'before';
    const found: { row: CatalogRow; rank: 0 | 1 }[] = [];
    for (const phase of back ? [...this.phases].reverse() : this.phases) {
      if (place && (back ? phase.rank > place.rank : phase.rank < place.rank)) continue;
      const inside = place?.rank === phase.rank ? place : undefined;
      const rows = await this.rows(phase, { place: inside ?? this.edge(back), limit: limit - found.length });
      found.push(...rows.map((row) => ({ row, rank: phase.rank })));
      if (found.length >= limit) break;
    }
    return found;
  }

  /** The far end of a part that is entered backwards: behind every name. */
  private edge(back: boolean): Place | undefined {
    return back ? { way: 'before', rank: 0, name: '\uffff', code: '', at: 0 } : undefined;
  }
}

export const createCatalogQueries = (db: Database) => {
  return {
    page: async (catalog: Catalog, filter: CatalogFilter, place?: Place): Promise<CatalogPage> => {
      const search = new Search(db, catalog, filter);
      const back = place?.way === 'before';
      const [found, count] = [await search.walk(place, PAGE + 1), await search.count()];
      const more = found.length > PAGE;
      const rows = found.slice(0, PAGE);
      if (back) rows.reverse();
      const at = back ? Math.max(0, place.at - rows.length) : (place?.at ?? 0);
      const [first, last] = [rows.at(0), rows.at(-1)];
      const placeOf = ({ row, rank }: (typeof rows)[number], before: number): string =>
        writePlace({ rank, at: before, name: row.nameFolded, code: row.code });
      return {
        rows: rows.map(({ row }) => row),
        at,
        ...(last && (back || more) && { next: placeOf(last, at + rows.length) }),
        ...(first && (back ? more : place !== undefined) && { previous: placeOf(first, at) }),
        count: Math.min(count, COUNTED),
        more: count > COUNTED,
      };
    },

    /** Every row that fits, a batch at a time. */
    async *all(catalog: Catalog, filter: CatalogFilter): AsyncGenerator<readonly CatalogRow[]> {
      const search = new Search(db, catalog, filter);
      let place: Place | undefined;
      for (;;) {
        const found = await search.walk(place, BATCH);
        const last = found.at(-1);
        if (last) yield found.map(({ row }) => row);
        if (!last || found.length < BATCH) return;
        place = { way: 'after', rank: last.rank, name: last.row.nameFolded, code: last.row.code, at: 0 };
      }
    },
  };
};

export type CatalogQueries = ReturnType<typeof createCatalogQueries>;
