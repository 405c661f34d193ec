import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, type House } from '../kit/house.js';
import { visibleText } from '../kit/forms.js';
import { puzzleOn } from '../kit/puzzle.js';
import { ask, NUMBER } from './number-ask.js';

const WHO = { hoTen: 'Không Có Ai', ngaySinh: '01/01/1980', xa: '20242' };

/** Answers of many posts at once, counted by status. */
const statuses = async (house: House, count: number): Promise<Record<number, number>> => {
  const browser = house.browser();
  const { cauDo } = puzzleOn((await browser.get(NUMBER)).text);
  const seen: Record<number, number> = {};
  for (let start = 0; start < count; start += 50) {
    const some = Array.from({ length: 50 }, (_, at) =>
      browser.post(NUMBER, { ...WHO, cauDo, ketQua: String(2 + ((start + at) % 17)) }),
    );
    for (const { status } of await Promise.all(some)) seen[status] = (seen[status] ?? 0) + 1;
  }
  return seen;
};

describe('one address', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ demo: true });
  });
  afterAll(() => house.close());

  test('gets nowhere with a thousand scripted tries', async () => {
    const before = await house.app.db.rows("SELECT id FROM core_audit WHERE action = 'lookup.number-asked'");
    const seen = await statuses(house, 1_000);
    // Three guesses at one sum, whose answer is one of seventeen; the rest is refused.
    expect((seen[400] ?? 0) + (seen[200] ?? 0)).toBeLessThanOrEqual(3);
    expect(seen[429]).toBeGreaterThanOrEqual(997);
    const after = await house.app.db.rows("SELECT id FROM core_audit WHERE action = 'lookup.number-asked'");
    expect(after.length - before.length).toBeLessThanOrEqual(1);
  }, 60_000);
});

describe('the network of an office', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse({ demo: true, env: { SIGN_IN_NETWORKS: '127.0.0.0/8' } });
  });
  afterAll(() => house.close());

  test('still works where many people share its address', async () => {
    for (let person = 0; person < 12; person += 1) {
      const answer = await ask(house.browser(), WHO);
      expect(answer.status).toBe(200);
      expect(visibleText(answer.text)).toContain('Chưa tìm thấy');
    }
  }, 60_000);
});
