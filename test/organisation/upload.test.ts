import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { csvOf, EXAMPLES, exampleText, rowsOf } from '../kit/imports.js';
import { idIn, rowOf, send, takeUp, until, UPLOADS } from './upload.js';

let house: House;
let admin: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true, env: { IMPORT_MAX_MB: '1' } });
  admin = await house.officer('quantri');
});
afterAll(() => house.close());

const facilities = exampleText('facilities');
const count = async (table: string): Promise<number> =>
  Number((await house.app.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))?.n);
const onDisk = (): string[] => {
  const folder = house.app.config.uploadDir;
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /[0-9a-f-]{36}$/.test(name))
    .map((name) => join(folder, name));
};
const fileOf = (id: string): string => join(house.app.config.uploadDir, id.slice(-2), id);

/** Two of eleven lines are bad. */
const withFaults = csvOf(
  rowsOf(facilities).map((row, index) =>
    index === 2 ? { ...row, ma_cskcb: '1929' } : index === 5 ? { ...row, ma_tinh: '99' } : row,
  ),
);

describe('a trial and then for real', () => {
  test('counts, writes nothing, and the same file goes in by one button', async () => {
    const before = await count('lookup_facility');
    const trial = await takeUp(house, admin, { way: 'thu', name: 'cơ sở quý 4.csv', content: withFaults });
    expect(trial).toMatchObject({ state: 'done', rows_read: 11, rejected: 2, added: 0 });
    expect(await count('lookup_facility')).toBe(before);
    const page = await admin.get(`${UPLOADS}/${trial.id}`);
    const text = visibleText(page.text);
    for (const words of ['cơ sở quý 4.csv', 'Chạy thử, không ghi gì', 'Xong, có dòng bị từ chối', '100%'])
      expect(text).toContain(words);
    expect(page.get('Cache-Control')).toContain('no-store');
    expect(page.text).not.toContain('http-equiv="refresh"');
    expect(page.text).not.toContain('Trạm Y tế');

    await admin.submit(`${UPLOADS}/${trial.id}/nap-that`, {}, { page: `${UPLOADS}/${trial.id}` });
    const real = await until(house, trial.id, 'done');
    expect(real).toMatchObject({ rows_read: 11, added: 9, rejected: 2 });
    expect(await count('lookup_facility')).toBe(before + 9);
    const again = await admin.submit(`${UPLOADS}/${trial.id}/nap-that`, {}, { page: `${UPLOADS}/${trial.id}` });
    expect(again.status).toBe(409);
  });

  test('a second time the lines stay as they are', async () => {
    expect(await takeUp(house, admin, { content: withFaults })).toMatchObject({
      state: 'done',
      added: 0,
      unchanged: 9,
    });
  });

  test('what was done with which file stands in the audit, under the name of who sent it', async () => {
    const acts = await house.app.db.rows<{ action: string; actor_name: string }>(
      "SELECT action, actor_name FROM core_audit WHERE action LIKE '%import-%' ORDER BY at",
    );
    const names = acts.map(({ action }) => action);
    expect(names).toEqual(
      expect.arrayContaining(['organisation.import-asked', 'core.import-started', 'core.import-ended']),
    );
    expect([...new Set(acts.map(({ actor_name: name }) => name))]).toEqual(['Phan Hữu Đức']);
  });
});

describe('what is kept on disk', () => {
  test('file and refused lines are encrypted, and go some days after the end', async () => {
    const { id, refused_id: refusedId } = await takeUp(house, admin, { content: withFaults });
    for (const path of [fileOf(id), fileOf(refusedId)]) {
      expect(existsSync(path)).toBe(true);
      expect(readFileSync(path).includes('Trạm')).toBe(false);
    }
    await house.app.scheduler.run('organisation.upload-files');
    expect(existsSync(fileOf(id))).toBe(true);
    house.clock.forward(3 * 86_400_000 + 1_000);
    await house.app.scheduler.run('organisation.upload-files');
    expect(onDisk().filter((path) => path.includes(id) || path.includes(refusedId))).toEqual([]);
    admin = await house.officer('quantri');
    const page = visibleText((await admin.get(`${UPLOADS}/${id}`)).text);
    expect(page).toContain('đã hết hạn giữ');
    expect((await admin.get(`${UPLOADS}/${id}/dong-loi.csv`)).status).toBe(404);
  });

  test('a file that nobody asked for goes after an hour', async () => {
    const files = onDisk().length;
    const answer = await send(admin, { kind: '', content: facilities });
    expect(answer.status).toBe(400);
    expect(onDisk().length).toBe(files + 1);
    house.clock.forward(3_600_000 + 1_000);
    await house.app.scheduler.run('organisation.upload-files');
    expect(onDisk().length).toBe(files);
    admin = await house.officer('quantri');
  });
});

