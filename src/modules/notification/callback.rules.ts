import { createHmac, timingSafeEqual } from 'node:crypto';
import { MINUTE } from '../../core/clock.js';

/** Where a provider's callback names its message: a JSON path, or a pattern with a group `id`. */
export type IdPlace = { readonly path: readonly string[] } | { readonly pattern: RegExp };

/** What a provider tells of a message: it arrived, it will not, or something that is no end. */
export type Verdict = 'delivered' | 'failed' | 'open';

/** Older callbacks are no news, they are a recording. */
const MAX_AGE = 5 * MINUTE;

const PATH = /^\$(\.[\w-]+|\[\d+\])+$/;

/** `$.messages[0].id` or a regular expression with a group `id`; nothing when it is neither. */
export const idPlaceOf = (text: string): IdPlace | undefined => {
  if (PATH.test(text)) return { path: text.match(/[\w-]+/g) ?? [] };
  try {
    return text.includes('(?<id>') ? { pattern: new RegExp(text) } : undefined;
  } catch {
    return undefined;
  }
};

const stepInto = (value: unknown, name: string): unknown =>
  value !== null && typeof value === 'object' && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
};

/** The message a callback speaks of: our number or the provider's; empty when there is none. */
export const idIn = (body: string, place: IdPlace): string => {
  if ('pattern' in place) return place.pattern.exec(body)?.groups?.['id'] ?? '';
  const found = place.path.reduce(stepInto, parsed(body));
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
};

/** Failure is looked for first: "undelivered" and "not delivered" hold the other word. */
export const verdictOf = (body: string, words: { delivered: RegExp; failed: RegExp }): Verdict => {
  if (words.failed.test(body)) return 'failed';
  return words.delivered.test(body) ? 'delivered' : 'open';
};

/** Bytes of a signature in hexadecimal or base64, also behind `sha256=`. */
const bytesOf = (signature: string): Buffer => {
  const text = signature.trim().replace(/^sha256=/i, '');
  return Buffer.from(text, /^[0-9a-f]{64}$/i.test(text) ? 'hex' : 'base64');
};

/** HMAC-SHA256, compared without telling by the time it takes how much of it agrees. */
export const isSignedBy = (secret: string, signed: Buffer, signature: string): boolean => {
  const [right, given] = [createHmac('sha256', secret).update(signed).digest(), bytesOf(signature)];
  return given.length === right.length && timingSafeEqual(given, right);
};

/** Seconds or milliseconds since 1970, or a date with its time. */
const instantOf = (text: string): number => {
  if (/^\d{9,11}$/.test(text)) return Number(text) * 1_000;
  return /^\d{12,14}$/.test(text) ? Number(text) : Date.parse(text);
};

/** Whether a callback was signed just now; a clock that runs ahead counts like one that runs behind. */
export const isFresh = (timestamp: string, now: Date): boolean =>
  Math.abs(instantOf(timestamp.trim()) - now.getTime()) <= MAX_AGE;
