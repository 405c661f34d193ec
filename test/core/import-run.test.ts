import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fileRejects, fileSource, rejectedPath } from '../../src/core/import/files.js';
import { ImportBusyError } from '../../src/core/import/ledger.js';
import type { ImportOutcome } from '../../src/core/import/imports.js';
import type { ImportSource } from '../../src/core/import/reader.js';
import { openImportGround, type Counter, type ImportGround } from './import-ground.js';

let at: ImportGround;
let other: Counter;
beforeAll(async () => {
  at = await openImportGround();
  other = await at.another();
});
afterEach(async () => {
  await at.ground.db.uow.run(() => at.items.remove({}));
  at.ground.clock.forward(60_000);
});
afterAll(() => at.close());

const NOTHING = { added: 0, changed: 0, unchanged: 0, repeated: 0, rejected: 0 };

const numberOf = (n: number): string => String(n).padStart(8, '0');

/** Good lines with a bad one after every thousand. */
const many = (rows: number): string => {
  const lines = Array.from({ length: rows }, (_, n) => `${numberOf(n)},Đồ vật số ${n},${n % 1_000 === 999 ? 'x' : n}`);
  return `ma_so,ten,so_tien\n${lines.join('\n')}\n`;
};

describe('the same file again', () => {
  const FILE = 'ma_so,chi_nhanh,ten,so_tien\n00000001,,Bàn,5\n00000001,A,Ghế,\n00000002,,Tủ,7\n';

  test('changes nothing, not even the moment of the last change', async () => {
    const path = at.file(FILE);
    expect((await at.take(path)).counts).toMatchObject({ ...NOTHING, added: 3 });
    const before = await at.items.many({}, { order: ['name'] });
    at.ground.clock.forward(60_000);
    expect((await at.take(path)).counts).toMatchObject({ ...NOTHING, unchanged: 3 });
    expect(await at.items.many({}, { order: ['name'] })).toEqual(before);
  });

  test('brings up to date what differs, and leaves id and the others alone', async () => {
    await at.take(at.file(FILE));
    const before = await at.items.many({}, { order: ['name'] });
    at.ground.clock.forward(60_000);
    const { counts } = await at.take(at.file(FILE.replace('Ghế,', 'Ghế,9').replace('Tủ,7', 'Tủ,')));
    expect(counts).toMatchObject({ ...NOTHING, changed: 2, unchanged: 1 });
    const [table, chair, shelf] = before;
    expect(await at.items.many({}, { order: ['name'] })).toEqual([
      table,
      { ...chair, total: 9, at: at.ground.clock.now() },
      { ...shelf, total: null, at: at.ground.clock.now() },
    ]);
  });

  test('of two lines with one key the last wins', async () => {
    const path = at.file('ma_so,ten\n00000001,Bàn\n00000001,Ghế\n00000002,Tủ\n00000001,Kệ\n');
    expect((await at.take(path)).counts).toMatchObject({ ...NOTHING, added: 2, repeated: 2 });
    expect((await at.items.one({ number: '00000001' }))?.name).toBe('Kệ');
    expect((await at.take(path)).counts).toMatchObject({ ...NOTHING, unchanged: 2, repeated: 2 });
  });

  test('another row is never overwritten because a second unique column is taken', async () => {
    await at.take(at.file('ma_so,ten\n00000001,Bàn\n'));
    await expect(at.take(at.file('ma_so,ten\n00000002,Bàn\n'))).rejects.toThrow();
    expect(await at.items.many({})).toMatchObject([{ number: '00000001', name: 'Bàn' }]);
    expect((await at.imports.latest(1))[0]).toMatchObject({ state: 'failed', note: 'Lỗi hệ thống, xem nhật ký.' });
  });
});

describe('a dry run', () => {
  test('looks at everything and writes nothing but the refused lines', async () => {
    const runs = (await at.imports.latest(100)).length;
    const audit = async () => (await at.ground.db.row<{ n: number }>('SELECT COUNT(*) AS n FROM core_audit'))?.n;
    const acts = await audit();
    const path = at.file('ma_so,ten\n00000001,Bàn\n00000001,Ghế\n123,Tủ\n00000003,Cấm\n');
    const { counts } = await at.take(path, { dryRun: true });
    expect(counts).toMatchObject({ ...NOTHING, rowsRead: 4, repeated: 1, rejected: 2 });
    const looked = at.rejected(path);
    expect(await at.items.count({})).toBe(0);
    expect(await at.imports.latest(100)).toHaveLength(runs);
    expect(await audit()).toBe(acts);
    await at.take(path);
    expect(at.rejected(path)).toBe(looked);
  });
});

