import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** AES-256-GCM: nonce, tag, cipher text. `bound` is not kept but must be the same again when it is opened. */
export const sealBytes = (key: Buffer, bound: string, bytes: Buffer): Buffer => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
};

/** Throws when the bytes were changed, bound to something else, or sealed with another key. */
export const openBytes = (key: Buffer, bound: string, sealed: Buffer): Buffer => {
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(0, NONCE)).setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
};

/** Keeps secrets unreadable in the database, in sessions and in their backups. */
export interface Seal {
  /** `id` of the row or its owner is bound in, so that contents cannot be swapped between rows. */
  close(id: string, content: object): string;
  /** Throws when the content was changed, or the key is another. */
  open<T>(id: string, sealed: string): T;
}

/** Sealed text: base64 of what `sealBytes` gives for the JSON of the content. `key` is 32 bytes. */
export const createSeal = (key: Buffer): Seal => ({
  close: (id, content) => sealBytes(key, id, Buffer.from(JSON.stringify(content))).toString('base64'),
  open: <T>(id: string, sealed: string): T =>
    JSON.parse(openBytes(key, id, Buffer.from(sealed, 'base64')).toString('utf8')) as T,
});
