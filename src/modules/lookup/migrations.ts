import { code, day, flag, instant, number, optional, primary, text, type Columns } from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';

const listing = (codeLength: number): Columns => ({
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

const openPlace: Columns = {
  openingHours: text(160),
  latitude: optional(number()),
  longitude: optional(number()),
  locationApproximate: flag(),
};

const index = (name: string, table: string, columns: string[]): Migration => ({
  name,
  up: (tools) => tools.addIndex(table, columns),
});

export const lookupMigrations: readonly Migration[] = [
  {
    name: '001-facility',
    up: (tools) =>
      tools.createTable('lookup_facility', {
        ...listing(5),
        ...openPlace,
        tier: optional(code(8)),
        grade: optional(code(7)),
        signsContract: flag(),
        issuesSickLeave: flag(),
        takesRegistration: flag(),
      }),
  },
  index('002-facility-name', 'lookup_facility', ['nameFolded']),
  index('003-facility-place', 'lookup_facility', ['provinceCode', 'communeCode', 'nameFolded']),
  {
    name: '010-employer',
    up: (tools) => tools.createTable('lookup_employer', { ...listing(7), taxCode: optional(code(14)) }),
  },
  index('011-employer-name', 'lookup_employer', ['nameFolded']),
  index('012-employer-place', 'lookup_employer', ['provinceCode', 'communeCode', 'nameFolded']),
  index('013-employer-agency', 'lookup_employer', ['agencyCode', 'nameFolded']),
  index('014-employer-tax', 'lookup_employer', ['taxCode']),
  {
    name: '020-collection-agent',
    up: (tools) =>
      tools.createTable('lookup_collection_agent', {
        ...listing(20),
        ...openPlace,
        kind: code(5),
        contactPerson: text(120),
      }),
  },
  index('021-collection-agent-name', 'lookup_collection_agent', ['nameFolded']),
  index('022-collection-agent-place', 'lookup_collection_agent', ['provinceCode', 'communeCode', 'nameFolded']),
];
