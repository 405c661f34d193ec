import { existsSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/core/ids.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { countOf, declare, numberOn, queriesOf, runJob, stepsOf } from './form.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

let people = 0;

/** Declares at a moment; says number, phone and path. */
const declaredAt = async (moment: string) => {
  house.clock.set(moment);
  people += 1;
  const tail = String(people).padStart(3, '0');
  const phone = `0905100${tail}`;
  const browser = house.browser();
  const path = await declare(browser, { insuranceNumber: `4860000${tail}`, phone, email: '' });
  const page = await browser.get(path);
  return { path, phone, number: numberOn(page.text), text: visibleText(page.text), browser };
};

const filesOnDisk = (): number => {
  const folder = house.app.config.uploadDir;
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((name) => /[0-9a-f-]{36}$/.test(String(name))).length
    : 0;
};

const track = async (number: string, phone: string): Promise<string> =>
  visibleText((await house.browser().submit('/dang-ky/tra-cuu', { number, phone })).text);

const stateOf = async (number: string): Promise<string | undefined> =>
  (await queriesOf(house).list({ agencies: 'all', number }, { limit: 1 })).rows[0]?.state;

const expire = () => runJob(house, 'registration.expiry');

describe('the last day', () => {
  it.each([
    {
      when: 'an ordinary day',
      declared: '2026-03-16T09:00:00+07:00',
      lastDay: '26/03/2026',
      inTime: '2026-03-26T23:59:00+07:00',
      tooLate: '2026-03-27T00:01:00+07:00',
    },
    {
      when: 'late in the evening',
      declared: '2026-03-16T23:59:59+07:00',
      lastDay: '26/03/2026',
      inTime: '2026-03-26T23:59:59+07:00',
      tooLate: '2026-03-27T00:00:00+07:00',
    },
    {
      when: 'just after midnight, still yesterday in UTC',
      declared: '2026-03-17T00:00:01+07:00',
      lastDay: '27/03/2026',
      inTime: '2026-03-27T23:59:59+07:00',
      tooLate: '2026-03-28T00:00:00+07:00',
    },
    {
      when: 'over the year end',
      declared: '2026-12-25T10:00:00+07:00',
      lastDay: '04/01/2027',
      inTime: '2027-01-04T23:59:00+07:00',
      tooLate: '2027-01-05T00:01:00+07:00',
    },
    {
      when: 'over 29 February',
      declared: '2028-02-20T10:00:00+07:00',
      lastDay: '01/03/2028',
      inTime: '2028-03-01T23:59:00+07:00',
      tooLate: '2028-03-02T00:01:00+07:00',
    },
    {
      when: 'on 29 February',
      declared: '2028-02-19T10:00:00+07:00',
      lastDay: '29/02/2028',
      inTime: '2028-02-29T23:59:00+07:00',
      tooLate: '2028-03-01T00:01:00+07:00',
    },
  ])('$when', async ({ declared, lastDay, inTime, tooLate }) => {
    const files = filesOnDisk();
    const dossier = await declaredAt(declared);
    expect(dossier.text).toContain(lastDay);
    expect(filesOnDisk()).toBe(files + 3);

    house.clock.set(inTime);
    await expire();
    expect(await stateOf(dossier.number)).toBe('declared');
    expect((await dossier.browser.get(dossier.path)).status).toBe(200);
    expect(await track(dossier.number, dossier.phone)).toContain('Mới kê khai');

    house.clock.set(tooLate);
    // Already before the job has come round, nothing treats it as alive.
    expect((await dossier.browser.get(dossier.path)).status).toBe(404);
    expect(await track(dossier.number, dossier.phone)).toContain('đã xóa');
    await expire();
    expect(await stateOf(dossier.number)).toBe('expired');
    expect(filesOnDisk()).toBe(files);
    expect(await countOf(house, 'registration_doomed_file')).toBe(0);
    expect((await dossier.browser.get(`${dossier.path}/to-khai.pdf`)).status).toBe(404);
    const told = await track(dossier.number, dossier.phone);
    expect(told).toContain('Hết hạn');
    expect(told).toContain('đã xóa');
    expect(told).toContain('Kê khai lại');
  });

  it('hands in until 24:00 and not after', async () => {
    const dossier = await declaredAt('2026-05-01T08:00:00+07:00');
    const { rows } = await queriesOf(house).list({ agencies: 'all', number: dossier.number }, { limit: 1 });
    const id = rows[0]?.id ?? '';
    house.clock.set('2026-05-12T00:00:00+07:00');
    await expect(stepsOf(house).handIn({ id, version: 1 }, 'Căn cước')).rejects.toThrow(
      /hết hạn nộp sau ngày 11\/05\/2026/,
    );
    house.clock.set('2026-05-11T23:59:59+07:00');
    await stepsOf(house).handIn({ id, version: 1 }, 'Căn cước');
    house.clock.set('2026-06-30T00:00:00+07:00');
    await expire();
    expect(await stateOf(dossier.number)).toBe('handed_in');
  });

  it('leaves number, agency and days, and nothing that tells who it was', async () => {
    const dossier = await declaredAt('2026-07-01T08:00:00+07:00');
    house.clock.set('2026-07-12T00:05:00+07:00');
    await expire();
    const row = await house.app.db.row<Record<string, unknown>>('SELECT * FROM registration_dossier WHERE number = ?', [
      dossier.number,
    ]);
    const kept = JSON.stringify(row);
    for (const secret of ['Trần', 'Bình', '048190001234', dossier.phone, '12/05/1990', 'Hà Huy Tập', '48600000'])
      expect(kept).not.toContain(secret);
    expect(row?.['agency_code']).toBe('04802');
    const id = String(row?.['id']);
    for (const table of ['registration_picture', 'registration_name_word'])
      expect((await house.app.db.rows(`SELECT id FROM ${table} WHERE dossier_id = ?`, [id])).length).toBe(0);
    const list = await queriesOf(house).list({ agencies: ['04802'], number: dossier.number }, { limit: 1 });
    expect(list.rows[0]).toMatchObject({ state: 'expired', fullName: '(đã xóa)', phone: '' });
  });

  it('is done once by two processes at a time', async () => {
    const dossier = await declaredAt('2026-08-01T08:00:00+07:00');
    house.clock.set('2026-08-12T00:05:00+07:00');
    await Promise.all([expire(), expire(), expire()]);
    const id =
      (await queriesOf(house).list({ agencies: 'all', number: dossier.number }, { limit: 1 })).rows[0]?.id ?? '';
    const lines = await queriesOf(house).history(id);
    expect(lines.filter(({ title }) => title.startsWith('Hết hạn')).length).toBe(1);
  });
});

describe('reminders', () => {
  it('go on day 7 and day 9, once each', async () => {
    const dossier = await declaredAt('2026-09-01T15:00:00+07:00');
    await house.settle();
    const sent = async () =>
      (await house.messages({ to: dossier.phone })).filter(({ text }) => text.includes('Han cuoi 11/09/2026')).length;
    const before = await sent();
    const counts: number[] = [];
    for (let day = 2; day <= 11; day += 1) {
      house.clock.set(`2026-09-${String(day).padStart(2, '0')}T08:00:00+07:00`);
      await runJob(house, 'registration.reminders');
      await runJob(house, 'registration.reminders');
      await house.settle();
      counts.push((await sent()) - before);
    }
    expect(counts).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 2, 2]);
  });

  it('go on the days that the setting names on that day', async () => {
    const { db } = house.app;
    await db.uow.run(() =>
      db.sequelize.query(
        `INSERT INTO organisation_setting (id, name, valid_from, value)
         VALUES ('${newId()}', 'declaration_reminder_days', '2026-09-15', '2, 4, 5')`,
      ),
    );
    const dossier = await declaredAt('2026-09-12T15:00:00+07:00');
    await house.settle();
    const sent = async () => (await house.messages({ to: dossier.phone })).length;
    const before = await sent();
    const counts: number[] = [];
    for (let day = 13; day <= 19; day += 1) {
      house.clock.set(`2026-09-${day}T08:00:00+07:00`);
      await runJob(house, 'registration.reminders');
      await house.settle();
      counts.push((await sent()) - before);
    }
    expect(counts).toEqual([0, 0, 0, 1, 2, 2, 2]);
    await db.uow.run(() =>
      db.sequelize.query("UPDATE organisation_setting SET value = '' WHERE valid_from = '2026-09-15'"),
    );
  });

  it('do not go once the dossier was handed in', async () => {
    const dossier = await declaredAt('2026-10-01T15:00:00+07:00');
    const id =
      (await queriesOf(house).list({ agencies: 'all', number: dossier.number }, { limit: 1 })).rows[0]?.id ?? '';
    await stepsOf(house).handIn({ id, version: 1 }, 'Căn cước');
    await house.settle();
    const before = (await house.messages({ to: dossier.phone })).length;
    house.clock.set('2026-10-08T08:00:00+07:00');
    await runJob(house, 'registration.reminders');
    await house.settle();
    expect((await house.messages({ to: dossier.phone })).length).toBe(before);
  });
});

