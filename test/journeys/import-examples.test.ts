import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, type House } from '../kit/house.js';
import { EXAMPLES, csvOf, exampleText, rowsOf, takeIn, type Kind } from '../kit/imports.js';
import { badRows } from './bad-rows.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const count = async (table: string): Promise<number> =>
  Number((await house.app.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))?.n);

test('every kind has an example file, every example file a kind', () => {
  expect(
    house.app.imports
      .kinds()
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual([...EXAMPLES].sort());
});

test('the examples go one after the other into a fresh database, every line of them', async () => {
  for (const kind of EXAMPLES) {
    const lines = rowsOf(exampleText(kind)).length;
    expect(lines).toBeGreaterThanOrEqual(10);
    const { counts, refused } = await takeIn(house, kind, exampleText(kind));
    expect([kind, refused, counts.rowsRead, counts.rejected]).toEqual([kind, [], lines, 0]);
    expect([kind, counts.added + counts.changed]).toEqual([kind, lines]);
  }
  expect(await count('records_visit')).toBe(3);
  expect(await count('records_visit_line')).toBe(12);
});

test('a second time nothing is added and nothing changes', async () => {
  for (const kind of EXAMPLES) {
    const { counts } = await takeIn(house, kind, exampleText(kind));
    expect([kind, counts.added, counts.changed, counts.rejected]).toEqual([kind, 0, 0, 0]);
  }
  expect(await count('records_visit')).toBe(3);
});

test('the sums of a visit are those of its lines', async () => {
  const wrong = await house.app.db.rows(
    `SELECT v.code FROM records_visit v JOIN records_visit_line l ON l.facility_code = v.facility_code AND l.visit_code = v.code
       GROUP BY v.code, v.amount, v.insurer_paid HAVING SUM(l.amount) <> v.amount OR SUM(l.insurer_paid) <> v.insurer_paid`,
  );
  expect(wrong).toEqual([]);
});

test('an agency that moves takes along what is below it, and what is kept in memory knows at once', async () => {
  const [first, second] = rowsOf(exampleText('agencies'));
  const { agencies } = await import('../../src/contracts/organisation.js');
  const tree = house.app.modules.find(({ definition }) => definition.id === 'organisation')?.parts.provides;
  const port = tree?.get(agencies.key) as { subtree(code: string): Promise<readonly string[]> };
  const unit = {
    ...first,
    ma_co_quan: '04890',
    ten: 'BHXH khu vực thử',
    cap: 'tỉnh',
    ma_cap_tren: '00001',
    xa_phuc_vu: '',
  };
  const moved = { ...second, ma_cap_tren: '04890' };
  const { refused } = await takeIn(house, 'agencies', csvOf([unit, moved]));
  expect(refused).toEqual([]);
  expect(await port.subtree('04890')).toEqual(expect.arrayContaining(['04890', second?.['ma_co_quan']]));
  expect(await port.subtree('04801')).not.toContain(second?.['ma_co_quan']);
});

describe('bad rows', () => {
  test('there are many, of every kind', () => {
    const all = Object.values(badRows);
    expect(all.every((rows) => rows.length >= 4)).toBe(true);
    expect(all.flat().length).toBeGreaterThanOrEqual(60);
  });

  test.each(EXAMPLES)('of %s are each told what is wrong with them, and no other line', async (kind: Kind) => {
    const good = rowsOf(exampleText(kind))[0] ?? {};
    const cases = badRows[kind];
    const text = csvOf([good, ...cases.map(([change]) => ({ ...good, ...change }))]);
    const { counts, refused } = await takeIn(house, kind, text, true);
    const told = refused.map((row) => [row['loi_dong'], row['loi_cot'], row['loi_ly_do']]);
    expect(told).toEqual(cases.map(([, column, reason], index) => [String(index + 3), column, reason]));
    expect([counts.rowsRead, counts.rejected]).toEqual([cases.length + 1, cases.length]);
  });
});
