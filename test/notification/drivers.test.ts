import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { httpSmsDriver } from '../../src/modules/notification/drivers/http-sms.driver.js';
import { smtpDriver } from '../../src/modules/notification/drivers/smtp.driver.js';
import type { HttpSms, Smtp } from '../../src/modules/notification/settings.js';
import { startSmsGateway, type GatewayMode, type SmsGateway } from '../kit/sms-gateway.js';
import { startSmtpServer, type SmtpMode, type TestSmtpServer } from '../kit/smtp-server.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

const gatewayIn = async (mode: GatewayMode): Promise<SmsGateway> => {
  const gateway = await startSmsGateway(mode);
  open.push(gateway);
  return gateway;
};
const smtpIn = async (mode: SmtpMode): Promise<TestSmtpServer> => {
  const server = await startSmtpServer(mode);
  open.push(server);
  return server;
};

/** A port on which nobody listens. */
const closedPort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const sms = (url: string, more: Partial<HttpSms> = {}): HttpSms => ({
  driver: 'http',
  url,
  method: 'POST',
  body: '{"to":"{{to}}","text":"{{text}}","id":"{{id}}"}',
  headers: { 'content-type': 'application/json', 'x-key': 'secret' },
  success: /^200 .*"result":"ok"(?:.*"sid":"(?<id>[^"]+)")?/,
  ...more,
});
const DEADLINE = 400;
/** Long enough for a busy machine to hand a letter over, before nothing more is heard. */
const HANDED_OVER = 2_000;
/** For answers that come at once, but on a busy machine not within the short deadline. */
const PATIENCE = 10_000;
/** How much later than its deadline a busy machine may notice it. */
const SLACK = 2_000;
const message = { id: 'm-1', to: '0912345678', text: 'Ma OTP: 123456 de "thu"' };

describe('SMS over HTTP', () => {
  it('sends what the settings say and takes the number of the provider', async () => {
    const gateway = await gatewayIn('accept');
    expect(await httpSmsDriver(sms(gateway.url)).send(message)).toEqual({ kind: 'sent', providerId: 'S-1' });
    const [request] = gateway.requests;
    expect(JSON.parse(request?.body ?? '')).toEqual({ to: message.to, text: message.text, id: 'm-1' });
    expect(request?.headers['x-key']).toBe('secret');
  });

  it('escapes by the content type, in the address always', async () => {
    const gateway = await gatewayIn('accept');
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const settings = sms(`${gateway.url}?ref={{id}}`, { headers, body: 'phone={{to}}&sms={{text}}' });
    await httpSmsDriver(settings).send({ ...message, id: 'a&b', text: 'x & y=1' });
    expect(gateway.requests[0]?.url).toBe('/send?ref=a%26b');
    expect(new URLSearchParams(gateway.requests[0]?.body).get('sms')).toBe('x & y=1');
    await httpSmsDriver(sms(gateway.url, { headers: { 'content-type': 'text/xml' }, body: '<t>{{text}}</t>' })).send({
      ...message,
      text: '<a>',
    });
    expect(gateway.requests[1]?.body).toBe('<t>&#60;a&#62;</t>');
  });

  it('can ask with GET', async () => {
    const gateway = await gatewayIn('accept');
    await httpSmsDriver(sms(`${gateway.url}?to={{to}}&text={{text}}`, { method: 'GET' })).send(message);
    expect(gateway.requests[0]?.method).toBe('GET');
    expect(new URL(gateway.requests[0]?.url ?? '', 'http://x').searchParams.get('text')).toBe(message.text);
  });

  it.each([
    ['refuse', { kind: 'permanent' }],
    ['forbid', { kind: 'technical' }],
    ['busy', { kind: 'temporary' }],
    ['fail', { kind: 'temporary', unsure: false }],
    ['timeout', { kind: 'temporary', unsure: true }],
    ['garbage', { kind: 'technical' }],
    ['flood', { kind: 'technical' }],
    ['redirect', { kind: 'technical' }],
    ['hang', { kind: 'temporary', unsure: true }],
    ['reset', { kind: 'temporary', unsure: true }],
  ] as const)('a gateway that does "%s" gives %j', async (mode, expected) => {
    const gateway = await gatewayIn(mode);
    const deadline = mode === 'hang' ? DEADLINE : PATIENCE;
    const started = Date.now();
    expect(await httpSmsDriver(sms(gateway.url), deadline).send(message)).toMatchObject(expected);
    expect(Date.now() - started).toBeLessThan(deadline + SLACK);
  });

  it('a gateway that is not there got nothing for sure', async () => {
    const outcome = await httpSmsDriver(sms(`http://127.0.0.1:${await closedPort()}/`), DEADLINE).send(message);
    expect(outcome).toMatchObject({ kind: 'temporary', unsure: false });
  });

  it('is looked at without sending anything', async () => {
    const gateway = await gatewayIn('refuse');
    expect(await httpSmsDriver(sms(gateway.url)).check()).toMatchObject({ ok: true });
    expect(gateway.requests.map(({ method, url, body }) => [method, url, body])).toEqual([['HEAD', '/', '']]);
    expect(await httpSmsDriver(sms(`http://127.0.0.1:${await closedPort()}/`)).check()).toMatchObject({ ok: false });
  });
});

