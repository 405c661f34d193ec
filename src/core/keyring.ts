import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Keys for single purposes, all derived from the one key of the installation. */
export interface Keyring {
  /** 32 bytes that serve this purpose only. */
  keyFor(purpose: string): Buffer;
  /** HMAC-SHA256 in hex: the same value gives the same hash, and nobody without the key can try values out. */
  hash(purpose: string, value: string): string;
}

export const createKeyring = (key: Buffer): Keyring => {
  const known = new Map<string, Buffer>();
  const keyFor = (purpose: string): Buffer => {
    const derived = known.get(purpose) ?? Buffer.from(hkdfSync('sha256', key, '', purpose, 32));
    known.set(purpose, derived);
    return derived;
  };
  return { keyFor, hash: (purpose, value) => createHmac('sha256', keyFor(purpose)).update(value).digest('hex') };
};

/** Compares hashes without telling by the time it takes how much of them agrees. */
export const isSameHash = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
