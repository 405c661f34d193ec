import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { createLongFiles } from '../../src/core/files/long-files.js';
import { newId } from '../../src/core/ids.js';

const directory = mkdtempSync(join(tmpdir(), 'long-'));
afterAll(() => rmSync(directory, { recursive: true }));

const key = randomBytes(32);
const files = createLongFiles(directory, key);
const pathOf = (id: string): string => join(directory, id.slice(-2), id);
const long = Buffer.from('ma_so;ho_ten\r\n'.repeat(20_000));
const put = async (bytes: Buffer, most = 10_000_000): Promise<{ id: string; size: number }> => {
  const id = newId();
  const parts = Array.from({ length: Math.ceil(bytes.length / 50_000) }, (_, i) =>
    bytes.subarray(i * 50_000, (i + 1) * 50_000),
  );
  return { id, size: await files.write(id, Readable.from(parts), most) };
};

describe('long files', () => {
  it('give back what was put in, from any byte on, and lie encrypted on disk', async () => {
    const { id, size } = await put(long);
    expect(size).toBe(long.length);
    expect(readFileSync(pathOf(id)).includes('ho_ten')).toBe(false);
    for (const start of [0, 1, 65_535, 65_536, 65_537, 200_000, long.length - 1, long.length])
      expect((await buffer(files.read(id, start))).equals(long.subarray(start))).toBe(true);
  });

  it('of one that is too long nothing stays, and its stream is read to the end', async () => {
    const { id, size } = await put(long, 100_000);
    expect(size).toBe(long.length);
    await expect(buffer(files.read(id))).rejects.toThrow('Không tìm thấy');
  });

  it('grow by pieces and are cut back to any of them', async () => {
    const id = newId();
    const first = await files.append(id, 'một\r\n');
    await files.append(id, 'hai\r\n');
    expect((await buffer(files.read(id))).toString()).toBe('một\r\nhai\r\n');
    await files.cut(id, first);
    await files.append(id, 'ba\r\n');
    expect((await buffer(files.read(id))).toString()).toBe('một\r\nba\r\n');
    await expect(files.cut(id, 1_000_000)).rejects.toThrow('không còn đủ');
    await files.cut(id, 0);
    await files.cut(id, 0);
    await expect(buffer(files.read(id))).rejects.toThrow('Không tìm thấy');
  });

  it('are refused when changed, cut in a piece, moved under another name, or read with another key', async () => {
    const [{ id }, { id: other }] = [await put(long), await put(long)];
    const stored = readFileSync(pathOf(id));
    writeFileSync(pathOf(other), stored);
    await expect(buffer(files.read(other))).rejects.toThrow();
    await expect(buffer(createLongFiles(directory, randomBytes(32)).read(id))).rejects.toThrow();
    writeFileSync(pathOf(id), stored.subarray(0, stored.length - 10));
    await expect(buffer(files.read(id))).rejects.toThrow('cut off');
    const piece = 4 + 28 + 65_536;
    writeFileSync(pathOf(id), Buffer.concat([stored.subarray(0, piece), stored.subarray(2 * piece)]));
    await expect(buffer(files.read(id))).rejects.toThrow();
  });
});
