import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DossierListRow, WorkList, WorkMoment } from '../../src/contracts/registration.js';
import { addDays, dayOf, HOUR, startOfDay } from '../../src/core/clock.js';
import { timesOf } from '../../src/modules/registration/work.queries.js';
import { openHouse, type House } from '../kit/house.js';
import { queriesOf } from './form.js';

let house: House;
let all: readonly DossierListRow[];
let at: WorkMoment;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  const now = house.clock.now();
  at = {
    today: dayOf(now),
    overdueBefore: new Date(now.getTime() - 24 * HOUR),
    refusedSince: startOfDay(addDays(dayOf(now), -30)),
  };
  all = (await queriesOf(house).list({ agencies: 'all' }, { limit: 200 })).rows;
});
afterAll(() => house.close());

const isReady = ({ state }: DossierListRow): boolean => state === 'handed_in' || state === 'in_review';

const belongs: Readonly<Record<Exclude<WorkList, 'citizen'>, (row: DossierListRow) => boolean>> = {
  today: ({ declaredAt, handedInAt }) =>
    declaredAt >= startOfDay(at.today) || (handedInAt !== null && handedInAt >= startOfDay(at.today)),
  ready: isReady,
  overdue: (row) => isReady(row) && row.handedInAt !== null && row.handedInAt < at.overdueBefore,
};

const list = async (work: WorkList, agencies: readonly string[] | 'all' = 'all') =>
  (await queriesOf(house).list({ agencies, work: { list: work, at } }, { limit: 200 })).rows;

describe('work lists', () => {
  it.each(Object.keys(belongs) as (keyof typeof belongs)[])(
    '%s holds what a search through all rows finds',
    async (name) => {
      const expected = all.filter(belongs[name]).map(({ id }) => id);
      expect(new Set((await list(name)).map(({ id }) => id))).toEqual(new Set(expected));
      expect((await queriesOf(house).workCounts('all', at))[name]).toBe(expected.length);
    },
  );

  it('are limited to the agencies asked for', async () => {
    const here = all.filter((row) => isReady(row) && row.agencyCode === '04802');
    expect((await list('ready', ['04802'])).length).toBe(here.length);
    expect((await queriesOf(house).workCounts(['04802'], at)).ready).toBe(here.length);
    expect((await queriesOf(house).workCounts([], at)).ready).toBe(0);
  });

  it('waits for the citizen: declared and in time', async () => {
    const rows = await list('citizen');
    const declared = all.filter(({ state, lastDay }) => state === 'declared' && lastDay >= at.today);
    expect(rows.filter(({ state }) => state === 'declared').length).toBe(declared.length);
    expect(rows.every(({ state }) => state === 'declared' || state === 'refused')).toBe(true);
  });

  it('put the longest waiting first, page by page', async () => {
    const whole = (await list('ready')).map(({ id }) => id);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const cursor = { limit: 5, ...(after && { after }) };
      const page = await queriesOf(house).list({ agencies: 'all', work: { list: 'ready', at } }, cursor);
      seen.push(...page.rows.map(({ id }) => id));
      after = page.next;
    } while (after);
    expect(seen).toEqual(whole);
    const waits = (await list('ready')).map(({ handedInAt }) => handedInAt?.getTime() ?? 0);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect((await queriesOf(house).longestWaiting('all', 3)).map(({ id }) => id)).toEqual(whole.slice(0, 3));
  });
});

describe('decision times', () => {
  it('are those of the dossiers decided within the span', async () => {
    const [from, to] = [new Date(house.clock.now().getTime() - 30 * 24 * HOUR), house.clock.now()];
    const decided = all.filter(
      ({ decidedAt, handedInAt }) => handedInAt && decidedAt && decidedAt >= from && decidedAt < to,
    );
    const times = await queriesOf(house).decisionTimes('all', from, to);
    expect(times.decided).toBe(decided.length);
    expect(times.decided).toBeGreaterThan(0);
  });

  it('give the middle, the ninth tenth and what was done at once', () => {
    expect(timesOf([])).toEqual({ decided: 0, median: null, ninetieth: null, atOnce: 0 });
    expect(timesOf([5])).toEqual({ decided: 1, median: 5, ninetieth: 5, atOnce: 1 });
    const hours = Array.from({ length: 10 }, (_, index) => (index + 1) * HOUR);
    expect(timesOf(hours)).toEqual({ decided: 10, median: 5 * HOUR, ninetieth: 9 * HOUR, atOnce: 1 });
  });
});
