import { code, day, flag, instant, json, number, optional, primary, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import type { AgencyLevel } from '../../contracts/organisation.js';
import type { Sequelize } from 'sequelize';

export interface AgencyRow {
  code: string;
  name: string;
  shortName: string;
  nameFolded: string;
  level: AgencyLevel;
  parentCode: string | null;
  /** Codes from the root, each followed by a slash: `00001/04801/04802/`; as written last, the tree is read by `parentCode`. */
  path: string;
  provinceCode: string | null;
  /** JSON list of commune codes. */
  serves: string;
  address: string;
  phone: string;
  openingHours: string;
  latitude: number | null;
  longitude: number | null;
  locationApproximate: boolean;
  receives: boolean;
  /** The last day on which it works. */
  validTo: string | null;
  /** Who goes on with its work then. */
  replacedBy: string | null;
  /** When an administrator or a file wrote it; nothing for what has been there from the beginning. */
  updatedAt: Date | null;
}

/** The tree of agencies; its key is the agency's own code of five digits. */
export const agencyTable = (sequelize: Sequelize): Table<AgencyRow> =>
  defineTable<AgencyRow>(sequelize, 'organisation_agency', {
    code: primary(code(5)),
    name: text(160),
    shortName: text(120),
    nameFolded: code(160),
    level: code(10),
    parentCode: optional(code(5)),
    path: code(60),
    provinceCode: optional(code(2)),
    serves: json(),
    address: text(240),
    phone: text(40),
    openingHours: text(160),
    latitude: optional(number()),
    longitude: optional(number()),
    locationApproximate: flag(),
    receives: flag(),
    validTo: optional(day()),
    replacedBy: optional(code(5)),
    updatedAt: optional(instant()),
  });