const smtp = (url: string): Smtp => ({
  driver: 'smtp',
  url,
  from: 'An Sinh <no-reply@ansinh.example>',
  host: 'ansinh.example',
});
const mail = { id: 'm-2', to: 'binh@vidu.vn', subject: 'Hồ sơ đã nhận', text: 'Chào bạn', html: '<p>Chào bạn</p>' };

describe('SMTP', () => {
  it('sends text and HTML under an id of its own', async () => {
    const server = await smtpIn('accept');
    expect(await smtpDriver(smtp(server.url)).send(mail)).toEqual({ kind: 'sent', providerId: '<m-2@ansinh.example>' });
    const [got] = server.mails;
    expect(got?.subject).toBe(mail.subject);
    expect(got?.text?.trim()).toBe(mail.text);
    expect(got?.html).toContain(mail.html);
    expect(got?.from?.value[0]?.address).toBe('no-reply@ansinh.example');
    expect(got?.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it.each([
    ['reject-recipient', { kind: 'permanent', reason: 'SMTP 550' }],
    ['greylist', { kind: 'temporary', unsure: false, reason: 'SMTP 451' }],
    ['reject-content', { kind: 'permanent', reason: 'SMTP 554' }],
    ['garbage', { kind: 'technical' }],
    ['silent', { kind: 'temporary', unsure: false }],
    ['drop', { kind: 'temporary', unsure: false }],
    ['hang', { kind: 'temporary', unsure: true }],
  ] as const)('a server that does "%s" gives %j', async (mode, expected) => {
    const server = await smtpIn(mode);
    const deadline = mode === 'silent' ? DEADLINE : mode === 'hang' ? HANDED_OVER : PATIENCE;
    const started = Date.now();
    expect(await smtpDriver(smtp(server.url), deadline).send(mail)).toMatchObject(expected);
    expect(Date.now() - started).toBeLessThan(deadline + SLACK);
  });

  it('a server that is not there got nothing for sure', async () => {
    const outcome = await smtpDriver(smtp(`smtp://127.0.0.1:${await closedPort()}`), DEADLINE).send(mail);
    expect(outcome).toMatchObject({ kind: 'temporary', unsure: false });
  });

  it('is looked at without sending anything', async () => {
    const server = await smtpIn('accept');
    expect(await smtpDriver(smtp(server.url)).check()).toMatchObject({ ok: true });
    expect(server.mails).toEqual([]);
    expect(await smtpDriver(smtp(`smtp://127.0.0.1:${await closedPort()}`)).check()).toMatchObject({ ok: false });
  });
});
