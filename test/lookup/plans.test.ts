import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCatalogQueries } from '../../src/modules/lookup/catalog.queries.js';
import { CATALOGS, readPlace, type CatalogFilter } from '../../src/modules/lookup/catalog.rules.js';
import { numberFinderOf } from '../../src/modules/records/number-finder.queries.js';
import { openHouse, type House } from '../kit/house.js';
import { takeIn } from '../kit/imports.js';
import { engine } from '../kit/storage.js';
import { employersCsv } from './many.js';

const MANY = 4_000;

let house: House;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  await takeIn(house, 'employers', employersCsv(MANY));
}, 120_000);
afterAll(() => house.close());

type Database = House['app']['db'];

/** The statements that `work` sends, values written in. */
const statementsOf = async (work: (db: Database) => Promise<unknown>): Promise<string[]> => {
  const { db } = house.app;
  const seen: string[] = [];
  const rows: Database['rows'] = (sql, params = []) => {
    const values = [...params];
    seen.push(sql.replace(/\?/g, () => db.sequelize.escape(values.shift() as string)));
    return db.rows(sql, params);
  };
  await work({ ...db, rows, row: async (sql, params) => (await rows<never>(sql, params))[0] });
  return seen;
};

interface Step {
  readonly detail?: string;
  readonly type?: string;
  readonly table?: string | null;
}

/** Tables that a statement reads from end to end without an index. */
const scansOf = async (sql: string): Promise<string[]> => {
  const words = engine() === 'embedded' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
  const options = { type: QueryTypes.SELECT, exempt: true } as const;
  const steps = await house.app.db.sequelize.query<Step & object>(`${words} ${sql}`, options);
  return steps
    .filter(({ detail, type }) => (detail ? /^SCAN (?!.*USING|counted|CONSTANT)/.test(detail) : type === 'ALL'))
    .map(({ detail, table }) => detail ?? table ?? '')
    .filter((table) => !/^<(derived|subquery)|^\(subquery|^SCAN (\(|few)/.test(table));
};

/** The index by which a statement finds its rows. */
const indexOf = async (sql: string): Promise<string> => {
  const words = engine() === 'embedded' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
  const options = { type: QueryTypes.SELECT, exempt: true } as const;
  const steps = await house.app.db.sequelize.query<Step & { key?: string | null } & object>(`${words} ${sql}`, options);
  return steps.map(({ detail, key }) => detail ?? key ?? '').join(' ');
};

const asked = (more: Partial<CatalogFilter>): CatalogFilter => ({
  ...{ province: '48', commune: '', agency: '', code: '', name: '', today: '2026-03-16' },
  ...more,
});

const FILTERS: readonly Partial<CatalogFilter>[] = [
  {},
  { province: '' },
  { name: 'cong ty' },
  { name: 'công ty' },
  { name: 'cong ty', province: '' },
  { name: 'c' },
  { name: 'duong' },
  { name: 'đường' },
  { name: 'lop xe hoa khanh' },
  { name: 'khong co' },
  { commune: '20242', name: 'cong' },
  { agency: '04803', name: 'cong' },
  { code: 'QZ0007H' },
  { code: '0400133326' },
];

describe('a search among thousands', () => {
  test.each(FILTERS)('%j reads no table whole', async (filter) => {
    const statements = await statementsOf((db) =>
      createCatalogQueries(db).page(CATALOGS['don-vi-tham-gia'], asked(filter)),
    );
    for (const sql of statements) expect([sql, await scansOf(sql)]).toEqual([sql, []]);
  });

  test.each([
    ['0400133326', /tax_code/],
    ['QZ0007H', /PRIMARY|autoindex/],
  ])('for the code %s is read by it, not by the province', async (code, index) => {
    const statements = await statementsOf((db) =>
      createCatalogQueries(db).page(CATALOGS['don-vi-tham-gia'], asked({ code })),
    );
    for (const sql of statements) expect(await indexOf(sql)).toMatch(index);
  });

  test('goes on from a place in the middle without reading what stands before it', async () => {
    const { db } = house.app;
    const first = await createCatalogQueries(db).page(CATALOGS['don-vi-tham-gia'], asked({ name: 'cong ty' }));
    const place = readPlace('after', first.next ?? '');
    const work = (reads: Database) =>
      createCatalogQueries(reads).page(CATALOGS['don-vi-tham-gia'], asked({ name: 'cong ty' }), place);
    const statements = await statementsOf(work);
    for (const sql of statements) expect([sql, await scansOf(sql)]).toEqual([sql, []]);
  });

  test('is written anew with the name: old words are gone', async () => {
    const { db } = house.app;
    const text = employersCsv(6).replace('Công ty TNHH Đường Mía Sông Trong', 'Công ty TNHH Mật Ong Sông Trong');
    await takeIn(house, 'employers', text);
    const found = async (name: string) =>
      (await createCatalogQueries(db).page(CATALOGS['don-vi-tham-gia'], asked({ name }))).count;
    expect([await found('duong mia'), await found('mat ong')]).toEqual([0, 1]);
  });
});

test('the number lookup reads people by name and birth date', async () => {
  const who = { fullName: 'Trần Thị Bình', birthDate: '1990-05-12', paperNumber: '', communeCode: '20242' };
  const [sql = ''] = await statementsOf((db) => numberFinderOf(db).find(who));
  expect(await scansOf(sql)).toEqual([]);
});
