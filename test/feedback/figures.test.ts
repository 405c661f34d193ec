import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { random } from '../../seeders/random.js';
import { addDays, dayOf } from '../../src/core/clock.js';
import { newId, randomCode } from '../../src/core/ids.js';
import type { CaseRow } from '../../src/modules/feedback/case.model.js';
import { countSql, figureQueries, within } from '../../src/modules/feedback/figure.queries.js';
import { medianOf, STEP, type Figures } from '../../src/modules/feedback/figure.rules.js';
import { blank } from '../../src/modules/feedback/intake.service.js';
import { isOpen, stateTags, type CaseState } from '../../src/modules/feedback/state.rules.js';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { engine } from '../kit/storage.js';
import { aCase, tablesOf } from './ground.js';

const PAGE = '/can-bo/phan-anh/thong-ke';
const CASES = 2_000;
const AGENCIES = ['04801', '04802', '04803', '07901'] as const;
const TOPICS = [
  ['card', '00002'],
  ['participation', '00002'],
  ['benefits', '00003'],
  ['technical', '00005'],
] as const;

let house: House;
let rows: CaseRow[];
let leader: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  const tables = tablesOf(house);
  const model = await aCase(house);
  const chance = random(2_000);
  const states = Object.keys(stateTags) as CaseState[];
  const now = house.clock.now().getTime();
  const made = Array.from({ length: CASES }, (): CaseRow => {
    const [topicCode, monitorAgency] = chance.pick(TOPICS);
    const state = chance.pick(states);
    const answered = state === 'answered' || state === 'closed';
    const handlingAgency = chance.pick(AGENCIES);
    return {
      ...model,
      ...blank,
      ...{ id: newId(), code: `PA-${randomCode(8)}`, topicCode, monitorAgency, state, handlingAgency },
      ownerAgency: handlingAgency === '07901' ? '07901' : '04801',
      receivedAt: new Date(now - chance.int(0, 300 * 1_440) * 60_000),
      dueAt: isOpen(state) && state !== 'waiting_citizen' ? new Date(now + chance.int(-3, 3) * 3_600_000 - 1) : null,
      onTime: answered ? chance.chance(0.7) : null,
      answerMinutes: answered ? chance.int(0, 6_000) : null,
      extendedAt: chance.chance(0.2) ? new Date(now) : null,
      ...{ handOffs: chance.int(0, 3), overrides: chance.int(0, 1), reopens: chance.int(0, 1) },
      satisfaction: answered && chance.chance(0.5) ? chance.int(1, 5) : null,
    };
  });
  await house.app.db.uow.run(() => tables.cases.insertMany(made));
  rows = await tables.cases.many({});
  leader = await house.officer('lanhdao');
});
afterAll(() => house.close());

const counted = (some: readonly CaseRow[]): Figures => {
  const now = house.clock.now();
  const count = (fits: (row: CaseRow) => unknown): number => some.filter(fits).length;
  const sum = (of: (row: CaseRow) => number): number => some.reduce((total, row) => total + of(row), 0);
  const minutes = some
    .flatMap(({ onTime, answerMinutes }) => (onTime === null || answerMinutes === null ? [] : [answerMinutes]))
    .sort((one, other) => one - other);
  const middle = minutes[Math.floor((minutes.length - 1) / 2)];
  return {
    cases: some.length,
    answered: count(({ onTime }) => onTime !== null),
    onTime: count(({ onTime }) => onTime === true),
    lateAnswers: count(({ onTime }) => onTime === false),
    overdue: count(({ dueAt }) => dueAt && dueAt < now),
    extended: count(({ extendedAt }) => extendedAt),
    handOffs: sum(({ handOffs }) => handOffs),
    overrides: sum(({ overrides }) => overrides),
    reopens: sum(({ reopens }) => reopens),
    ratings: count(({ satisfaction }) => satisfaction !== null),
    stars: sum(({ satisfaction }) => satisfaction ?? 0),
    median: middle === undefined ? undefined : middle - (middle % STEP),
  };
};

const REACHES = [
  ['an office', { agencies: ['04801', '04802', '04803'], watches: '', watchesAll: false }],
  ['one that is below', { agencies: ['04802'], watches: '', watchesAll: false }],
  ['a unit that watches', { agencies: [], watches: '00002', watchesAll: false }],
  ['the IT centre', { agencies: [], watches: '00005', watchesAll: true }],
  ['nobody', { agencies: [], watches: '', watchesAll: false }],
] as const;

