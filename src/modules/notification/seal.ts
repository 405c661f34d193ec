import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Keeps the content of waiting messages unreadable in the database and in its backups. */
export interface Seal {
  /** `id` of the row is bound in, so that contents cannot be swapped between messages. */
  close(id: string, content: object): string;
  /** Throws when the content was changed, or the key is another. */
  open<T>(id: string, sealed: string): T;
}

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM; `key` is 32 bytes. Sealed text: base64 of nonce, tag, cipher text. */
export const createSeal = (key: Buffer): Seal => ({
  close: (id, content) => {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(id));
    const body = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
  },
  open: <T>(id: string, sealed: string): T => {
    const bytes = Buffer.from(sealed, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE)).setAAD(Buffer.from(id));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const body = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]);
    return JSON.parse(body.toString('utf8')) as T;
  },
});
