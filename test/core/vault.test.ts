import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createVault } from '../../src/core/files/vault.js';

const directory = mkdtempSync(join(tmpdir(), 'vault-'));
afterAll(() => rmSync(directory, { recursive: true }));

const key = randomBytes(32);
const vault = createVault(directory, key);
const pathOf = (id: string): string => join(directory, id.slice(-2), id);

describe('the vault', () => {
  it('gives back what was put in, and lies encrypted on disk', async () => {
    const bytes = Buffer.from('ảnh chân dung '.repeat(1_000));
    const id = await vault.put(bytes);
    expect(await vault.get(id)).toEqual(bytes);
    expect(readFileSync(pathOf(id)).includes('chân dung')).toBe(false);
    expect(readdirSync(join(directory, id.slice(-2)))).toContain(id);
  });

  it('holds an empty file too', async () => {
    expect(await vault.get(await vault.put(Buffer.alloc(0)))).toEqual(Buffer.alloc(0));
  });

  it('encrypts the same bytes differently each time', async () => {
    const ids = [await vault.put(Buffer.from('x')), await vault.put(Buffer.from('x'))];
    const [a, b] = ids.map((id) => readFileSync(pathOf(id)).toString('hex'));
    expect(a).not.toBe(b);
  });

  it('refuses a file that was changed, cut, swapped with another, or is read with another key', async () => {
    const [id, other] = [await vault.put(Buffer.from('một')), await vault.put(Buffer.from('hai'))];
    await expect(createVault(directory, randomBytes(32)).get(id)).rejects.toThrow();
    const stored = readFileSync(pathOf(id));
    writeFileSync(pathOf(other), stored);
    await expect(vault.get(other)).rejects.toThrow();
    stored[stored.length - 1] = (stored.at(-1) ?? 0) ^ 1;
    writeFileSync(pathOf(id), stored);
    await expect(vault.get(id)).rejects.toThrow();
    writeFileSync(pathOf(id), stored.subarray(0, 10));
    await expect(vault.get(id)).rejects.toThrow();
  });

  it('says not found for what is gone, and for names that are none', async () => {
    const id = await vault.put(Buffer.from('x'));
    await vault.remove(id);
    await vault.remove(id);
    for (const name of [id, '../../etc/passwd', '', 'x'.repeat(36)])
      await expect(vault.get(name)).rejects.toMatchObject({ status: 404 });
  });

  it('leaves no half file behind', async () => {
    await Promise.all(Array.from({ length: 20 }, () => vault.put(randomBytes(50_000))));
    expect(readdirSync(directory, { recursive: true }).filter((name) => String(name).endsWith('.part'))).toEqual([]);
  });
});
