import type { Sequelize } from 'sequelize';
import { code, optional } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import { listingColumns, type Listing } from './listing.model.js';

/** A unit that takes part for its people (đơn vị tham gia). */
export interface EmployerRow extends Listing {
  /** Ten digits; a branch has three more behind a dash. */
  taxCode: string | null;
}

export const employerTable = (sequelize: Sequelize): Table<EmployerRow> =>
  defineTable<EmployerRow>(sequelize, 'lookup_employer', { ...listingColumns(7), taxCode: optional(code(14)) });
