import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { alarmTable } from '../../src/modules/notification/alarm.model.js';
import { createWatch } from '../../src/modules/notification/alarm.service.js';
import { createFigures } from '../../src/modules/notification/figure.queries.js';
import type { MessageRow } from '../../src/modules/notification/message.model.js';
import { openOffice, type Office } from './open.js';

const MINUTE = 60_000;

let office: Office;
beforeAll(async () => {
  office = await openOffice({ SMS_CALLBACK_SECRET: 'bi-mat-cua-nha-mang' });
});
afterAll(() => office.close());
beforeEach(async () => {
  await office.clear();
  const { db } = office.house.app;
  await db.uow.run(() => alarmTable(db.sequelize).remove({}));
});

const ago = (minutes: number): Date => new Date(office.house.clock.now().getTime() - minutes * MINUTE);

/** So many messages that ended then. */
const ended = async (count: number, minutes: number, set: Partial<MessageRow>): Promise<void> => {
  for (let index = 0; index < count; index += 1)
    await office.given({ createdAt: ago(minutes), endedAt: ago(minutes), ...set });
};
const failed = { state: 'technical-failure' } as const;

/** The watch of one process, and what it logs. */
const watcher = () => {
  const lines: { level: number; alarm: string; msg: string }[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as (typeof lines)[number]) });
  const { app, clock } = office.house;
  const { db } = app;
  const alarms = alarmTable(db.sequelize);
  const watch = createWatch({ uow: db.uow, clock, log, alarms, figures: createFigures(db), callsBack: true });
  return { ...watch, lines };
};

describe('figures', () => {
  it('count a day, an hour, and what was handed over the hour before', async () => {
    await ended(3, 30, { state: 'sent', sentAt: ago(30) });
    await ended(2, 30, { state: 'delivered', sentAt: ago(30) });
    await ended(1, 30, { state: 'sent', sentAt: ago(30), channel: 'email', recipient: 'an@vidu.vn' });
    await ended(1, 5, { state: 'sent', sentAt: ago(5) });
    await ended(2, 300, failed);
    await ended(4, 25 * 60, failed);
    await office.given({ state: 'created', createdAt: ago(7) });
    expect(await createFigures(office.house.app.db).day(office.house.clock.now())).toEqual({
      ended: 7,
      sent: 7,
      oldestWaiting: ago(7),
      handedOver: 5,
      delivered: 2,
      daySent: 7,
      dayFailed: 2,
      dayHandedOver: 6,
      dayDelivered: 2,
      waiting: 1,
    });
  });
});

describe('the watch', () => {
  it('says the beginning and the end of an alarm once each', async () => {
    const { watch, raised, lines } = watcher();
    await watch();
    expect([await raised(), lines]).toEqual([0, []]);
    await ended(12, 5, failed);
    await watch();
    await watch();
    expect(await raised()).toBe(1);
    expect(lines.map(({ level, alarm, msg }) => [level, alarm, msg])).toEqual([
      [40, 'failing', 'delivery of messages falls'],
    ]);
    office.house.clock.forward(60 * MINUTE);
    await watch();
    await watch();
    expect(await raised()).toBe(0);
    expect(lines.map(({ msg }) => msg)).toEqual(['delivery of messages falls', 'delivery of messages is well again']);
  });

  it('in four processes at once says it once', async () => {
    await office.given({ state: 'temporary-failure', createdAt: ago(11) });
    const watchers = [1, 2, 3, 4].map(watcher);
    await Promise.all(watchers.map(({ watch }) => watch()));
    expect(watchers.flatMap(({ lines }) => lines).map(({ alarm }) => alarm)).toEqual(['waiting']);
  });

  it('tells the doctor', async () => {
    const line = office.health.find(({ name }) => name === 'Messages');
    expect(await line?.check()).toMatchObject({ ok: true });
    await ended(10, 40, { state: 'permanent-failure', sentAt: ago(40), error: 'nhà mạng báo không giao được' });
    const report = await line?.check();
    expect(report).toMatchObject({ ok: false });
    expect(report?.vi).toContain('Nhà mạng chỉ báo đã nhận 0 trên 10 tin SMS');
  });

  it('runs as a job', async () => {
    await office.given({ state: 'created', createdAt: ago(20) });
    expect(await office.job('notification.watch')).toBe(true);
    expect(await watcher().raised()).toBe(1);
  });
});