describe('refused lines', () => {
  test('are given to who sent the file, never kept by the browser, written to the audit, and may be mended and sent', async () => {
    const { id } = await takeUp(house, admin, { content: withFaults });
    const answer = await admin.get(`${UPLOADS}/${id}/dong-loi.csv`).then((found) => found);
    expect([answer.status, answer.get('Cache-Control')]).toEqual([200, 'no-store']);
    expect(answer.get('Content-Disposition')).toContain('tep.rejected.csv');
    const lines = rowsOf(answer.text);
    expect(lines.map((line) => [line['loi_dong'], line['loi_cot']])).toEqual([
      ['4', 'ma_cskcb'],
      ['7', 'ma_tinh'],
    ]);
    const [act] = await house.app.db.rows<{ subject_id: string }>(
      "SELECT subject_id FROM core_audit WHERE action = 'organisation.import-rejects-viewed' ORDER BY at DESC LIMIT 1",
    );
    expect(act?.subject_id).toBe(id);
    const mended = csvOf(lines.map((line) => ({ ...line, ma_cskcb: `4899${line['loi_dong']}`, ma_tinh: '48' })));
    expect(await takeUp(house, admin, { content: mended })).toMatchObject({ state: 'done', rows_read: 2, rejected: 0 });
  });

  test('are not given to another administrator, who sees the counts; nobody of another office sees the file', async () => {
    const { db } = house.app;
    const { id } = await takeUp(house, admin, { way: 'thu', content: withFaults });
    await db.uow.run(() =>
      db.sequelize.query(
        "INSERT INTO auth_officer_role (officer_id, role) SELECT id, 'admin' FROM auth_officer WHERE username IN ('canbo2', 'coso')",
      ),
    );
    const [other, below] = [await house.officer('canbo2'), await house.officer('coso')];
    const page = visibleText((await other.get(`${UPLOADS}/${id}`)).text);
    expect(page).toContain('chỉ người gửi tệp tải được');
    expect(page).not.toContain('Nạp thật tệp này');
    expect((await other.get(`${UPLOADS}/${id}/dong-loi.csv`)).status).toBe(403);
    const real = await other.submit(`${UPLOADS}/${id}/nap-that`, {}, { page: `${UPLOADS}/${id}` });
    expect(real.status).toBe(403);
    for (const path of ['', '/dong-loi.csv']) expect((await below.get(`${UPLOADS}/${id}${path}`)).status).toBe(404);
    expect((await below.submit(`${UPLOADS}/${id}/dung`, {}, { page: UPLOADS })).status).toBe(404);
    expect(visibleText((await below.get(UPLOADS)).text)).toContain('Đơn vị chưa gửi tệp nào');
  });
});

test('columns and an empty file to begin with are there for every kind', async () => {
  const form = await admin.get(UPLOADS);
  for (const kind of EXAMPLES) {
    expect(form.text).toContain(`${UPLOADS}/cot/${kind}`);
    const page = await admin.get(`${UPLOADS}/cot/${kind}`);
    const template = await admin.get(`${UPLOADS}/cot/${kind}/mau.csv`);
    const heading = template.text
      .replace(/^\uFEFF/, '')
      .trim()
      .split(',');
    for (const name of heading) expect(page.text).toContain(`<code>${name}</code>`);
    expect(heading).toEqual(expect.arrayContaining(Object.keys(rowsOf(exampleText(kind))[0] ?? {})));
  }
  expect((await admin.get(`${UPLOADS}/cot/khong-co`)).status).toBe(404);
});

test('a waiting or running file is stopped by a button, and stays stopped', async () => {
  const { db, clock } = house.app;
  const answer = await send(admin, { content: withFaults });
  const id = idIn(answer);
  await until(house, id, 'done');
  await db.uow.run(() =>
    db.sequelize.query("UPDATE organisation_upload SET state = 'waiting', lease_until = ? WHERE id = ?", {
      replacements: [new Date(clock.now().getTime() + 60_000), id],
    }),
  );
  const page = await admin.get(`${UPLOADS}/${id}`);
  expect(page.text).toMatch(/<noscript><meta http-equiv="refresh" content="\d+"><\/noscript>/);
  expect((await admin.submit(`${UPLOADS}/${id}/dung`, {}, { page: `${UPLOADS}/${id}` })).status).toBe(303);
  expect(await rowOf(house, id)).toMatchObject({ state: 'stopped' });
  house.clock.forward(120_000);
  await house.app.scheduler.run('organisation.uploads');
  expect(await rowOf(house, id)).toMatchObject({ state: 'stopped' });
  expect((await admin.submit(`${UPLOADS}/${id}/dung`, {}, { page: UPLOADS })).status).toBe(409);
});
