import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { openHouse, type House } from '../kit/house.js';

const NUMBER = '4812345678';
/** Pages of a record, and so many statements at most: session, actor and menu are among them. */
const PAGES = [
  ['/ca-nhan', 10],
  ['/ca-nhan/the-bhyt', 8],
  ['/ca-nhan/qua-trinh-tham-gia', 3],
  ['/ca-nhan/thong-tin-huong', 3],
  ['/ca-nhan/so-kham-chua-benh', 5],
] as const;

let house: House;
let citizen: Browser;
let statements: string[] = [];

const listen = (): void => {
  const { dialect, sequelize } = house.app.db;
  const original = dialect.rows.bind(dialect);
  Object.assign(dialect, {
    rows: (...args: Parameters<typeof original>) => {
      statements.push(args[1]);
      return original(...args);
    },
  });
  const { options } = sequelize as unknown as { options: { logging: (sql: string) => void } };
  options.logging = (sql) => void statements.push(sql);
};

/** The statements that a page costs, once what is remembered between requests is there. */
const statementsOf = async (path: string): Promise<string[]> => {
  await citizen.get(path);
  statements = [];
  expect((await citizen.get(path)).status).toBe(200);
  return statements;
};

/** Stretches of one month each, of a fund, so that nothing overlaps what is there. */
const addStretches = async (count: number): Promise<void> => {
  const values = Array.from({ length: count }, (_, index) => {
    const month = `${1950 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    return `('${NUMBER}', 'bhxh', 'voluntary', '${month}', '${month}', '', 'Tham gia BHXH tự nguyện', '', '', '', 1000000, 1000000, 'paid', 0, '2026-01-01')`;
  });
  await house.app.db.sequelize.query(
    `INSERT INTO records_participation (insurance_number, fund, kind, from_month, to_month, employer_code, employer_name,
      job_title, position, workplace, wage_for_contribution, wage, status, lump_summed, updated_on) VALUES ${values.join(', ')}`,
    { exempt: true } as object,
  );
};

beforeAll(async () => {
  house = await openHouse({ demo: true });
  citizen = await house.citizen(NUMBER);
  listen();
});
afterAll(() => house.close());

describe('the statements of a page', () => {
  test.each(PAGES)('%s: at most %i', async (path, most) => {
    const found = await statementsOf(path);
    expect(found.length, found.join('\n')).toBeLessThanOrEqual(most);
  });

  test('are as many for forty years as for a few', async () => {
    const before = (await statementsOf('/ca-nhan/qua-trinh-tham-gia')).length;
    await addStretches(480);
    expect((await statementsOf('/ca-nhan/qua-trinh-tham-gia')).length).toBe(before);
  });
});
