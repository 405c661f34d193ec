import { code, day, flag, instant, number, optional, primary, text, type Columns } from '../../core/db/columns.js';

export type ListingState = 'active' | 'paused' | 'ended';

/** What every row of a public list has. */
export interface Listing {
  code: string;
  name: string;
  nameFolded: string;
  provinceCode: string;
  communeCode: string | null;
  address: string;
  /** The agency that looks after it. */
  agencyCode: string | null;
  phone: string;
  state: ListingState;
  validFrom: string | null;
  validTo: string | null;
  updatedAt: Date;
}

/** What has a place on the map and hours at which it is open. */
export interface OpenPlace {
  openingHours: string;
  latitude: number | null;
  longitude: number | null;
  /** The point is only near by. */
  locationApproximate: boolean;
}

export const listingColumns = (codeLength: number): Columns => ({
  code: primary(code(codeLength)),
  name: text(200),
  nameFolded: code(200),
  provinceCode: code(2),
  communeCode: optional(code(5)),
  address: text(300),
  agencyCode: optional(code(5)),
  phone: text(40),
  state: code(6),
  validFrom: optional(day()),
  validTo: optional(day()),
  updatedAt: instant(),
});

export const openPlaceColumns = (): Columns => ({
  openingHours: text(160),
  latitude: optional(number()),
  longitude: optional(number()),
  locationApproximate: flag(),
});
