import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isOpen, stateTags } from '../../src/modules/feedback/state.rules.js';
import { openHouse, type House } from '../kit/house.js';
import { tablesOf } from './ground.js';

let house: House;
beforeAll(async () => {
  house = await openHouse({ demo: true });
});
afterAll(() => house.close());

describe('the cases of the demo', () => {
  it('stand in every state and topic, none of them in the future', async () => {
    const { cases, events, topics } = tablesOf(house);
    const rows = await cases.many({});
    expect(rows).toHaveLength(50);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(Object.keys(stateTags)));
    expect(new Set(rows.map(({ topicCode }) => topicCode))).toEqual(
      new Set((await topics.many({})).map(({ code }) => code)),
    );
    const now = house.clock.now();
    for (const { at } of await events.many({})) expect(at <= now).toBe(true);
    for (const row of rows) {
      expect(row.answeredAt === null, row.title).toBe(!['answered', 'closed', 'reopened'].includes(row.state));
      if (!isOpen(row.state) || row.state === 'waiting_citizen') expect(row.dueAt, row.title).toBeNull();
      else expect(row.dueAt, row.title).toBeInstanceOf(Date);
      if (row.state === 'coordinating')
        expect(await tablesOf(house).invitations.count({ caseId: row.id, state: ['invited', 'accepted'] })).toBe(1);
    }
    const late = rows.filter(({ dueAt }) => dueAt && dueAt < now);
    expect(late.length).toBeGreaterThan(5);
    expect(late.length).toBeLessThan(15);
  });
});
