import { afterAll, beforeAll, expect, test } from 'vitest';
import { fold } from '../../src/core/text.js';
import { openHouse, type House } from '../kit/house.js';

let house: House;
beforeAll(async () => {
  house = await openHouse({ demo: true });
});
afterAll(() => house.close());

const rows = <Row>(sql: string): Promise<Row[]> => house.app.db.rows<Row>(sql);

test('the facilities of the reference have their true codes and stand in places that exist', async () => {
  const facilities = await rows<{ code: string; name: string; folded: string; province: string; parent: string }>(
    `SELECT f.code, f.name, f.name_folded AS folded, f.province_code AS province, c.province_code AS parent
       FROM lookup_facility f LEFT JOIN organisation_commune c ON c.code = f.commune_code`,
  );
  expect(facilities).toHaveLength(31);
  expect(facilities.filter(({ province, parent }) => province !== parent)).toEqual([]);
  expect(facilities.filter(({ name, folded }) => fold(name) !== folded)).toEqual([]);
  expect(facilities.find(({ code }) => code === '79048')?.name).toBe('Bệnh viện Chợ Rẫy');
});

test('seeding again adds nothing', async () => {
  const { seed } = await import('../../src/seed.js');
  await seed(house.app, 'reference');
  expect(await rows('SELECT code FROM lookup_facility')).toHaveLength(31);
});

test('40 employers and 40 places of collection, looked after by agencies that exist', async () => {
  for (const table of ['lookup_employer', 'lookup_collection_agent']) {
    const all = await rows<{ agency: string | null; parent: string | null; commune: string | null }>(
      `SELECT a.code AS agency, c.province_code AS parent, t.commune_code AS commune FROM ${table} t
         LEFT JOIN organisation_agency a ON a.code = t.agency_code
         LEFT JOIN organisation_commune c ON c.code = t.commune_code`,
    );
    expect(all).toHaveLength(40);
    expect(all.filter(({ agency }) => !agency)).toEqual([]);
    expect(all.filter(({ commune, parent }) => commune && parent !== '48')).toEqual([]);
  }
});

test('employers and facilities of the records are among them', async () => {
  const strangers = await rows(
    `SELECT DISTINCT p.employer_code FROM records_participation p
       WHERE p.employer_code IS NOT NULL AND p.employer_code NOT IN (SELECT code FROM lookup_employer)`,
  );
  expect(strangers).toEqual([]);
  const elsewhere = await rows(
    'SELECT DISTINCT facility_code FROM records_card WHERE facility_code NOT IN (SELECT code FROM lookup_facility)',
  );
  expect(elsewhere).toEqual([]);
});
