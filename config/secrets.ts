import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const create = (path: string, content: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  // `wx`: of two processes that start together one makes the file, both read it.
  try {
    writeFileSync(path, content, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
};

/** The secret of a development installation, made at the first start and kept. */
export const loadSecret = (path: string): string => {
  if (!existsSync(path)) create(path, randomBytes(48).toString('base64'));
  return readFileSync(path, 'utf8').trim();
};

/** The 32-byte key from a file of 64 hexadecimal digits. Made only where `make` allows it. */
export const loadKey = (path: string, make: boolean): Buffer => {
  if (!existsSync(path) && make) create(path, randomBytes(32).toString('hex'));
  if (!existsSync(path))
    throw new Error(`KEY_FILE ${path} does not exist; make one with: openssl rand -hex 32 > ${path}`);
  const hex = readFileSync(path, 'utf8').trim();
  if (!/^[0-9a-f]{64}$/i.test(hex)) throw new Error(`KEY_FILE ${path} must hold 64 hexadecimal digits`);
  return Buffer.from(hex, 'hex');
};
