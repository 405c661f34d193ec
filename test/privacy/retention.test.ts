import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';

const BOARD = '/can-bo/quan-tri/luu-giu';
const TRIAL = `${BOARD}/chay-thu`;
const DAY = 86_400_000;

let house: House;
let admin: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  admin = await house.officer('quantri');
});
afterAll(() => house.close());

/** Cells of the row that tells of this. */
const row = (html: string, what: string): string[] =>
  [...html.matchAll(/<tr>([^]*?)<\/tr>/g)]
    .map(([, inside = '']) =>
      [...inside.matchAll(/<td[^>]*>([^]*?)<\/td>/g)].map(([, cell = '']) => visibleText(cell).trim()),
    )
    .find(([first]) => first?.startsWith(what)) ?? [];
const count = async (sql: string): Promise<number> => Number((await house.app.db.row<{ n: number }>(sql))?.n);
const again = async (): Promise<Browser> => (admin = await house.officer('quantri'));

test('every kind of rows stands there with its time and its reason', async () => {
  const { status, text } = await admin.get(BOARD);
  expect(status).toBe(200);
  expect(row(text, 'Tờ khai chưa nộp')[1]).toBe('đến hết ngày thứ 10 sau khi kê khai');
  expect(row(text, 'Hồ sơ bị từ chối')[1]).toBe('30 ngày sau khi từ chối');
  expect(row(text, 'Nhật ký thao tác')[1]).toBe('3.650 ngày sau khi ghi');
  for (const what of ['Việc đã xử lý xong', 'Phiên làm việc', 'Mã OTP', 'Ảnh của tờ khai', 'Tin nhắn'])
    expect(row(text, what).every((cell) => cell !== '')).toBe(true);
  expect(text).not.toContain('Đến hạn xóa');
});

test('leaders and administrators may look, nobody else', async () => {
  expect((await (await house.officer('lanhdao')).get(BOARD)).status).toBe(200);
  for (const name of ['canbo', 'bientap', 'giamsat']) {
    const officer = await house.officer(name);
    expect((await officer.get(BOARD)).status).toBe(403);
    expect((await officer.submit(TRIAL, {}, { page: '/can-bo' })).status).toBe(403);
  }
});

test('a trial counts and deletes nothing; the job deletes and the board tells', async () => {
  const declared = "SELECT COUNT(*) AS n FROM registration_dossier WHERE state = 'declared'";
  const before = await count(declared);
  expect(before).toBeGreaterThan(0);
  house.clock.forward(40 * DAY);
  await again();
  const trial = await admin.submit(TRIAL, {}, { page: BOARD });
  expect(trial.status).toBe(200);
  expect(row(trial.text, 'Tờ khai chưa nộp')[3]).toBe(String(before));
  expect(Number(row(trial.text, 'Hồ sơ bị từ chối')[3])).toBeGreaterThan(0);
  expect(trial.text).toContain('Chưa xóa gì');
  expect(await count(declared)).toBe(before);

  await house.app.scheduler.run('registration.expiry');
  expect(await count(declared)).toBe(0);
  expect(row((await admin.get(BOARD)).text, 'Tờ khai chưa nộp').slice(3, 5)).toEqual([String(before), String(before)]);
  expect(row((await admin.submit(TRIAL, {}, { page: BOARD })).text, 'Tờ khai chưa nộp')[3]).toBe('0');

  house.clock.forward(2 * DAY);
  await again();
  expect(row((await admin.get(BOARD)).text, 'Tờ khai chưa nộp').slice(3, 5)).toEqual(['0', String(before)]);
});

test('each job purges what its trial counted, and runs again without harm', async () => {
  house.clock.forward(400 * DAY);
  for (const { name, due, purge } of house.app.modules.flatMap(({ parts }) => parts.retention ?? [])) {
    const waiting = await due();
    expect([name, await purge()]).toEqual([name, waiting]);
    expect([name, await due(), await purge()]).toEqual([name, 0, 0]);
  }
});

test('the old end of the audit goes after its days, and the rest still verifies', async () => {
  house.clock.forward(60_000);
  await house.app.scheduler.run('core.audit-seal');
  const sealed = await count('SELECT COUNT(*) AS n FROM core_audit_seal');
  expect(sealed).toBeGreaterThan(0);
  house.clock.forward(3_650 * DAY + DAY);
  await again();
  house.clock.forward(60_000);
  await house.app.scheduler.run('core.audit-seal');
  const trial = await admin.submit(TRIAL, {}, { page: BOARD });
  const due = Number(row(trial.text, 'Nhật ký thao tác')[3]?.replaceAll('.', ''));
  expect(due).toBe(sealed);
  await house.app.scheduler.run('privacy.audit');
  expect(await count('SELECT COUNT(*) AS n FROM core_audit_seal')).toBeGreaterThan(0);
  expect(await count('SELECT MIN(position) AS n FROM core_audit_seal')).toBe(sealed + 1);
});
