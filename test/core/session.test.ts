import { createHmac } from 'node:crypto';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guest, type Actor } from '../../src/core/context.js';
import { access, get, json, post, redirect } from '../../src/core/http/route.js';
import { defineModule } from '../../src/core/module.js';
import { openHouse, type House } from '../kit/house.js';

/** Accounts of a module that keeps them in memory: what the session layer makes of its answers is tested here. */
const epochs = new Map<string, number>([['an', 1]]);
let restricted = false;

const actorOf = (id: string): Actor => ({
  ...guest,
  realm: id === 'officer' ? 'officer' : 'citizen',
  id,
  name: id,
  permissions: new Set(['probe.may']),
  ...(restricted ? { restriction: 'password' } : {}),
});

const probe = defineModule({
  id: 'probe',
  title: 'sessions',
  tables: [],
  migrations: [],
  permissions: [{ id: 'probe.may', label: 'may', roles: [] }],
  setup: () => ({
    actors: {
      load: async ({ id, epoch }) => (epochs.get(id) === epoch ? actorOf(id) : undefined),
      limits: () => ({ idle: 15 * 60_000, absolute: 60 * 60_000 }),
      signInPath: (realm, next, ended) => `/vao?${new URLSearchParams({ realm, next, ended: ended ?? '' }).toString()}`,
      restrictedPath: () => '/doi',
    },
    routes: [
      post('/vao/:ai', {
        access: access.public,
        csrf: 'origin',
        session: 'start',
        handler: async ({ session, params }) => {
          const id = params['ai'] ?? '';
          await session.signIn({ realm: id === 'officer' ? 'officer' : 'citizen', id, epoch: epochs.get(id) ?? 1 });
          return redirect('/nha');
        },
      }),
      post('/ra', {
        access: access.public,
        csrf: 'origin',
        handler: async ({ session }) => {
          await session.signOut();
          return redirect('/');
        },
      }),
      get('/nha', { access: access.citizen, handler: ({ actor }) => json({ name: actor.name }) }),
      post('/nha', { access: access.citizen, csrf: 'origin', handler: () => redirect('/nha') }),
      get('/doi', { access: access.citizenDespite('password'), handler: () => json({ page: 'change' }) }),
      get('/can-bo/duoc', { access: access.can('probe.may'), handler: ({ actor }) => json({ name: actor.name }) }),
      get('/can-bo/cam', { access: access.can('probe.never'), handler: () => json({}) }),
      get('/cong-khai', { access: access.public, handler: ({ actor }) => json({ realm: actor.realm }) }),
      get('/nho', {
        access: access.public,
        session: 'start',
        handler: ({ session }) => {
          const seen = session.get<number>('lan') ?? 0;
          session.set('lan', seen + 1);
          if (seen === 2) session.remove('lan');
          return json({ seen });
        },
      }),
    ],
  }),
});

let house: House;
beforeAll(async () => {
  epochs.set('officer', 1);
  house = await openHouse({ modules: [probe] });
});
afterAll(() => house.close());

const signedIn = async (who = 'an') => {
  const browser = house.browser();
  await browser.post(`/vao/${who}`);
  return browser;
};

