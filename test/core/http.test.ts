import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  ConflictError,
  ForbiddenError,
  InvalidError,
  NotFoundError,
  TooManyError,
  UnavailableError,
} from '../../src/core/errors.js';
import { access, file, get, json, page, post, redirect } from '../../src/core/http/route.js';
import { defineModule } from '../../src/core/module.js';
import { openHouse, type House } from '../kit/house.js';

const faults: Readonly<Record<string, () => Error>> = {
  '404': () => new NotFoundError(),
  '403': () => new ForbiddenError(),
  '409': () => new ConflictError('Người khác đã làm trước.'),
  '400': () => new InvalidError('Chưa đúng.'),
  '429': () => new TooManyError(42),
  '503': () => new UnavailableError(),
  '500': () => new Error('secret detail of the programme'),
};

const probe = defineModule({
  id: 'probe',
  title: 'pages that fail',
  tables: [],
  migrations: [],
  setup: () => {
    const show = () => page('auth/forgotten', { title: 'Thử' });
    const form = z.object({ soDinhDanh: z.string('Hãy nhập.').min(3, 'Hãy nhập đủ.').max(9, 'Dài quá.') });
    return {
      routes: [
        get('/loi/:so', {
          access: access.public,
          handler: ({ params }) => {
            throw (faults[params['so'] ?? ''] ?? (() => new NotFoundError()))();
          },
        }),
        get('/thu', {
          access: access.public,
          cache: 'public, max-age=60',
          handler: () => page('errors/error', { title: 'Thử', status: 404, message: 'x' }),
        }),
        get('/kin', {
          access: access.public,
          handler: () => page('auth/forgotten', { title: 'Thử' }, { confidential: true }),
        }),
        post('/thu', { access: access.public, csrf: 'origin', form, reshow: show, handler: () => redirect('/xong') }),
        post('/cham', {
          access: access.public,
          csrf: 'origin',
          reshow: show,
          handler: () => {
            throw new TooManyError(77);
          },
        }),
        get('/it', { access: access.public, limit: { points: 2, perSeconds: 60 }, handler: () => json({ ok: true }) }),
        get('/tep', {
          access: access.public,
          handler: () => file('text/plain', Buffer.from('abc'), { name: 'tệp.txt' }),
        }),
        get('/can-bo/kin', { access: access.officer, handler: show }),
      ],
    };
  },
});

let house: House;
beforeAll(async () => {
  house = await openHouse({ modules: [probe] });
});
afterAll(() => house.close());

const ask = (path: string) => request(house.server).get(path);

describe('error pages', () => {
  it.each(Object.keys(faults))(
    '%s is a page in Vietnamese with its request id, nothing of the inside',
    async (status) => {
      const answer = await ask(`/loi/${status}`);
      expect(answer.status).toBe(Number(status));
      expect(answer.type).toBe('text/html');
      expect(answer.get('Cache-Control')).toBe('no-store');
      expect(answer.text).toContain('lang="vi"');
      expect(answer.text).toContain(answer.get('X-Request-Id') ?? 'no id');
      expect(answer.text).not.toMatch(/secret detail|\bat .*\.ts|node_modules/);
    },
  );
  it('tells when to come back', async () => {
    expect((await ask('/loi/429')).get('Retry-After')).toBe('42');
    expect((await ask('/loi/503')).get('Retry-After')).toBe('5');
    const again = await request(house.server).post('/cham').type('form').send({ soDinhDanh: '1' });
    expect([again.status, again.get('Retry-After')]).toEqual([429, '77']);
  });
  it('answers a machine with JSON', async () => {
    const answer = await ask('/loi/404').set('Accept', 'application/json');
    expect([answer.status, answer.type]).toEqual([404, 'application/json']);
  });
  it('has a page for what does not exist', async () => expect((await ask('/khong-co-trang-nay')).status).toBe(404));
  it('asks nobody to sign in where there is no sign-in', async () =>
    expect((await ask('/can-bo/kin')).status).toBe(404));
  it.each(['/%E0%A4%A', '/thu?a[b]=1&__proto__[x]=1'])('survives %s', async (path) => {
    expect((await ask(path)).status).toBeLessThan(500);
  });
});

