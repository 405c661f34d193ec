import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../src/modules/notification/settings.js';

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://ansinh.example',
  SMTP_URL: 'smtp://mail.example:587',
  SMS_DRIVER: 'http',
  SMS_URL: 'https://sms.example/send',
};

/** The variables that are at fault, each with a sentence that begins with its name. */
const faults = (env: Record<string, string>): string[] => {
  const result = settingsSchema.safeParse(env);
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) => {
    expect(message).toMatch(new RegExp(`^${String(path[0])} must `));
    return String(path[0]);
  });
};

describe('settings of messages', () => {
  it('need nothing outside production: everything goes to the screen', () => {
    expect(settingsSchema.parse({})).toEqual({ sms: { driver: 'screen' }, email: { driver: 'screen' } });
  });

  it('in production want a real way out for both channels, all faults at once', () => {
    expect(faults({ NODE_ENV: 'production' }).sort()).toEqual(['SMS_DRIVER', 'SMS_URL', 'SMTP_URL']);
    expect(faults({ ...production, SMS_DRIVER: 'screen' })).toEqual(['SMS_DRIVER']);
    expect(faults(production)).toEqual([]);
  });

  it("send from the portal's own host unless told", () => {
    expect(settingsSchema.parse(production).email).toMatchObject({ from: 'An Sinh <no-reply@ansinh.example>' });
    expect(settingsSchema.parse({ ...production, SMTP_FROM: 'a@b.vn' }).email).toMatchObject({ from: 'a@b.vn' });
  });

  it.each([
    ['SMS_DRIVER', 'pigeon'],
    ['SMS_URL', 'ftp://sms.example'],
    ['SMS_METHOD', 'DELETE'],
    ['SMS_HEADERS', '{"a":1}'],
    ['SMS_HEADERS', 'not json'],
    ['SMS_SUCCESS', '(('],
    ['SMS_BODY', '{"to":"{{to}}"}'],
    ['SMTP_URL', 'mail.example:25'],
  ])('name %s when it is %s', (name, value) => {
    expect(faults({ ...production, [name]: value })).toEqual([name]);
  });

  it('with GET look for the places in the address', () => {
    expect(faults({ ...production, SMS_METHOD: 'GET' })).toEqual(['SMS_URL']);
    expect(faults({ ...production, SMS_METHOD: 'GET', SMS_URL: 'https://s.example/?t={{to}}&m={{text}}' })).toEqual([]);
  });
});

describe('settings of what the SMS provider tells', () => {
  const secret = { SMS_CALLBACK_SECRET: 'bi-mat-cua-nha-mang' };

  it('are off without a secret, whatever else is set', () => {
    expect(settingsSchema.parse({ SMS_CALLBACK_ID: '(' }).callback).toBeUndefined();
  });

  it('need nothing but the secret', () => {
    expect(settingsSchema.parse(secret).callback).toMatchObject({ header: 'x-signature', timestampHeader: undefined });
  });

  it.each([
    ['SMS_CALLBACK_SECRET', 'ngan'],
    ['SMS_CALLBACK_HEADER', 'x signature'],
    ['SMS_CALLBACK_TIMESTAMP_HEADER', 'x: time'],
    ['SMS_CALLBACK_ID', '(\\d+)'],
    ['SMS_CALLBACK_DELIVERED', '('],
    ['SMS_CALLBACK_FAILED', '['],
  ])('%s=%s is refused', (name, value) => {
    expect(faults({ ...secret, [name]: value })).toEqual([name]);
  });
});
