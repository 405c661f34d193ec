import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { declare, stranger } from '../kit/declaration.js';
import { visibleText } from '../kit/forms.js';
import { openGateway, type Gateway } from '../kit/gateway.js';
import { startAndEnd, startServer, type RunningServer } from '../kit/process.js';
import { signIn } from '../kit/sign-in.js';
import { openStorage, type Storage } from '../kit/storage.js';

const SIGN_IN = '/can-bo/dang-nhap';

let storage: Storage;
let gateway: Gateway;
let server: RunningServer | undefined;

const start = async (env: Readonly<Record<string, string>> = {}): Promise<RunningServer> => {
  server = await startServer({ ...storage.env, ...env });
  return server;
};

const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<unknown> => {
  server?.kill(signal);
  return server?.ended;
};

const until = async (met: () => boolean, milliseconds = 10_000): Promise<void> => {
  for (let passed = 0; !met() && passed < milliseconds; passed += 50) await wait(50);
};

beforeAll(async () => {
  [storage, gateway] = await Promise.all([openStorage(), openGateway()]);
});
afterEach(() => stop('SIGKILL'));
afterAll(async () => {
  await gateway.close();
  await storage.remove();
});

describe('a server on an empty folder', () => {
  const people = ['4812345678', 'Ansinh#2026', 'canbo', 'Canbo#2026', 'lanhdao', 'quantri', 'giamsat.cntt'];

  test('seeds, tells its address and who may sign in, and keeps its data at the second start', async () => {
    const first = await start();
    expect(first.startedIn).toBeLessThan(15_000);
    for (const word of ['http://localhost:', ...people]) expect(first.output()).toContain(word);
    const browser = first.browser();
    const declared = await declare(browser, stranger(1));
    expect(declared.status).toBe(303);
    expect(await stop()).toBe(0);

    const second = await start();
    expect(second.output()).not.toContain('Ansinh#2026');
    const kept = await second.browser().get(declared.get('Location') ?? '');
    expect(visibleText(kept.text)).toContain('PHAN THỊ LẠ');
    await signIn(second.browser(), '/dang-nhap', '4812345678', 'Ansinh#2026');
  });
});

describe('kill -9 between commit and sending', () => {
  test('the message goes out once after the restart', async () => {
    gateway.hold(true);
    const dying = await start(gateway.env);
    const numberOf = async (serial: number): Promise<string> => {
      const answer = await declare(dying.browser(), stranger(serial));
      expect(answer.status).toBe(303);
      const page = await dying.browser().get(answer.get('Location') ?? '');
      return /\d{5}\/\d{4}\/04802/.exec(page.text)?.[0] ?? 'no number';
    };
    const sending = await numberOf(2);
    await until(() => gateway.texts.some((text) => text.includes(sending)));
    // The provider keeps the first message hanging, so the second one is committed and waits.
    const waiting = await numberOf(3);
    await wait(500);
    expect(gateway.texts.filter((text) => text.includes(waiting))).toEqual([]);
    await stop('SIGKILL');

    gateway.hold(false);
    await start(gateway.env);
    await until(() => gateway.texts.some((text) => text.includes(waiting)));
    await wait(3_000);
    expect(gateway.texts.filter((text) => text.includes(waiting))).toHaveLength(1);
  }, 60_000);
});

describe('SIGTERM', () => {
  test('answers what is in flight, then ends by itself', async () => {
    const running = await start();
    const officers = ['canbo', 'canbo2', 'lanhdao', 'bientap', 'quantri', 'coso', 'giamsat', 'giamsat.cntt'];
    const forms = officers.map(async (tenDangNhap) => {
      const browser = running.browser();
      return { browser, fields: { ...(await browser.form(SIGN_IN)).hidden, tenDangNhap, matKhau: 'Canbo#2026' } };
    });
    const signedIn = (await Promise.all(forms)).map(({ browser, fields }) => browser.send(SIGN_IN, fields));
    // Long enough for every form to have come in and to wait for its password to be checked.
    await wait(250);
    const asked = process.hrtime.bigint();
    running.kill('SIGTERM');
    const results = await Promise.allSettled(signedIn);
    expect(await running.ended).toBe(0);
    expect(Number(process.hrtime.bigint() - asked) / 1e6).toBeLessThan(10_000);
    const cut = results
      .filter((result) => result.status === 'rejected')
      .map(({ reason }: PromiseRejectedResult) => String(reason));
    expect(cut.filter((reason) => !reason.includes('ECONNREFUSED'))).toEqual([]);
    await expect(fetch(`${running.address}/healthz`)).rejects.toThrow();
  });
});

describe('production', () => {
  test('refuses defaults and tells every fault at once', async () => {
    const { code, output } = await startAndEnd({ NODE_ENV: 'production' });
    expect(code).toBe(1);
    for (const name of [
      'PUBLIC_URL',
      'DATABASE_URL',
      'SESSION_SECRET',
      'KEY_FILE',
      'UPLOAD_DIR',
      'SMTP_URL',
      'SMS_DRIVER',
    ])
      expect(output).toContain(`- ${name} `);
    expect(output).not.toContain('    at ');
  });

  test('refuses weak and misspelt values in sentences', async () => {
    const { code, output } = await startAndEnd({
      NODE_ENV: 'production',
      PUBLIC_URL: 'http://x.vn',
      SESSION_SECRET: 'short',
      DATABASE_URL: 'postgres://x/y',
      KEY_FILE: '/khong/co/key',
      WEB_CONCURRENCY: '2',
      PORT: 'abc',
    });
    expect(code).toBe(1);
    for (const words of [
      'SESSION_SECRET needs at least 32 characters',
      'DATABASE_URL must look like',
      'PUBLIC_URL must begin with https://',
      'KEY_FILE /khong/co/key does not exist',
      'UPLOAD_DIR must be set in production',
      'WEB_CONCURRENCY above 1 needs',
      'PORT must be a number',
    ])
      expect(output).toContain(words);
  });
});
