import { join, type Clause } from '../../core/db/clause.js';
import type { Database } from '../../core/db/connection.js';
import { upTo, type Place as RowPlace } from '../../core/db/keyset.js';
import { backwards, farthest, rowsOn, type Lead, type Way } from '../../core/db/list-page.js';
import { writePlace, type Catalog, type CatalogFilter, type Place } from './catalog.rules.js';
import { lacksAny, leadsOf } from './lead.queries.js';
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
  /** How many there are; `more` where counting stopped, `partly` where there may be others beyond what was looked at. */
  readonly count: number;
  readonly more: boolean;
  readonly partly?: boolean;
  /** It was looked no further: `next` goes on there. */
  readonly unfinished?: boolean;
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

/** One part of a list: first what fits with its marks as typed, then what fits without. */
interface Phase {
  readonly rank: 0 | 1;
  readonly starts: Wanted['folded'];
  readonly without: readonly Clause[];
}

const phasesOf = (catalog: Catalog, { folded, marked }: Wanted): Phase[] =>
  marked
    ? [
        { rank: 0, starts: marked, without: [] },
        { rank: 1, starts: folded, without: [lacksAny(catalog, marked)] },
      ]
    : [{ rank: 0, starts: folded, without: [] }];

/** Where a row stands in a list of two parts. */
type Spot = Pick<Place, 'rank' | 'name' | 'code'>;

interface Walked {
  readonly found: readonly { readonly row: CatalogRow; readonly spot: Spot }[];
  /** It was looked no further. */
  readonly end?: Spot;
}

const rowPlace = ({ name, code }: Spot): RowPlace<string> => ({ at: name, id: code });

/** The far end of a part that is entered backwards: behind every name. */
const FAR: RowPlace<string> = { at: '\uffff', id: '' };

/** One search of one list. */
class Search {
  readonly phases: readonly Phase[];
  private readonly wanted: Wanted;
  private readonly leads = new Map<Phase['starts'], Promise<Lead[]>>();

  constructor(
    private readonly db: Database,
    private readonly catalog: Catalog,
    private readonly filter: CatalogFilter,
  ) {
    this.wanted = wantedIn(filter.name);
    this.phases = phasesOf(catalog, this.wanted);
  }

  private async way(
    { starts, without }: Omit<Phase, 'rank'>,
    from: { place?: RowPlace<string> | undefined; back?: boolean } = {},
  ): Promise<Way<string> | undefined> {
    const { db, catalog, filter } = this;
    const found = this.leads.get(starts) ?? leadsOf(db, catalog, { filter, starts });
    this.leads.set(starts, found);
    const all = (await found).map((lead) => ({ ...lead, where: [...lead.where, ...without] }));
    return farthest(db, from.back ? backwards(all) : all, { place: from.place, limit: COUNTED + 1 });
  }

  /** How many rows there are, as far as they are counted. */
  async count(): Promise<Pick<CatalogPage, 'count' | 'more' | 'partly'>> {
    const way = await this.way({ starts: this.wanted.folded, without: [] });
    if (!way) return { count: 0, more: false };
    const { lead, end } = way;
    const { sql, params } = join([...lead.spans, ...(end ? [upTo(end, lead.order)] : []), ...lead.where]);
    const some = `SELECT 1 AS one ${lead.from} ${lead.joined ?? ''} WHERE ${sql} LIMIT ${COUNTED + 1}`;
    const found = await this.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM (${some}) AS counted`, params);
    const n = Number(found?.n ?? 0);
    return { count: Math.min(n, COUNTED), more: n > COUNTED, partly: end !== undefined && n <= COUNTED };
  }

  /** Rows beyond a place, going on from one part of the list to the next. */
  async walk(from: Place | undefined, limit: number): Promise<Walked> {
    const back = from?.way === 'before';
    const found: { row: CatalogRow; spot: Spot }[] = [];
    for (const phase of back ? [...this.phases].reverse() : this.phases) {
      const { rank } = phase;
      if (from && (back ? rank > from.rank : rank < from.rank)) continue;
      const place = from?.rank === rank ? rowPlace(from) : back ? FAR : undefined;
      const way = await this.way(phase, { place, back });
      if (!way) continue;
      const step = { columns: COLUMNS[this.catalog.kind], place, limit: limit - found.length };
      for (const row of await rowsOn<CatalogRow, string>(this.db, way, step))
        found.push({ row, spot: { rank, name: row.sortAt, code: row.sortId } });
      if (found.length >= limit) break;
      if (way.end) return { found, end: { rank, name: way.end.at, code: way.end.id } };
    }
    return { found };
  }
}

export const createCatalogQueries = (db: Database) => {
  return {
    page: async (catalog: Catalog, filter: CatalogFilter, place?: Place): Promise<CatalogPage> => {
      const search = new Search(db, catalog, filter);
      const back = place?.way === 'before';
      const { found, end } = await search.walk(place, PAGE + 1);
      const whole = !place && !end && found.length <= PAGE;
      const counted = whole ? { count: found.length, more: false } : await search.count();
      const shown = found.slice(0, PAGE);
      const on = found.length > PAGE ? shown.at(-1)?.spot : end;
      const origin = place && (shown[0]?.spot ?? place);
      const [next, previous] = back ? [origin, on] : [on, origin];
      const at = back ? Math.max(0, place.at - shown.length) : (place?.at ?? 0);
      const rows = shown.map(({ row }) => row);
      return {
        rows: back ? rows.reverse() : rows,
        at,
        ...(next && { next: writePlace({ ...next, at: at + rows.length }) }),
        ...(previous && { previous: writePlace({ ...previous, at }) }),
        ...counted,
        unfinished: found.length <= PAGE && end !== undefined,
      };
    },

    /** Every row that fits, a batch at a time. */
    async *all(catalog: Catalog, filter: CatalogFilter): AsyncGenerator<readonly CatalogRow[]> {
      const search = new Search(db, catalog, filter);
      let place: Place | undefined;
      for (;;) {
        const { found, end } = await search.walk(place, BATCH);
        if (found.length) yield found.map(({ row }) => row);
        const on = found.length >= BATCH ? found.at(-1)?.spot : end;
        if (!on) return;
        place = { ...on, way: 'after', at: 0 };
      }
    },
  };
};

export type CatalogQueries = ReturnType<typeof createCatalogQueries>;
