import { afterAll, beforeAll, expect, it } from 'vitest';
import { screenTable } from '../../src/modules/notification/screen.model.js';
import { openOffice, type Office } from './open.js';

const DAY = 24 * 3_600_000;

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const ago = (days: number): Date => new Date(office.house.clock.now().getTime() - days * DAY);

it('messages are kept as long as the office says, and what the screen showed with them', async () => {
  const { db } = office.house.app;
  const screen = screenTable(db.sequelize);
  const shown = { channel: 'sms', recipient: '0912345678', subject: '', text: 'x' } as const;
  await db.uow.run(async () => {
    await screen.insert({ ...shown, id: 'old', shownAt: ago(366) });
    await screen.insert({ ...shown, id: 'young', shownAt: ago(364) });
  });
  for (let index = 0; index < 3; index += 1) await office.given({ createdAt: ago(366) });
  await office.given({ createdAt: ago(365), eventKey: 'last day' });
  await office.given({ createdAt: ago(1), eventKey: 'young' });
  const [retention] = office.retention;
  expect(await retention?.until()).toBe('365 ngày kể từ khi lập tin');
  expect(await retention?.due()).toBe(3);
  expect(await office.messages.count({})).toBe(5);
  expect(await retention?.purge()).toBe(3);
  expect((await office.messages.many({})).map(({ eventKey }) => eventKey).sort()).toEqual(['last day', 'young']);
  expect((await screen.many({})).map(({ id }) => id)).toEqual(['young']);
  expect([await retention?.due(), await retention?.purge()]).toEqual([0, 0]);
});

it('more than one batch goes in one night', async () => {
  for (let index = 0; index < 501; index += 1) await office.given({ createdAt: ago(400) });
  expect(await office.job('notification.messages')).toBe(true);
  expect(await office.messages.count({})).toBe(2);
});
