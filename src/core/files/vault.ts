import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NotFoundError } from '../errors.js';
import { newId } from '../ids.js';

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

const VERSION = 1;
const HEAD = 1 + 12 + 16;

const encrypt = (key: Buffer, id: string, bytes: Buffer): Buffer => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([Buffer.from([VERSION]), nonce, cipher.getAuthTag(), body]);
};

const decrypt = (key: Buffer, id: string, stored: Buffer): Buffer => {
  const decipher = createDecipheriv('aes-256-gcm', key, stored.subarray(1, 13)).setAAD(Buffer.from(id));
  decipher.setAuthTag(stored.subarray(13, HEAD));
  return Buffer.concat([decipher.update(stored.subarray(HEAD)), decipher.final()]);
};

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
      await writeFile(`${path}.part`, encrypt(key, id, bytes), { flush: true });
      await rename(`${path}.part`, path);
      return id;
    },
    get: async (id) => {
      const stored = await readFile(pathOf(id)).catch(() => undefined);
      if (!stored) throw new NotFoundError();
      return decrypt(key, id, stored);
    },
    remove: async (id) => {
      for (const path of [pathOf(id), `${pathOf(id)}.part`]) await rm(path, { force: true });
    },
  };
};