it('deletes a refused dossier after 30 days without a correction', async () => {
  const dossier = await declaredAt('2026-11-01T08:00:00+07:00');
  const id = (await queriesOf(house).list({ agencies: 'all', number: dossier.number }, { limit: 1 })).rows[0]?.id ?? '';
  const steps = stepsOf(house);
  await steps.handIn({ id, version: 1 }, 'Căn cước');
  await steps.take({ id, version: 2 });
  await steps.refuse(
    { id, version: 3 },
    { reason: 'Ảnh mờ, không đọc được số.', shortReason: 'Anh mo', fields: ['front'], withoutNewPaper: false },
  );
  expect(await track(dossier.number, dossier.phone)).toContain('Ảnh mờ, không đọc được số.');
  house.clock.set('2026-12-01T23:00:00+07:00');
  await runJob(house, 'registration.refused');
  expect(await track(dossier.number, dossier.phone)).toContain('Ảnh mờ');
  house.clock.set('2026-12-02T00:30:00+07:00');
  await runJob(house, 'registration.refused');
  const told = await track(dossier.number, dossier.phone);
  expect(told).not.toContain('Ảnh mờ');
  expect(told).toContain('đã xóa');
  expect((await queriesOf(house).find(id, 'all'))?.fullName).toBe('(đã xóa)');
});
