import { setImmediate as nextTurn } from 'node:timers/promises';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildApp, type App } from '../../src/app.js';
import { readConfig } from '../../config/index.js';
import type { ModuleContext } from '../../src/core/module.js';
import { access, file, get, page, post, redirect } from '../../src/core/http/route.js';
import { defineModule } from '../../src/core/module.js';
import { sessionCookieName } from '../../src/core/http/session.js';
import { openHouse, type House } from '../kit/house.js';

/** What the page says, and how often it was drawn. */
const said = { word: 'một', drawn: 0 };
let ctx: ModuleContext;
/** That of the second process. */
let elsewhere: ModuleContext;

const probe = defineModule({
  id: 'probe',
  title: 'pages that guests share',
  tables: [],
  migrations: [],
  setup: (given) => {
    ctx = given;
    const { public: open } = access;
    const shown = () => {
      said.drawn += 1;
      return page('errors/error', { title: said.word, status: 404, message: 'x' });
    };
    return {
      routes: [
        get('/chung', { access: open, topics: ['probe'], handler: shown }),
        get('/khac', { access: open, topics: ['other'], handler: shown }),
        get('/tep.xml', {
          access: open,
          topics: ['probe'],
          handler: () => file('application/rss+xml', Buffer.from(`<a>${said.word}</a>`)),
        }),
        get('/mat', {
          access: open,
          topics: ['probe'],
          handler: () => page('errors/error', { title: 'x' }, { status: 410 }),
        }),
        // Has a form with a token.
        get('/bieu-mau', { access: open, topics: ['probe'], handler: () => page('auth/sign-out', { title: 'Thử' }) }),
        post('/vao', {
          access: open,
          csrf: 'origin',
          session: 'start',
          handler: ({ session }) => {
            session.set('a', 1);
            return redirect('/chung');
          },
        }),
      ],
    };
  },
});

let house: House;
/** A second process on the same database. */
let other: App;

beforeAll(async () => {
  house = await openHouse({ modules: [probe] });
  const first = ctx;
  const config = readConfig(
    {
      NODE_ENV: 'test',
      LOG_LEVEL: 'silent',
      SESSION_SECRET: 'test '.repeat(8),
      PORT: '0',
      PUBLIC_URL: 'http://127.0.0.1',
      ...house.env,
    },
    [],
  );
  other = await buildApp(config, [probe], { clock: house.clock });
  [elsewhere, ctx] = [ctx, first];
});
afterAll(async () => {
  await other.stop();
  await house.close();
});

const change = (word: string, topic = 'probe') =>
  ctx.uow.run(async () => {
    said.word = word;
    await ctx.topics.moveOn(topic);
  });

const ask = (path: string, tag?: string, cookie?: string) => {
  const get = request(house.server).get(path);
  if (tag) void get.set('If-None-Match', tag);
  if (cookie) void get.set('Cookie', cookie);
  return get;
};

it('is drawn once for all guests, with a tag that saves the second sending', async () => {
  const [first, second] = [await ask('/chung'), await ask('/chung')];
  expect(said.drawn).toBe(1);
  expect(second.text).toBe(first.text);
  expect(first.get('Cache-Control')).toBe('public, max-age=0, s-maxage=10');
  expect(first.get('Vary')).toContain('Cookie');
  expect(first.get('Set-Cookie')).toBeUndefined();
  expect(first.type).toBe('text/html');
  const third = await ask('/chung', first.get('ETag'));
  expect([third.status, third.text]).toEqual([304, '']);
});

