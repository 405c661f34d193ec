import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { provincePerson } from '../../seeders/province/people.js';
import { addsUp } from '../../src/modules/records/visit.rules.js';
import { seedProvince } from '../../src/seed.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';

const PEOPLE = 400;
const TABLES = [
  'records_participant',
  'records_participation',
  'records_card',
  'records_visit',
  'records_visit_line',
  'auth_account',
  'registration_dossier',
  'registration_history',
  'registration_name_word',
  'lookup_employer',
  'lookup_collection_agent',
  'lookup_word',
] as const;

const silent = { live: false, write: () => undefined };
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const counts = async (): Promise<Record<(typeof TABLES)[number], number>> => {
  const pairs = TABLES.map(async (table) => {
    const row = await house.app.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`);
    return [table, Number(row?.n)] as const;
  });
  return Object.fromEntries(await Promise.all(pairs)) as Record<(typeof TABLES)[number], number>;
};

describe('a made-up province', () => {
  it('has people with about eight rows, a card, two visits, and accounts and dossiers', async () => {
    const told: string[] = [];
    await seedProvince(house.app, PEOPLE, { live: true, write: (text) => void told.push(text) });
    const has = await counts();
    expect(has).toMatchObject({
      records_participant: PEOPLE,
      auth_account: PEOPLE * 0.3,
      registration_dossier: PEOPLE,
      lookup_employer: PEOPLE / 20,
      lookup_collection_agent: PEOPLE / 100,
    });
    expect(has.records_participation / PEOPLE).toBeGreaterThan(7);
    expect(has.records_participation / PEOPLE).toBeLessThan(9);
    expect(has.records_card / PEOPLE).toBeGreaterThan(0.8);
    expect(has.records_visit / PEOPLE).toBeGreaterThan(1.5);
    expect(has.records_visit_line).toBe(has.records_visit);
    expect(told.join('')).toMatch(/100 % .* dòng\/giây/);
  });

  it('stays as it is when made again, and grows when made larger', async () => {
    const before = await counts();
    await seedProvince(house.app, PEOPLE, silent);
    expect(await counts()).toEqual(before);
    await seedProvince(house.app, PEOPLE + 20, silent);
    expect(await counts()).toMatchObject({ records_participant: PEOPLE + 20, registration_dossier: PEOPLE + 20 });
  });

  it('adds up: every visit and every line', async () => {
    const sums =
      'amount, insurer_paid AS insurerPaid, co_payment AS coPayment, self_paid AS selfPaid, other_source AS otherSource';
    for (const table of ['records_visit', 'records_visit_line']) {
      const rows = await house.app.db.rows<Parameters<typeof addsUp>[0]>(`SELECT ${sums} FROM ${table}`);
      expect(rows.filter((row) => !addsUp(row))).toEqual([]);
    }
  });

  it('lets its people sign in and read their pages', async () => {
    const { person } = provincePerson(1);
    const citizen = await house.citizen(person.insuranceNumber);
    for (const path of ['/ca-nhan', '/ca-nhan/the-bhyt', '/ca-nhan/qua-trinh-tham-gia', '/ca-nhan/so-kham-chua-benh']) {
      const answer = await citizen.get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(visibleText(answer.text)).toContain(person.fullName);
    }
  });
});

test.each([0, -5, 1.5, Number.NaN, 5_000_001])('%d people are refused', async (people) => {
  await expect(seedProvince(house.app, people, silent)).rejects.toThrow('whole number of people');
});

test('production takes none', async () => {
  const app = { ...house.app, config: { ...house.app.config, production: true } };
  await expect(seedProvince(app, 10, silent)).rejects.toThrow('refused in production');
});
