import { QueryTypes } from 'sequelize';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createFigures } from '../../src/modules/notification/figure.queries.js';
import { createListQueries } from '../../src/modules/notification/list.queries.js';
import { engine } from '../kit/storage.js';
import { openOffice, type Office } from './open.js';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

type Database = Office['house']['app']['db'];

/** The statements that `work` sends to the table of messages, values written in. */
const statementsOf = async (work: (db: Database) => Promise<unknown>): Promise<string[]> => {
  const { db } = office.house.app;
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
  readonly possible_keys?: string | null;
  readonly key?: string | null;
}

/** Names of the indexes by which a statement is read: those chosen, or those that the engine weighs against few rows. */
const indexesOf = async (sql: string): Promise<string> => {
  const words = engine() === 'embedded' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
  const options = { type: QueryTypes.SELECT, exempt: true } as const;
  const steps = await office.house.app.db.sequelize.query<Step & object>(`${words} ${sql}`, options);
  return steps.map(({ detail, possible_keys: possible, key }) => [detail, possible, key].join(' ')).join(' ');
};

it('figures are read by the end of messages and by their state, not from all messages', async () => {
  const now = office.house.clock.now();
  const statements = await statementsOf((db) => createFigures(db).day(now));
  const indexes = await Promise.all(statements.map(indexesOf));
  expect(indexes).toHaveLength(2);
  expect(indexes.join(' ')).toContain('notification_message__ended_at');
  expect(indexes.join(' ')).toContain('notification_message__state_created_at');
});

const WHOLE = { agencies: ['04801', '04802'], whole: true };

it.each([
  [{ state: '', channel: '', day: '' }, 'created_at_id'],
  [{ state: 'sent', channel: '', day: '' }, 'state_created_at'],
  [{ state: '', channel: 'email', day: '' }, 'channel_created_at'],
  [{ state: '', channel: '', day: '2026-03-16' }, 'created_at_id'],
] as const)('the list of %j is read by %s', async (filter, index) => {
  const [sql = ''] = await statementsOf((db) => createListQueries(db).page(WHOLE, filter, { after: '', before: '' }));
  expect(await indexesOf(sql)).toContain(`notification_message__${index}`);
});

it('one recipient and one number of the provider are found by their own index', async () => {
  const [sql = ''] = await statementsOf((db) => createListQueries(db).to(WHOLE, '0912345678'));
  expect(await indexesOf(sql)).toContain('notification_message__recipient_id');
  const byProvider = "SELECT * FROM notification_message WHERE provider_id = 'S-1' ORDER BY id DESC LIMIT 1";
  expect(await indexesOf(byProvider)).toContain('notification_message__provider_id');
});
