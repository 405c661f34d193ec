import { randomBytes, randomInt } from 'node:crypto';
import { v7 } from 'uuid';

/** A new primary key: UUID version 7, so that keys sort by the time they were made. 36 characters. */
export const newId = (): string => v7();

/** A secret for a link: 128 random bits, 22 characters of base64url. */
export const newSecret = (): string => randomBytes(16).toString('base64url');

/** Decimal digits from a secure source, leading zeros included. */
export const randomDigits = (length: number): string => Array.from({ length }, () => randomInt(10).toString()).join('');

/** Characters that cannot be mistaken for each other on a small screen or over the phone. */
export const CLEAR = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** A code that people type: clear capitals and digits, about 4.95 bits each. */
export const randomCode = (length: number): string =>
  Array.from({ length }, () => CLEAR[randomInt(CLEAR.length)]).join('');
