import { join, type Clause } from './clause.js';
import type { Database } from './connection.js';
import { behind, decode, encode, orderBy, turned, upTo, type Order, type Place } from './keyset.js';

/** So many rows are looked at for one page; the next page goes on behind them. */
export const REACH = 1_000;

/** Up to so many spans each one is read by its own index and their heads are put together. */
export const FEW_SPANS = 64;

/** A way to read a list: spans of an index, each of which gives its rows in the order of the list. */
export interface Lead {
  readonly from: string;
  readonly spans: readonly Clause[];
  readonly order: Order;
  /** Brings the rows of the list in where `from` is another table. */
  readonly joined?: string;
  /** What else the rows must have: looked at row by row. */
  readonly where: readonly Clause[];
  /** The spans hold few rows: all of them are read, in whatever order they come. */
  readonly few?: boolean;
}

export interface Cursor {
  readonly after?: string;
  readonly before?: string;
  readonly limit: number;
}

export interface ListPage<Row> {
  readonly rows: readonly Row[];
  /** Cursors of the pages around it; missing at the ends. */
  readonly next?: string;
  readonly previous?: string;
  /** It was looked no further than to this moment of the order: beyond it there may be others that fit. */
  readonly reached?: Date;
}

/** What every row says of its place, beside the columns that are asked for. */
export type Placed<Row, At extends Date | string = Date> = Row & { readonly sortAt: At; readonly sortId: string };

/** A lead and the place behind which a page is not looked for; none where it has no more rows than may be looked at. */
export interface Way<At extends Date | string = Date> {
  readonly lead: Lead;
  readonly end?: Place<At> | undefined;
}

interface Heads {
  readonly columns: string;
  readonly from: string;
  readonly where: readonly Clause[];
  /** LIMIT of each span. */
  readonly each: string;
  readonly limit: number;
}

/** The first rows of all spans, in order. */
const headsOf = <Row>(
  db: Database,
  { spans, order }: Lead,
  { columns, from, where, each, limit }: Heads,
): Promise<Row[]> => {
  if (spans.length === 0) return Promise.resolve([]);
  const { at, id, direction } = order;
  const parts = spans.map((span) => join([span, ...where]));
  const heads = parts.map(
    ({ sql }) =>
      `SELECT ${columns}${at} AS sortAt, ${id} AS sortId ${from} WHERE ${sql} ${orderBy(order)} LIMIT ${each}`,
  );
  const all = heads.map((sql, index) => `SELECT * FROM (${sql}) AS part${index}`).join(' UNION ALL ');
  const inOrder = `ORDER BY sortAt ${direction}, sortId ${direction} LIMIT ${limit}`;
  return db.rows<Row>(
    heads.length === 1 ? `${heads[0]}` : `SELECT * FROM (${all}) AS heads ${inOrder}`,
    parts.flatMap(({ params }) => params),
  );
};

/** What lies behind a place, and how many rows of it make up a page. */
interface Stretch<At extends Date | string> {
  readonly place: Place<At> | undefined;
  readonly limit: number;
}

/** By the index alone. With this end the rows are read as a short span: a long one an engine may read from its beginning. */
const endOf = async <At extends Date | string>(
  db: Database,
  lead: Lead,
  { place, limit }: Stretch<At>,
): Promise<Place<At> | undefined> => {
  const each = `1 OFFSET ${Math.max(limit, Math.ceil(REACH / Math.max(1, lead.spans.length))) - 1}`;
  const where = place ? [behind(place, lead.order)] : [];
  const [end] = await headsOf<Placed<object, At>>(db, lead, { columns: '', from: lead.from, where, each, limit: 1 });
  return end && { at: end.sortAt, id: end.sortId };
};

/** Few rows are sorted: an engine that went by the index of the order would look for them among all. */
const sorted = (lead: Lead): Lead => {
  const { at } = lead.order;
  return { ...lead, order: { ...lead.order, at: `COALESCE(${at}, ${at})` } };
};

/** Of several leads the one that sees all that lies behind a place, or else the most of it. */
export const farthest = async <At extends Date | string>(
  db: Database,
  leads: readonly Lead[],
  stretch: Stretch<At>,
): Promise<Way<At> | undefined> => {
  let best: Way<At> | undefined;
  for (const lead of leads) {
    if (lead.few) return { lead: sorted(lead) };
    const end = await endOf(db, lead, stretch);
    if (!end || lead.where.length === 0) return { lead, end };
    if (!best?.end || (lead.order.direction === 'ASC' ? end.at > best.end.at : end.at < best.end.at))
      best = { lead, end };
  }
  return best;
};

/** The first rows on that way behind a place. */
export const rowsOn = <Row, At extends Date | string>(
  db: Database,
  { lead, end }: Way<At>,
  { columns, place, limit }: Stretch<At> & { readonly columns: string },
): Promise<Placed<Row, At>[]> => {
  const { from, joined = '', order, where } = lead;
  return headsOf<Placed<Row, At>>(db, lead, {
    columns: `${columns}, `,
    from: `${from} ${joined}`,
    where: [...(place ? [behind(place, order)] : []), ...(end ? [upTo(end, order)] : []), ...where],
    each: String(limit),
    limit,
  });
};

export const backwards = (leads: readonly Lead[]): Lead[] =>
  leads.map((lead) => ({ ...lead, order: turned(lead.order) }));

/** A page of a list that is read by one of several leads; no page costs more the more rows there are. */
export const listPage = async <Row extends object>(
  db: Database,
  { columns, leads }: { readonly columns: string; readonly leads: readonly Lead[] },
  { after = '', before = '', limit }: Cursor,
): Promise<ListPage<Row>> => {
  const back = after === '' && decode(before) !== undefined;
  const place = decode(back ? before : after);
  const stretch = { place, limit: limit + 1 };
  const way = await farthest(db, back ? backwards(leads) : leads, stretch);
  if (!way) return { rows: [] };
  const found = await rowsOn<Row, Date>(db, way, { columns, ...stretch });
  const full = found.length > limit;
  const rows = found.slice(0, limit);
  const places = rows.map(({ sortAt, sortId }) => ({ at: sortAt, id: sortId }));
  const on = full ? places.at(-1) : way.end;
  const origin = place && (places[0] ?? place);
  const [next, previous] = back ? [origin, on] : [on, origin];
  return {
    rows: back ? rows.reverse() : rows,
    ...(next && { next: encode(next) }),
    ...(previous && { previous: encode(previous) }),
    ...(!full && way.end && { reached: way.end.at }),
  };
};