describe('a form', () => {
  const send = (body: string, type = 'application/x-www-form-urlencoded') =>
    request(house.server).post('/thu').set('Content-Type', type).send(body);
  it('that does not fit is shown again with status 400, a summary and what was typed', async () => {
    const answer = await send('soDinhDanh=12');
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('<title>Lỗi: ');
    expect(answer.text).toContain('href="#f-soDinhDanh"');
    expect(answer.text).toContain('Hãy nhập đủ.');
    expect(answer.text).toContain('value="12"');
    expect(answer.text).toContain('aria-invalid="true"');
  });
  it('never shows markup that was typed', async () => {
    const answer = await send(`soDinhDanh=${encodeURIComponent('"><script>alert(1)</script>')}`);
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('<script>alert');
  });
  it.each([
    ['soDinhDanh=1&soDinhDanh=2'],
    ['soDinhDanh[a]=1'],
    ['__proto__=1&constructor=2'],
    [''],
    ['%%%'],
    [`soDinhDanh=${'x'.repeat(1_000)}`],
    [Array.from({ length: 300 }, (_, index) => `a${index}=1`).join('&')],
    [`soDinhDanh=${'x'.repeat(200_000)}`],
  ])('of a strange shape is refused: %#', async (body) => {
    const answer = await send(body);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
  });
  it('in a strange type is refused', async () => {
    for (const [type, body] of [
      ['application/json', '{"soDinhDanh":{"$ne":1}}'],
      ['application/json', '{'],
      ['text/xml', '<a/>'],
    ])
      expect((await send(body ?? '', type)).status).toBe(400);
  });
  it('in a broken or unknown encoding is refused', async () => {
    for (const encoding of ['gzip', 'br', 'klingon']) {
      const answer = await request(house.server)
        .post('/thu')
        .type('form')
        .set('Content-Encoding', encoding)
        .send('soDinhDanh=123');
      expect([encoding, answer.status, answer.type]).toEqual([encoding, 400, 'text/html']);
    }
  });
});

describe('headers', () => {
  it('carry a policy with a nonce, never unsafe-inline', async () => {
    const [one, two] = [await ask('/thu'), await ask('/thu')];
    const policy = one.get('Content-Security-Policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+'/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(policy).not.toBe(two.get('Content-Security-Policy'));
    expect(one.get('X-Request-Id')).not.toBe(two.get('X-Request-Id'));
    expect(one.get('X-Content-Type-Options')).toBe('nosniff');
    expect(one.get('X-Powered-By')).toBeUndefined();
  });
  it('take no request id from outside', async () => {
    expect((await ask('/thu').set('X-Request-Id', 'forged')).get('X-Request-Id')).not.toBe('forged');
  });
  it('let guests cache what the route says, and nothing confidential', async () => {
    expect((await ask('/thu')).get('Cache-Control')).toBe('public, max-age=60');
    const answer = await ask('/kin');
    expect([answer.get('Cache-Control'), answer.get('Referrer-Policy')]).toEqual(['no-store', 'no-referrer']);
  });
  it('name a file for download', async () => {
    const answer = await ask('/tep');
    expect(answer.get('Content-Disposition')).toContain('attachment');
    expect(answer.get('Cache-Control')).toBe('no-store');
  });
});

it('limits how often one address may call a route', async () => {
  expect([(await ask('/it')).status, (await ask('/it')).status]).toEqual([200, 200]);
  const refused = await ask('/it').set('Accept', 'application/json');
  expect(refused.status).toBe(429);
  expect(Number(refused.get('Retry-After'))).toBeGreaterThan(0);
});
