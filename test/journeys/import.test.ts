import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeParticipation, writePeople } from '../kit/extracts.js';
import { openHouse, type House } from '../kit/house.js';
import { startCommand } from '../kit/process.js';

const PATIENCE = 280_000;

let house: House;
let folder: string;
beforeAll(async () => {
  house = await openHouse();
  folder = mkdtempSync(join(tmpdir(), 'ansinh-import-'));
});
afterAll(async () => {
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

const start = (...args: string[]) => startCommand(house.env, ['import', ...args]);

const finish = async (...args: string[]): Promise<{ code: unknown; output: string }> => {
  const { ended, output } = start(...args);
  return { code: await ended, output: output() };
};

const count = async (table: string): Promise<number> =>
  Number((await house.app.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))?.n);

const lastRun = async () => (await house.app.imports.latest(1))[0];

/** Waits until the run at hand has stored so many lines. */
const reached = async (rows: number): Promise<void> => {
  const passed = async (): Promise<boolean> => {
    const run = await lastRun();
    return run?.state === 'running' && run.rowsRead >= rows;
  };
  while (!(await passed())) await wait(20);
};

describe('ansinh import', { timeout: PATIENCE }, () => {
  test('lists the kinds, and the columns of one', async () => {
    const kinds = await finish();
    expect(kinds.code).toBe(0);
    for (const word of ['participants', 'participation', 'Người tham gia']) expect(kinds.output).toContain(word);
    const columns = await finish('participants', '--columns');
    expect(columns.output).toMatch(/ma_so_bhxh +\* Mã số BHXH: 10 chữ số/);
  });

  test.each([
    ['a kind nobody knows', ['people', 'x.csv'], 2, 'Không có loại dữ liệu "people".'],
    ['an option nobody knows', ['participants', 'x.csv', '--force'], 2, 'Cách dùng: ansinh import'],
    ['no file', ['participants'], 2, 'Cách dùng: ansinh import'],
    ['a file that is not there', ['participants', '/nowhere/x.csv'], 1, 'Không tìm thấy tệp x.csv.'],
    ['a folder', ['participants', '/tmp'], 1, 'Không đọc được tệp tmp.'],
  ])('%s', async (_, args, code, sentence) => {
    const done = await finish(...args);
    expect([done.code, done.output]).toEqual([code, expect.stringContaining(sentence)]);
  });
});

test(
  'killed in the middle and gone on with: nothing lost, nothing twice',
  async () => {
    const path = join(folder, 'nguoi.csv');
    const rejected = join(folder, 'nguoi.rejected.csv');
    await writePeople(path, 20_000, 1_000);
    const dry = await finish('participants', path, '--dry-run');
    expect(dry).toMatchObject({
      code: 1,
      output: expect.stringContaining('không ghi gì: hợp lệ 19.980, lỗi 20.') as string,
    });
    const whole = readFileSync(rejected, 'utf8');
    expect(await count('records_participant')).toBe(0);

    const killed = start('participants', path);
    await reached(5_000);
    killed.kill('SIGKILL');
    expect(await killed.ended).toBe('SIGKILL');
    const left = await lastRun();
    expect(left).toMatchObject({ state: 'running', rejected: (left?.rowsRead ?? 0) / 1_000 });
    expect(left?.rowsRead).toBeLessThan(20_000);
    expect(await count('records_participant')).toBe(left?.added);

    const resumed = await finish('participants', path, '--resume');
    expect(resumed.code).toBe(1);
    expect(resumed.output).toMatch(/Nạp tiếp từ dòng \d+\.002\./);
    expect(resumed.output).toContain('Thêm mới 19.980, cập nhật 0, giữ nguyên 0, lỗi 20.');
    expect(await lastRun()).toMatchObject({ id: left?.id, state: 'done', added: 19_980 });
    expect(await count('records_participant')).toBe(19_980);
    expect(readFileSync(rejected, 'utf8')).toBe(whole);

    const again = await finish('participants', path);
    expect(again.output).toContain('Thêm mới 0, cập nhật 0, giữ nguyên 19.980, lỗi 20.');
  },
  PATIENCE,
);

/** Megabytes of a process; 0 when it is no more. */
const memoryOf = (pid: number): number => {
  const file = `/proc/${pid}/status`;
  const status = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
};

test(
  'memory stays flat over a hundred thousand rows',
  async () => {
    const path = join(folder, 'qua-trinh.csv');
    await writeParticipation(path, 12_500, 8);
    const { pid, ended, output } = start('participation', path);
    let over = false;
    void ended.then(() => (over = true));
    const seen: { rows: number; mb: number }[] = [];
    await reached(20_000);
    while (!over) {
      const rows = (await lastRun())?.rowsRead ?? 0;
      const mb = memoryOf(pid);
      if (!over && mb > 0) seen.push({ rows, mb });
      await wait(100);
    }
    // Every thousandth person was refused above.
    expect([await ended, output()]).toEqual([1, expect.stringContaining('Thêm mới 99.904')]);
    // What is left after each clearing away: the heights in between are the collector's to choose.
    const least = (from: number, to: number): number =>
      Math.min(...seen.filter(({ rows }) => rows >= from && rows < to).map(({ mb }) => mb));
    expect(least(70_000, 100_001)).toBeLessThan(least(20_000, 60_000) + 50);
    expect(Math.max(...seen.map(({ mb }) => mb))).toBeLessThan(400);
  },
  PATIENCE,
);
