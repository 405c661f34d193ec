import type { Sequelize } from 'sequelize';
import { code, flag, optional } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import { listingColumns, openPlaceColumns, type Listing, type OpenPlace } from './listing.model.js';

/** Technical tier since 2025: ban đầu, cơ bản, chuyên sâu. */
export type Tier = 'initial' | 'basic' | 'advanced';

/** A place of examination and treatment (CSKCB). Its code still begins with one of the 63 old provinces. */
export interface FacilityRow extends Listing, OpenPlace {
  tier: Tier | null;
  /** Hạng of a hospital: special, 1 to 4. */
  grade: string | null;
  /** Treats on contract with health insurance. */
  signsContract: boolean;
  /** May issue papers for leave with social insurance. */
  issuesSickLeave: boolean;
  /** Takes first registrations (ĐKKCBBĐ). */
  takesRegistration: boolean;
}

export const facilityTable = (sequelize: Sequelize): Table<FacilityRow> =>
  defineTable<FacilityRow>(sequelize, 'lookup_facility', {
    ...listingColumns(5),
    ...openPlaceColumns(),
    tier: optional(code(8)),
    grade: optional(code(7)),
    signsContract: flag(),
    issuesSickLeave: flag(),
    takesRegistration: flag(),
  });