describe('a run that ends in the middle', () => {
  const ROWS = 25_000;
  const GOOD = ROWS - 25;

  test('is gone on with: nothing lost, nothing twice, the refused lines as in one go', async () => {
    const path = at.file(many(ROWS));
    await at.take(path, { dryRun: true });
    const whole = readFileSync(rejectedPath(path), 'utf8');
    const stop = new AbortController();
    const first = await at.take(path, {
      signal: stop.signal,
      onProgress: ({ rowsRead }) => rowsRead > 0 && stop.abort(),
    });
    expect(first).toMatchObject({ state: 'stopped', counts: { rowsRead: 5_000, added: 4_995, rejected: 5 } });
    // What a killed run wrote after its last batch was committed.
    await fileRejects(rejectedPath(path)).append('half a li');
    const second = await at.take(path, { resume: true });
    expect(second).toMatchObject({
      state: 'done',
      resumedAt: 5_002,
      counts: { rowsRead: ROWS, added: GOOD, rejected: 25 },
    });
    expect(await at.items.count({})).toBe(GOOD);
    expect(readFileSync(rejectedPath(path), 'utf8')).toBe(whole);
    expect((await at.take(path, { resume: true })).resumedAt).toBeUndefined();
  });

  test('is begun anew where the file is another one', async () => {
    const stop = AbortSignal.abort();
    expect((await at.take(at.file(many(100)), { signal: stop })).state).toBe('stopped');
    const { resumedAt, counts } = await at.take(at.file(many(100).replace('số 5,', 'số năm,')), { resume: true });
    expect([resumedAt, counts.added]).toEqual([undefined, 100]);
  });

  test('says so where the refused lines are gone', async () => {
    const path = at.file(many(12_000));
    const stop = new AbortController();
    await at.take(path, { signal: stop.signal, onProgress: ({ rowsRead }) => rowsRead > 0 && stop.abort() });
    await fileRejects(rejectedPath(path)).cut(0);
    await expect(at.take(path, { resume: true })).rejects.toThrow(/Hãy nạp lại từ đầu, bỏ --resume/);
  });
});

describe('two runs of one kind', () => {
  /** A source that rests after its first batch was stored, until something else is done. */
  const resting = async (path: string, meanwhile: () => Promise<unknown>): Promise<ImportSource> => {
    const pieces = async function* (start: number): AsyncGenerator<Buffer> {
      const bytes = readFileSync(path).subarray(start);
      yield bytes.subarray(0, bytes.length / 2);
      if (start > 0) {
        while (((await at.imports.latest(1))[0]?.rowsRead ?? 0) < 10_000) await wait(20);
        await meanwhile();
      }
      yield bytes.subarray(bytes.length / 2);
    };
    return { ...(await fileSource(path)), open: (start) => Readable.from(pieces(start)) };
  };

  test('the second is refused while the first goes on', async () => {
    const path = at.file(many(25_000));
    let second: unknown;
    const source = await resting(path, async () => {
      second = await at.take(path, { resume: true }, other).catch((error: unknown) => error);
    });
    const first = await at.take(path, { source });
    expect(second).toBeInstanceOf(ImportBusyError);
    expect(first.counts.added).toBe(24_975);
  });

  test('who has not been heard of for long is taken over, and stores nothing any more', async () => {
    const path = at.file(many(25_000));
    let taken: ImportOutcome | undefined;
    const source = await resting(path, async () => {
      at.ground.clock.forward(16_000);
      taken = await at.take(path, { resume: true }, other);
    });
    await expect(at.take(path, { source })).rejects.toThrow(/lượt nạp khác đã tiếp quản/);
    expect(taken).toMatchObject({ state: 'done', counts: { rowsRead: 25_000, added: 24_975 } });
    expect(await at.items.count({})).toBe(24_975);
    expect((await at.imports.latest(1))[0]).toMatchObject({ state: 'done', rowsRead: 25_000 });
  });
});

test('every run is told to the audit, with its counts', async () => {
  await at.take(at.file('ma_so,ten\n00000001,Bàn\n1,Ghế\n', 'kho.csv'));
  const rows = await at.ground.db.rows<{ action: string; label: string; details: string }>(
    'SELECT action, subject_label AS label, details FROM core_audit ORDER BY id DESC LIMIT 2',
  );
  expect(rows.map(({ action, label }) => [action, label])).toEqual([
    ['core.import-ended', 'items'],
    ['core.import-started', 'items'],
  ]);
  expect(JSON.parse(rows[0]?.details ?? '')).toMatchObject({ file: 'kho.csv', state: 'done', added: 1, rejected: 1 });
});

test('bytes may come from anywhere, in any pieces; progress goes up to the end', async () => {
  const bytes = Buffer.from(
    `\uFEFFma_so;ten\r\n${Array.from({ length: 3_000 }, (_, n) => `${numberOf(n)};"Đồ\r\nvật ${n}"`).join('\r\n')}`,
  );
  const open = (start: number): Readable =>
    Readable.from(
      (function* () {
        for (let from = start; from < bytes.length; from += 7) yield bytes.subarray(from, from + 7);
      })(),
    );
  const seen: number[] = [];
  const { counts } = await at.imports.run(at.importer, {
    source: { name: 'tai-len.csv', size: bytes.length, fingerprint: async () => 'x', open },
    rejects: fileRejects(at.file('', 'tai-len.rejected.csv')),
    onProgress: ({ position }) => seen.push(position),
  });
  expect(counts.added).toBe(3_000);
  expect((await at.imports.latest(1))[0]).toMatchObject({ nextLine: 6_002, position: bytes.length });
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
  expect(seen.at(-1)).toBe(bytes.length);
});
