import type { Day } from '../../core/clock.js';

/** The lists of places and units that anybody may search, by the last word of their address. */
export const CATALOGS = {
  'cskcb-giay-nghi-viec': {
    kind: 'facility',
    table: 'lookup_facility',
    open: true,
    only: 'd.issues_sick_leave = 1',
  },
  'cskcb-kcb-bhyt': { kind: 'facility', table: 'lookup_facility', open: true, only: 'd.signs_contract = 1' },
  'don-vi-tham-gia': { kind: 'employer', table: 'lookup_employer', open: false, only: '' },
  'diem-thu': { kind: 'agent', table: 'lookup_collection_agent', open: true, only: '' },
} as const satisfies Record<string, Catalog>;

export type CatalogName = keyof typeof CATALOGS;

export interface Catalog {
  readonly kind: 'facility' | 'employer' | 'agent';
  readonly table: string;
  /** People go there: what has ended is left out. Units that have ended are shown as such. */
  readonly open: boolean;
  /** What rows must be, as SQL over `d`. */
  readonly only: string;
}

/** Pages that show rows of this kind are old once it moves on. */
export const topicOf = (kind: Catalog['kind']): string => `lookup-${kind}`;

/** What is asked of a list; empty means: not asked for. */
export interface CatalogFilter {
  readonly province: string;
  readonly commune: string;
  readonly agency: string;
  /** Code or tax code, exactly. */
  readonly code: string;
  /** Words of the name as typed. */
  readonly name: string;
  readonly today: Day;
}

/** A place in a list: the row with this name and code, `rank` 0 for those with the marks as typed. */
export interface Place {
  readonly way: 'after' | 'before';
  readonly rank: 0 | 1;
  readonly name: string;
  readonly code: string;
  /** How many rows stand before the page that begins here, or ends here. */
  readonly at: number;
}

const isPlace = (value: unknown): value is [0 | 1, number, string, string] =>
  Array.isArray(value) &&
  value.length === 4 &&
  (value[0] === 0 || value[0] === 1) &&
  Number.isSafeInteger(value[1]) &&
  (value[1] as number) >= 0 &&
  typeof value[2] === 'string' &&
  typeof value[3] === 'string';

export const writePlace = ({ rank, at, name, code }: Omit<Place, 'way'>): string =>
  Buffer.from(JSON.stringify([rank, at, name, code])).toString('base64url');

/** Nothing where an address was changed by hand: the list then begins anew. */
export const readPlace = (way: Place['way'], text: string): Place | undefined => {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return isPlace(value) ? { way, rank: value[0], at: value[1], name: value[2], code: value[3] } : undefined;
  } catch {
    return undefined;
  }
};