describe('figures equal a direct count', () => {
  it.each(REACHES)('of what is seen by %s', async (_, reach) => {
    const today = dayOf(house.clock.now());
    for (const [from, to] of [
      [addDays(today, -365), today],
      [addDays(today, -40), addDays(today, -11)],
      [today, today],
    ] as const) {
      const mine = rows.filter(({ handlingAgency, monitorAgency, receivedAt }) => {
        const day = dayOf(receivedAt);
        const seen =
          reach.watchesAll ||
          (reach.agencies.length
            ? (reach.agencies as readonly string[]).includes(handlingAgency)
            : monitorAgency === reach.watches);
        return seen && day >= from && day <= to;
      });
      const found = await figureQueries(house.app.db, house.clock).read(reach, { from, to });
      expect(found.total).toEqual(counted(mine));
      for (const by of ['topicCode', 'handlingAgency'] as const) {
        const table = by === 'topicCode' ? found.byTopic : found.byAgency;
        expect(new Set(table.keys())).toEqual(new Set(mine.map((row) => row[by])));
        for (const [key, figures] of table) expect(figures).toEqual(counted(mine.filter((row) => row[by] === key)));
      }
      for (const [state, cases] of found.byState) expect(cases).toBe(mine.filter((row) => row.state === state).length);
    }
  });

  it('and the middle is the lower one of two', () => {
    const of = (...minutes: number[]) => medianOf(minutes.map((one) => ({ minutes: one, answers: 1 })));
    expect([of(), of(6), of(6, 12), of(18, 6, 12), of(6, 6, 24, 30)]).toEqual([undefined, 6, 6, 12, 6]);
  });
});

describe('the page of figures', () => {
  const span = 'tuNgay=01/01/2026&denNgay=16/03/2026';

  it('shows them, and gives them away as CSV and workbook', async () => {
    const page = visibleText((await leader.get(`${PAGE}?${span}`)).text);
    for (const words of ['Theo lĩnh vực', 'BHXH cơ sở Thanh Khê', 'Số giờ (trung vị)']) expect(page).toContain(words);
    expect(page).not.toContain('BHXH thành phố Hồ Chí Minh');
    const csv = (await leader.get(`${PAGE}/thong-ke.csv?${span}`)).text;
    const total = counted(
      rows.filter(
        ({ handlingAgency, receivedAt }) => handlingAgency.startsWith('048') && dayOf(receivedAt) >= '2026-01-01',
      ),
    );
    expect(csv).toContain(`Tất cả,01/01/2026 - 16/03/2026,${total.cases},${total.answered},${total.onTime}`);
    const book = await leader.download(`${PAGE}/thong-ke.xlsx?${span}`);
    const parts = unzipSync(new Uint8Array(book.body as Buffer));
    expect(Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/sheet'))).toHaveLength(3);
    expect(Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString()).toContain(`<v>${total.cases}</v>`);
    const acts = await house.app.db.rows("SELECT id FROM core_audit WHERE action = 'feedback.figures-exported'");
    expect(acts).toHaveLength(2);
  });

  it('refuses spans that are none, and officers who may not', async () => {
    for (const bad of ['tuNgay=16/03/2026&denNgay=01/01/2026', 'tuNgay=01/01/2021&denNgay=02/01/2026', 'tuNgay=xyz'])
      expect((await leader.get(`${PAGE}?${bad}`)).status).toBe(400);
    expect((await leader.get(`${PAGE}?tuNgay=01/01/2021&denNgay=31/12/2025`)).status).toBe(200);
    for (const name of ['canbo', 'bientap', 'quantri'])
      expect((await (await house.officer(name)).get(PAGE)).status, name).toBe(403);
  });

  it('reads an index only', async () => {
    const words = engine() === 'embedded' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
    for (const [, reach] of REACHES) {
      const [narrowed, values] = within(reach);
      const sql = `${words} ${countSql(narrowed)}`.replace(/\?/g, () => '$');
      const given = [house.clock.now(), new Date(0), house.clock.now(), ...values].map((value) =>
        value instanceof Date ? `'${value.toISOString().slice(0, 23).replace('T', ' ')}'` : `'${String(value)}'`,
      );
      const plan = await house.app.db.sequelize.query(sql.replace(/\$/g, () => given.shift() ?? ''));
      expect(JSON.stringify(plan)).toMatch(/COVERING INDEX|Using index/);
    }
  });
});
