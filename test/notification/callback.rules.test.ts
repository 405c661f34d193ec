import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  idIn,
  idPlaceOf,
  isFresh,
  isSignedBy,
  verdictOf,
  type IdPlace,
} from '../../src/modules/notification/callback.rules.js';
import { settingsSchema } from '../../src/modules/notification/settings.js';

const SECRET = 'bi-mat-cua-nha-mang';
const defaults = settingsSchema.parse({ SMS_CALLBACK_SECRET: SECRET }).callback;
const place = (text: string): IdPlace => idPlaceOf(text) ?? { path: [] };

describe('the number of the message', () => {
  it.each([
    ['{"id":"S-1","status":"DELIVERED"}', 'S-1'],
    ['{ "id" : 4711 }', '4711'],
    ['id=0190b2c4-1111-7000-8000-000000000000&status=ok', '0190b2c4-1111-7000-8000-000000000000'],
    ['status=ok&id=S-1', 'S-1'],
    ['<dlr><id> S-1</id></dlr>', 'S-1'],
    ['{"mid":"S-1"}', ''],
  ])('is found without a setting in %s', (body, id) => {
    expect(defaults && idIn(body, defaults.id)).toBe(id);
  });

  it.each([
    ['$.data.messages[1].ref', '{"data":{"messages":[{},{"ref":"S-2"}]}}', 'S-2'],
    ['$.id', '{"id":17}', '17'],
    ['$.id', 'id=17', ''],
    ['$.id.deep', '{"id":"x"}', ''],
    ['$.constructor', '{}', ''],
    ['MID:(?<id>\\d+)', 'DLR MID:42 stat:DELIVRD', '42'],
  ])('is found by %s in %s', (text, body, id) => {
    expect(idIn(body, place(text))).toBe(id);
  });

  it.each(['id', '$', '$.', '(\\d+)', '(?<id>('])('%s is no place', (text) => {
    expect(idPlaceOf(text)).toBeUndefined();
  });
});

describe('what is told', () => {
  it.each([
    ['{"status":"DELIVERED"}', 'delivered'],
    ['stat:DELIVRD err:000', 'delivered'],
    ['{"status":"UNDELIVERED"}', 'failed'],
    ['{"status":"not delivered"}', 'failed'],
    ['{"status":"NOT_DELIVERED"}', 'failed'],
    ['stat:UNDELIV', 'failed'],
    ['stat:EXPIRED', 'failed'],
    ['{"status":"sent"}', 'open'],
    ['', 'open'],
  ])('%s is %s', (body, verdict) => {
    expect(defaults && verdictOf(body, defaults)).toBe(verdict);
  });
});

describe('a signature', () => {
  const body = Buffer.from('{"id":"S-1"}');
  const hmac = (form: 'hex' | 'base64'): string => createHmac('sha256', SECRET).update(body).digest(form);
  const hex = hmac('hex');

  it.each([hex, hex.toUpperCase(), `sha256=${hex}`, hmac('base64')])('counts as %s', (signature) => {
    expect(isSignedBy(SECRET, body, signature)).toBe(true);
  });
  it.each(['', 'sha256=', hex.slice(0, 62), `${hex}00`, hex.replace(/.$/, (last) => (last === '0' ? '1' : '0')), 'ă'])(
    'does not count as %j',
    (signature) => {
      expect(isSignedBy(SECRET, body, signature)).toBe(false);
    },
  );
  it('belongs to one body and one secret', () => {
    expect(isSignedBy(SECRET, Buffer.from('{"id":"S-2"}'), hex)).toBe(false);
    expect(isSignedBy('another', body, hex)).toBe(false);
  });
});

describe('the moment of signing', () => {
  const now = new Date('2026-03-16T02:00:00Z');
  const seconds = now.getTime() / 1_000;
  it.each([String(seconds), String(seconds - 299), String(seconds + 299), String(now.getTime()), now.toISOString()])(
    '%s is fresh',
    (timestamp) => {
      expect(isFresh(timestamp, now)).toBe(true);
    },
  );
  it.each([String(seconds - 301), String(seconds + 301), '', 'hôm qua', 'NaN'])('%j is not', (timestamp) => {
    expect(isFresh(timestamp, now)).toBe(false);
  });
});
