import { setTimeout as wait } from 'node:timers/promises';
import { dialectFor } from '../../config/dialects.js';
import { openDatabase } from '../../src/core/db/connection.js';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { csvOf, exampleText, rowsOf } from '../kit/imports.js';
import { startServer, type RunningServer } from '../kit/process.js';
import { signIn } from '../kit/sign-in.js';
import { openStorage, type Storage } from '../kit/storage.js';
import { send } from './upload.js';

let storage: Storage;
let server: RunningServer | undefined;
beforeAll(async () => {
  storage = await openStorage();
});
afterEach(async () => {
  server?.kill('SIGKILL');
  await server?.ended;
});
afterAll(() => storage.remove());

const LINES = 40_000;
const BAD = 4;

/** People of their own numbers; every ten-thousandth was born on no day. */
const manyPeople = (): string => {
  const [person = {}] = rowsOf(exampleText('participants'));
  const alone = { ...person, so_cccd: '', dien_thoai: '', email: '' };
  return csvOf(
    Array.from({ length: LINES }, (_, index) => ({
      ...alone,
      ma_so_bhxh: String(4_850_000_000 + index),
      ...(index % 10_000 === 77 && { ngay_sinh: '31/02/1985' }),
    })),
  );
};

/** On one file of a database a batch makes others wait: what was answered with 503 is asked again. */
const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let round = 0; round < 30; round += 1)
    try {
      return await work();
    } catch {
      await wait(1_000);
    }
  return work();
};

const start = async (): Promise<Browser> => {
  const running = await startServer(storage.env);
  server = running;
  return patiently(() => signIn(running.browser(), '/can-bo/dang-nhap', 'quantri', 'Canbo#2026'));
};

/** As after the minute for which a dead worker holds what it was at. */
const leasesRunOut = async (): Promise<void> => {
  const db = await openDatabase(dialectFor(storage.env['DATABASE_URL'] ?? ''));
  const past = new Date(Date.now() - 1_000);
  for (const change of ['core_lease SET until = ?', 'organisation_upload SET lease_until = ?'])
    await db.sequelize.query(`UPDATE ${change}`, { replacements: [past], exempt: true } as object);
  await db.close();
};

const figure = (text: string, label: string): number =>
  Number((new RegExp(`${label}\\s+([\\d.]+)`).exec(text)?.[1] ?? '').replaceAll('.', ''));

test('a server that is killed in the middle of a file is started again and ends it: nothing lost, nothing double', async () => {
  let admin = await start();
  const sent = await send(admin, { kind: 'participants', content: manyPeople() });
  expect(sent.status).toBe(303);
  const page = sent.get('Location') ?? '';
  const look = (): Promise<string> =>
    patiently(async () => {
      const { status, text: html } = await admin.get(page);
      if (status !== 200) throw new Error(`the run answers ${status}`);
      return visibleText(html);
    });
  let text = await look();
  for (; !(figure(text, 'Dòng đã đọc') > 0); text = await look()) await wait(50);
  expect(text).toContain('Đang chạy');
  expect(figure(text, 'Dòng đã đọc')).toBeLessThan(LINES);
  server?.kill('SIGKILL');
  await server?.ended;
  await leasesRunOut();

  admin = await start();
  for (text = await look(); text.includes('Đang chạy'); text = await look()) await wait(500);
  expect(text).toContain('Xong, có dòng bị từ chối');
  expect(figure(text, 'Dòng đã đọc')).toBe(LINES);
  expect(figure(text, 'Thêm mới')).toBe(LINES - BAD);
  expect(figure(text, 'Bị từ chối')).toBe(BAD);
  const refused = rowsOf((await admin.get(`${page}/dong-loi.csv`)).text);
  expect(refused.map((line) => line['ma_so_bhxh'])).toEqual(['4850000077', '4850010077', '4850020077', '4850030077']);
}, 240_000);