it('is new from the commit on, in another process too, and stays as it is after a rollback', async () => {
  const there = () => request(other.express).get('/chung');
  expect((await there()).text).toContain('<title>một');
  await change('hai');
  expect((await ask('/chung')).text).toContain('<title>hai');
  expect((await there()).text).toContain('<title>hai');
  const { drawn } = said;
  await expect(
    ctx.uow.run(async () => {
      await ctx.topics.moveOn('probe');
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  await ask('/chung');
  expect(said.drawn).toBe(drawn);
});

it('tells those who remember something of a topic, here and in another process, for one person too', async () => {
  const told: string[] = [];
  ctx.topics.watch('probe', () => told.push('here'));
  elsewhere.topics.watch('probe', () => told.push('there'));
  await request(other.express).get('/chung');
  told.length = 0;
  await change('bốn');
  expect(told).toEqual(['here']);
  await request(other.express)
    .get('/chung')
    .set('Cookie', `${sessionCookieName(false)}=x`);
  expect(told).toEqual(['here', 'there']);
  await request(other.express).get('/chung');
  expect(told).toEqual(['here', 'there']);
  await change('hai');
});

it('minds its own topics only, and nothing is older than a minute', async () => {
  expect((await ask('/khac')).text).toContain('<title>hai');
  await change('ba');
  expect((await ask('/khac')).text).toContain('<title>hai');
  house.clock.forward(61_000);
  expect((await ask('/khac')).text).toContain('<title>ba');
});

it('leaves from memory as it did when it was drawn, with nothing that was made for one request', async () => {
  house.clock.forward(61_000);
  const { drawn } = said;
  const [first, second] = [await ask('/chung'), await ask('/chung')];
  expect(said.drawn).toBe(drawn + 1);
  const { date: _now, 'x-request-id': asked, ...lasting } = first.headers as Record<string, string>;
  expect(asked).toBeTruthy();
  expect(second.headers).toMatchObject(lasting);
  expect(second.headers).not.toHaveProperty('x-request-id');
  expect(second.get('Content-Security-Policy')).toContain("script-src 'self';");
  expect(await ask('/chung', undefined, 'other=1')).toMatchObject({ status: 200, text: first.text });
});

it('keeps files as well, shut in', async () => {
  const answer = await ask('/tep.xml');
  expect([answer.type, answer.get('Content-Security-Policy')]).toEqual([
    'application/rss+xml',
    expect.stringContaining('sandbox'),
  ]);
  expect((await ask('/tep.xml', answer.get('ETag'))).status).toBe(304);
});

it('shares nothing that carries a token, has failed, or is for a browser with a session', async () => {
  for (const path of ['/bieu-mau', '/mat']) {
    const answer = await ask(path);
    expect([path, answer.get('Cache-Control')]).toEqual([path, 'no-store']);
  }
  const visitor = house.browser();
  await visitor.post('/vao');
  const { drawn } = said;
  expect((await visitor.get('/chung')).get('Cache-Control')).toBe('no-store');
  expect(said.drawn).toBe(drawn + 1);
});

it('serves what was there last while the database is away', async () => {
  const before = (await ask('/chung')).text;
  const { dialect } = house.app.db;
  const rows = dialect.rows.bind(dialect);
  Object.assign(dialect, { rows: () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })) });
  const during = await ask('/chung');
  Object.assign(dialect, { rows });
  expect([during.status, during.text]).toEqual([200, before]);
});

it('leaves compressed as the browser takes it, and whole where it takes nothing', async () => {
  const ask = (encoding: string) => request(house.express).get('/chung').set('Accept-Encoding', encoding);
  const whole = await ask('identity');
  for (const encoding of ['br', 'gzip']) {
    const answer = await ask(encoding);
    expect(answer.headers).toMatchObject({ 'content-encoding': encoding, etag: whole.headers['etag'] as string });
    expect(answer.headers['vary']).toContain('Accept-Encoding');
    if (encoding === 'gzip') expect(answer.text).toBe(whole.text);
    expect(Number(answer.headers['content-length'])).toBeLessThan(Number(whole.headers['content-length']) / 2);
  }
  expect(whole.headers['content-encoding']).toBeUndefined();
  const again = await ask('br').set('If-None-Match', whole.headers['etag'] as string);
  expect([again.status, again.headers['content-encoding']]).toEqual([304, undefined]);
});

it('asks once for all who come at the same time, and tells none of them what was before he came', async () => {
  await ask('/chung');
  const { dialect } = house.app.db;
  const rows = dialect.rows.bind(dialect);
  let reads = 0;
  let arrived = 0;
  const arrive = () => (arrived += 1);
  // The database answers when all have come.
  const crowd = async () => {
    while (arrived < 20) await nextTurn();
  };
  dialect.rows = async (...given) => {
    reads += 1;
    await crowd();
    return rows(...given);
  };
  house.server.on('request', arrive);
  try {
    await Promise.all(Array.from({ length: 20 }, () => ask('/chung').then(({ text }) => text)));
    // A few for who came first, one for all who came meanwhile, perhaps one for who was held up on the way.
    expect(reads).toBeLessThan(8);
    const early = ask('/chung').then(({ text }) => text);
    await change('năm');
    const late = await Promise.all(Array.from({ length: 5 }, () => ask('/chung').then(({ text }) => text)));
    for (const text of late) expect(text).toContain('<title>năm');
    await early;
  } finally {
    house.server.off('request', arrive);
    dialect.rows = rows;
  }
});
