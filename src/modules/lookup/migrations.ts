import {
  code,
  count,
  day,
  flag,
  instant,
  number,
  optional,
  primary,
  text,
  type Columns,
} from '../../core/db/columns.js';
import type { Migration, MigrationTools } from '../../core/db/migrator.js';
import { keptWords } from './word.rules.js';

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

interface Named {
  readonly code: string;
  readonly name: string;
  readonly folded: string;
  readonly province: string;
}

/** Rows that are read and whose words are written at a time. */
const BATCH = 1_000;

/** The words of rows that were there before words were kept. */
const fillWords = async (tools: MigrationTools, kind: string, table: string): Promise<void> => {
  let last = '';
  for (;;) {
    // Codes are ASCII without quotes: what importers let in.
    const rows = await tools.rows<Named>(
      `SELECT code, name, name_folded AS folded, province_code AS province FROM ${table} WHERE code > '${last}' ORDER BY code LIMIT ${BATCH}`,
    );
    const words = rows.flatMap(({ code, name, folded, province }) =>
      keptWords(name).map((word) => ({ kind, code, word, provinceCode: province, name: folded })),
    );
    for (let start = 0; start < words.length; start += BATCH)
      await tools.fill('lookup_word', words.slice(start, start + BATCH));
    if (rows.length < BATCH) return;
    last = rows.at(-1)?.code ?? '';
  }
};

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
  {
    name: '030-word',
    up: (tools) =>
      tools.createTable('lookup_word', {
        kind: primary(code(8)),
        code: primary(code(20)),
        word: primary(code(60)),
        provinceCode: code(2),
        name: code(200),
      }),
  },
  index('031-word-name', 'lookup_word', ['kind', 'word', 'name', 'code']),
  index('032-word-place', 'lookup_word', ['kind', 'provinceCode', 'word', 'name', 'code']),
  { name: '033-facility-words', up: (tools) => fillWords(tools, 'facility', 'lookup_facility') },
  { name: '034-employer-words', up: (tools) => fillWords(tools, 'employer', 'lookup_employer') },
  { name: '035-collection-agent-words', up: (tools) => fillWords(tools, 'agent', 'lookup_collection_agent') },
  index('036-facility-province', 'lookup_facility', ['provinceCode', 'nameFolded']),
  index('037-employer-province', 'lookup_employer', ['provinceCode', 'nameFolded']),
  index('038-collection-agent-province', 'lookup_collection_agent', ['provinceCode', 'nameFolded']),
  // With the code behind the name, so that a place in the list is found without the rows before it.
  index('042-facility-place-in-list', 'lookup_facility', ['provinceCode', 'nameFolded', 'code']),
  index('043-employer-place-in-list', 'lookup_employer', ['provinceCode', 'nameFolded', 'code']),
  index('044-collection-agent-place-in-list', 'lookup_collection_agent', ['provinceCode', 'nameFolded', 'code']),
  index('045-facility-place-in-commune', 'lookup_facility', ['provinceCode', 'communeCode', 'nameFolded', 'code']),
  index('046-employer-place-in-commune', 'lookup_employer', ['provinceCode', 'communeCode', 'nameFolded', 'code']),
  index('047-agent-place-in-commune', 'lookup_collection_agent', ['provinceCode', 'communeCode', 'nameFolded', 'code']),
  {
    name: '040-attempt',
    up: (tools) =>
      tools.createTable('lookup_attempt', { bucket: primary(code(64)), failures: count(), until: instant() }),
  },
  index('041-attempt-end', 'lookup_attempt', ['until']),
];
