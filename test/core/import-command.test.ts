import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importCommand } from '../../src/core/import/import-command.js';
import type { ImportOutcome, Imports } from '../../src/core/import/imports.js';
import { ImportBusyError } from '../../src/core/import/ledger.js';
import { createProgress, duration } from '../../src/core/import/progress.js';
import type { ImportProgress } from '../../src/core/import/run.js';
import { testClock } from '../kit/clock.js';
import { openImportGround, type ImportGround } from './import-ground.js';

let at: ImportGround;
beforeAll(async () => {
  at = await openImportGround();
});
afterAll(() => at.close());

const COUNTS = { rowsRead: 3, added: 1, changed: 0, unchanged: 1, repeated: 1, rejected: 0 };

const command = async (imports: Partial<Imports>, ...args: string[]): Promise<{ code: number; output: string }> => {
  let output = '';
  const { clock } = at.ground;
  const screen = { live: false, write: (text: string) => void (output += text) };
  const all = { kinds: () => [at.importer], latest: at.imports.latest, run: at.imports.run, ...imports };
  const code = await importCommand({ imports: all, clock, screen, signal: new AbortController().signal }, args);
  return { code, output };
};

describe('the command', () => {
  test('tells what was done, and where the refused lines are', async () => {
    const path = at.file('ma_so,ten\n00000001,Bàn\n123,Ghế\n');
    const { code, output } = await command({}, 'items', path);
    expect(code).toBe(1);
    expect(output).toContain('Đã đọc 2 dòng dữ liệu trong 0 giây.\nThêm mới 1, cập nhật 0, giữ nguyên 0, lỗi 1.\n');
    expect(output).toContain(`Dòng lỗi kèm lý do: ${path.replace('.csv', '.rejected.csv')}.`);
  });

  test('ends with 0 when every line was taken, with 1 when it was stopped', async () => {
    const path = at.file('');
    const outcome: ImportOutcome = { counts: COUNTS, state: 'done' };
    const done = await command({ run: async () => outcome }, 'items', path);
    expect(done.code).toBe(0);
    expect(done.output).toContain('Thêm mới 1, cập nhật 0, giữ nguyên 1, trùng khóa với dòng sau 1, lỗi 0.');
    const stopped = await command({ run: async () => ({ ...outcome, state: 'stopped' }) }, 'items', path);
    expect(stopped.code).toBe(1);
    expect(stopped.output).toContain('Chạy lại với --resume để nạp tiếp.');
  });

  test('waits for a dead run when it shall go on, and only then', async () => {
    let calls = 0;
    const run: Imports['run'] = async () => {
      calls += 1;
      if (calls === 1) throw new ImportBusyError(new Date(at.ground.clock.now().getTime() + 600));
      return { counts: COUNTS, state: 'done', resumedAt: 10_002 };
    };
    const { code, output } = await command({ run }, 'items', at.file(''), '--resume');
    expect([code, calls]).toEqual([0, 2]);
    expect(output).toContain('Lượt nạp trước chưa kết thúc hẳn, chờ 1 giây...\nNạp tiếp từ dòng 10.002.\n');
    calls = 0;
    const refused = await command({ run }, 'items', at.file(''));
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('Đang có một lượt nạp khác cùng loại dữ liệu.');
  });
});

describe('progress', () => {
  const mark = (position: number, rowsRead: number): ImportProgress => ({
    ...{ position, rowsRead, size: 1_000, nextLine: 0, rejectedLength: 0 },
    ...{ added: 0, changed: 0, unchanged: 0, repeated: 0, rejected: rowsRead > 5_000 ? 12 : 0 },
  });

  const shown = (live: boolean, ...marks: ImportProgress[]): string => {
    const clock = testClock();
    let text = '';
    const progress = createProgress(clock, { live, write: (more) => void (text += more) });
    for (const one of marks) {
      progress.show(one);
      clock.forward(4_000);
    }
    progress.end();
    return text;
  };

  test('is a bar on a terminal, with speed and time left of what is done now', () => {
    const lines = shown(true, mark(100, 1_000), mark(550, 9_000)).split('\r').slice(1);
    expect(lines).toEqual([
      '[##..................] 10 %  1.000 dòng\u001B[K',
      '[###########.........] 55 %  9.000 dòng, 12 dòng lỗi, 2.000 dòng/giây, còn khoảng 4 giây\u001B[K\n',
    ]);
  });

  test('is a line now and then elsewhere', () => {
    const marks = [0, 250, 500, 750, 1_000].map((position) => mark(position, position));
    expect(
      shown(false, ...marks)
        .trim()
        .split('\n'),
    ).toEqual([
      '50 %  500 dòng, 63 dòng/giây, còn khoảng 8 giây',
      '100 %  1.000 dòng, 63 dòng/giây, còn khoảng 0 giây',
    ]);
  });

  test.each([
    [400, '0 giây'],
    [61_000, '1 phút 1 giây'],
    [3_900_000, '1 giờ 5 phút'],
  ])('%i ms are %s', (milliseconds, words) => {
    expect(duration(milliseconds)).toBe(words);
  });
});
