import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodeGuess, CodePurpose, Codes } from '../../src/contracts/auth.js';
import type { House } from '../kit/house.js';
import { AN, AN_PHONE, openAuth, otpFor } from './open.js';
import { accountsOf, codesOf } from './ports.js';

const NEW_PHONE = '0905612347';
const SESSION = 'session-1';
const MINUTE = 60_000;

let house: House;
let port: Codes;
let accountId: string;
beforeEach(async () => {
  house = await openAuth();
  port = codesOf(house);
  accountId = (await accountsOf(house).byInsuranceNumber(AN))?.id ?? '';
});
afterEach(() => house.close());

const send = (purpose: CodePurpose = 'change-contact', phone?: string): Promise<string> =>
  port.send({ accountId, purpose, sessionId: SESSION, payload: { dossier: 'd-1' }, ...(phone && { phone }) });

const guess = (id: string, code: string, of: Partial<CodeGuess> = {}): CodeGuess => ({
  id,
  code,
  purpose: 'change-contact',
  sessionId: SESSION,
  ...of,
});

/** A code that is not this one. */
const other = (code: string): string => (code === '000000' ? '000001' : '000000');

const acts: unknown[] = [];
beforeEach(() => void (acts.length = 0));
const confirm = (...guesses: CodeGuess[]) =>
  port.confirm(guesses, (payload) => {
    acts.push(payload);
    return Promise.resolve('done');
  });

describe('one code', () => {
  it('goes to the registered phone and confirms once', async () => {
    const id = await send();
    expect(await port.state(id, SESSION)).toMatchObject({ id, to: '0912•••678', triesLeft: 5 });
    const code = await otpFor(house, AN_PHONE);
    expect(await confirm(guess(id, code))).toEqual({ kind: 'right', value: 'done' });
    expect(await confirm(guess(id, code))).toEqual({ kind: 'spent', which: 0 });
    expect(acts).toEqual([{ dossier: 'd-1' }]);
    expect(await port.state(id, SESSION)).toBeUndefined();
  });
  it('is worth nothing in another session, for another purpose, or of another challenge', async () => {
    const id = await send();
    const code = await otpFor(house, AN_PHONE);
    expect(await port.state(id, 'session-2')).toBeUndefined();
    expect(await confirm(guess(id, code, { sessionId: 'session-2' }))).toEqual({ kind: 'spent', which: 0 });
    expect(await confirm(guess(id, code, { purpose: 'stop-account' }))).toEqual({ kind: 'spent', which: 0 });
    expect(await confirm(guess('nobody', code))).toEqual({ kind: 'spent', which: 0 });
    expect((await port.state(id, SESSION))?.triesLeft).toBe(5);
    expect(acts).toEqual([]);
  });
  it('lives five minutes; another is sent after a minute', async () => {
    const id = await send();
    const code = await otpFor(house, AN_PHONE);
    await expect(port.resend({ id, sessionId: SESSION })).rejects.toMatchObject({ status: 429 });
    house.clock.forward(5 * MINUTE);
    expect(await confirm(guess(id, code))).toEqual({ kind: 'expired', which: 0 });
    await port.resend({ id, sessionId: SESSION });
    expect((await confirm(guess(id, await otpFor(house, AN_PHONE)))).kind).toBe('right');
  });
  it('is over after five guesses, however many come at once', async () => {
    const id = await send();
    const code = await otpFor(house, AN_PHONE);
    const verdicts = await Promise.all(Array.from({ length: 12 }, () => confirm(guess(id, other(code)))));
    expect(verdicts.filter(({ kind }) => kind === 'wrong').length).toBe(5);
    expect(await confirm(guess(id, code))).toEqual({ kind: 'spent', which: 0 });
    expect(acts).toEqual([]);
  });
  it('confirms one of two that come at once', async () => {
    const id = await send();
    const code = await otpFor(house, AN_PHONE);
    const verdicts = await Promise.all([confirm(guess(id, code)), confirm(guess(id, code))]);
    expect(verdicts.map(({ kind }) => kind).sort()).toEqual(['right', 'spent']);
    expect(acts.length).toBe(1);
  });
  it('changes nothing when the act fails, and may be used again', async () => {
    const id = await send();
    const code = await otpFor(house, AN_PHONE);
    await expect(port.confirm([guess(id, code)], () => Promise.reject(new Error('act')))).rejects.toThrow('act');
    expect((await confirm(guess(id, code))).kind).toBe('right');
  });
  it('is sent five times an hour for an account and purpose', async () => {
    for (let n = 0; n < 5; n += 1) await send();
    await expect(send()).rejects.toMatchObject({ status: 429 });
    expect(await send('stop-account')).not.toBe('');
  });
});

describe('codes to the present and the new phone', () => {
  const both = async () => {
    const [now, next] = [await send(), await send('new-phone', NEW_PHONE)];
    const [nowCode, nextCode] = [await otpFor(house, AN_PHONE), await otpFor(house, NEW_PHONE)];
    return { now, next, nowCode, nextCode };
  };
  it('are both needed', async () => {
    const { now, next, nowCode, nextCode } = await both();
    expect(nextCode).toMatch(/^\d{6}$/);
    expect(await port.state(next, SESSION)).toMatchObject({ to: '0905•••347' });
    const of = { purpose: 'new-phone' } as const;
    expect(await confirm(guess(now, nowCode), guess(next, other(nextCode), of))).toEqual({
      kind: 'wrong',
      which: 1,
      triesLeft: 4,
    });
    expect(await confirm(guess(now, other(nowCode)), guess(next, nextCode, of))).toEqual({
      kind: 'wrong',
      which: 0,
      triesLeft: 3,
    });
    expect(acts).toEqual([]);
    expect(await Promise.all([now, next].map(async (id) => (await port.state(id, SESSION))?.triesLeft))).toEqual([
      3, 3,
    ]);
    expect((await confirm(guess(now, nowCode), guess(next, nextCode, of))).kind).toBe('right');
    expect(acts).toEqual([{ dossier: 'd-1' }]);
    const rows = await house.app.db.rows<{ phone: unknown; payload: string }>(
      'SELECT phone, payload FROM auth_otp_challenge',
    );
    expect(rows).toEqual([
      { phone: null, payload: '{}' },
      { phone: null, payload: '{}' },
    ]);
  });
  it('do not stand for each other', async () => {
    const { now, next, nowCode, nextCode } = await both();
    const swapped = await confirm(guess(now, nextCode), guess(next, nowCode, { purpose: 'new-phone' }));
    expect(swapped).toMatchObject({ kind: nowCode === nextCode ? 'right' : 'wrong' });
    const twice = await confirm(guess(now, nowCode), guess(now, nowCode, { purpose: 'new-phone' }));
    expect(twice).toEqual({ kind: 'spent', which: 1 });
  });
  it('are over once the phone of the account has changed', async () => {
    const { now, next, nowCode, nextCode } = await both();
    const cause = { key: 'desk', subject: { kind: 'account', id: accountId } };
    await accountsOf(house).changeContact({ insuranceNumber: AN, phone: '0905612348', ...cause });
    expect(await confirm(guess(now, nowCode), guess(next, nextCode, { purpose: 'new-phone' }))).toEqual({
      kind: 'spent',
      which: 0,
    });
  });
  it('of two accounts never go together', async () => {
    const { now, nowCode } = await both();
    const strange = await port.send({ accountId: 'somebody', purpose: 'new-phone', sessionId: SESSION });
    expect(await confirm(guess(now, nowCode), guess(strange, '123456', { purpose: 'new-phone' }))).toEqual({
      kind: 'spent',
      which: 1,
    });
  });
});
