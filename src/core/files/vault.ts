import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NotFoundError } from '../errors.js';
import { newId } from '../ids.js';
import { openBytes, sealBytes } from '../seal.js';

/**
 * Encrypted files (AES-256-GCM). Layout of a file: version (1 byte), nonce (12), tag (16), cipher text.
 * The file's own id is bound in as additional data, so that files cannot be swapped on disk.
 */
export interface Vault {
  /** Stores the bytes and returns the id under which they are found: a new one unless given. On disk before it resolves. */
  put(bytes: Buffer, id?: string): Promise<string>;
  /** The bytes; NotFoundError when the file is gone. */
  get(id: string): Promise<Buffer>;
  remove(id: string): Promise<void>;
}

const VERSION = Buffer.from([1]);

/** `directory` holds the files, two levels deep; `key` is 32 bytes from the key file. */
export const createVault = (directory: string, key: Buffer): Vault => {
  const pathOf = (id: string): string => {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new NotFoundError();
    return join(directory, id.slice(-2), id);
  };
  return {
    put: async (bytes, id = newId()) => {
      const path = pathOf(id);
      await mkdir(dirname(path), { recursive: true });
      // Written aside and renamed: a crash leaves no half file under a name that a row may point to.
      await writeFile(`${path}.part`, Buffer.concat([VERSION, sealBytes(key, id, bytes)]), { flush: true });
      await rename(`${path}.part`, path);
      return id;
    },
    get: async (id) => {
      const stored = await readFile(pathOf(id)).catch(() => undefined);
      if (!stored) throw new NotFoundError();
      return openBytes(key, id, stored.subarray(VERSION.length));
    },
    remove: async (id) => {
      for (const path of [pathOf(id), `${pathOf(id)}.part`]) await rm(path, { force: true });
    },
  };
};