describe('sessions', () => {
  it('are not opened for guests on public pages', async () => {
    const answer = await request(house.server).get('/cong-khai');
    expect([answer.body, answer.get('Set-Cookie')]).toEqual([{ realm: 'guest' }, undefined]);
  });
  it('take a new id at sign-in, so that a planted one is worth nothing', async () => {
    const agent = request.agent(house.server);
    const before = (await agent.get('/nho')).get('Set-Cookie')?.[0]?.split(';')[0] ?? '';
    await agent.post('/vao/an');
    expect((await agent.get('/nha')).body).toEqual({ name: 'an' });
    expect((await request(house.server).get('/nha').set('Cookie', before)).status).toBe(303);
  });
  it('tell public pages who is there', async () => {
    expect((await (await signedIn()).get('/cong-khai')).body).toEqual({ realm: 'citizen' });
  });
  it('keep and forget values between requests', async () => {
    const browser = house.browser();
    const seen: number[] = [];
    for (let round = 0; round < 4; round += 1) seen.push(((await browser.get('/nho')).body as { seen: number }).seen);
    expect(seen).toEqual([0, 1, 2, 0]);
  });
  it('end when idle, with the reason', async () => {
    const browser = await signedIn();
    house.clock.forward(15 * 60_000 + 1);
    expect((await browser.get('/nha?x=1')).get('Location')).toBe('/vao?realm=citizen&next=%2Fnha%3Fx%3D1&ended=idle');
    expect((await browser.get('/nha')).get('Location')).toContain('ended=idle');
  });
  it('end absolutely however busy', async () => {
    const browser = await signedIn();
    for (let round = 0; round < 6; round += 1) {
      house.clock.forward(10 * 60_000);
      expect((await browser.get('/nha')).status).toBe(200);
    }
    house.clock.forward(60_000);
    expect((await browser.get('/nha')).status).toBe(303);
  });
  it('end when the epoch has moved on; a form is no way back', async () => {
    const browser = await signedIn();
    epochs.set('an', 2);
    expect((await browser.post('/nha')).get('Location')).toBe('/vao?realm=citizen&next=&ended=elsewhere');
    epochs.set('an', 1);
    expect((await browser.get('/nha')).status).toBe(303);
  });
  it('end at sign-out', async () => {
    const browser = await signedIn();
    await browser.post('/ra');
    expect((await browser.get('/nha')).get('Location')).toBe('/vao?realm=citizen&next=%2Fnha&ended=');
  });
  it('do not come from a forged cookie', async () => {
    for (const cookie of ['ansinh=s%3Aabc.def', 'ansinh=abc', 'ansinh=', 'ansinh=j%3A%7B%22a%22%3A1%7D'])
      expect((await request(house.server).get('/nha').set('Cookie', cookie)).status).toBe(303);
  });
});

describe('access', () => {
  it('403 does not sign out', async () => {
    const browser = await signedIn('officer');
    const refused = await browser.get('/can-bo/cam');
    expect(refused.status).toBe(403);
    expect((await browser.get('/can-bo/duoc')).body).toEqual({ name: 'officer' });
  });
  it('a restriction leaves one page', async () => {
    const browser = await signedIn();
    restricted = true;
    expect((await browser.get('/nha')).get('Location')).toBe('/doi');
    expect((await browser.get('/doi')).status).toBe(200);
    restricted = false;
    expect((await browser.get('/nha')).status).toBe(200);
  });
  it('realms are apart', async () => {
    expect((await (await signedIn('officer')).get('/nha')).status).toBe(303);
    expect((await (await signedIn()).get('/can-bo/duoc')).get('Location')).toContain('realm=officer');
  });
});

/** A cookie as this installation signs it, so that the store is really asked. */
const signedCookie = (id: string): string => {
  const sign = createHmac('sha256', 'test '.repeat(8)).update(id).digest('base64').replace(/=+$/, '');
  return `ansinh=${encodeURIComponent(`s:${id}.${sign}`)}`;
};

describe('a dead Redis', () => {
  it('leaves public pages up and answers the others with 503 at once', async () => {
    const dead = await openHouse({ modules: [probe], env: { REDIS_URL: 'redis://127.0.0.1:1' } });
    try {
      const cookie = signedCookie('some-session');
      const timed = async (path: string) => {
        const started = performance.now();
        const answer = await request(dead.server).get(path).set('Cookie', cookie);
        return {
          status: answer.status,
          text: answer.text,
          quick: performance.now() - started < 1_000,
          retry: answer.get('Retry-After'),
        };
      };
      for (let round = 0; round < 3; round += 1) {
        expect(await timed('/cong-khai')).toMatchObject({ status: 200, quick: true });
        const down = await timed('/nha');
        expect(down).toMatchObject({ status: 503, quick: true, retry: '5' });
        expect(down.text).toContain('tạm thời bận');
      }
      const entered = await request(dead.server).post('/vao/an');
      expect([entered.status, entered.get('Location'), entered.get('Set-Cookie')]).toEqual([503, undefined, undefined]);
      expect((await request(dead.server).get('/readyz')).status).toBe(503);
    } finally {
      await dead.close();
    }
  });
});
