import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { access, get, page, post, redirect } from '../../src/core/http/route.js';
import { defineModule } from '../../src/core/module.js';
import { openHouse, type House } from '../kit/house.js';

/** A form of its own, so that the guard is tested and not the module that happens to use it. */
const probe = defineModule({
  id: 'probe',
  title: 'a form',
  tables: [],
  migrations: [],
  setup: () => {
    const show = () => page('auth/forgotten', { title: 'Thử' });
    const form = z.object({ soDinhDanh: z.string().min(3, 'Hãy nhập đủ.') });
    return {
      routes: [
        get('/thu', { access: access.public, handler: show }),
        post('/thu', { access: access.public, form, reshow: show, handler: () => redirect('/xong') }),
        post('/thu-khong-trang', { access: access.public, handler: () => redirect('/xong') }),
        post('/thu-nguon', { access: access.public, csrf: 'origin', handler: () => redirect('/xong') }),
        post('/thu-tep', {
          access: access.public,
          upload: { fields: ['tep'], maxBytes: 1_000 },
          handler: ({ files }) => redirect(`/xong/${files.length}`),
        }),
      ],
    };
  },
});

let house: House;
beforeAll(async () => {
  house = await openHouse({ modules: [probe] });
});
afterAll(() => house.close());

const typed = { soDinhDanh: '4812345678' };

describe('form token', () => {
  it('lets a form of ours through', async () => {
    expect((await house.browser().submit('/thu', typed)).get('Location')).toBe('/xong');
  });
  it.each([
    ['none', undefined],
    ['a wrong one', 'abc.def'],
    ['an empty one', ''],
  ])('refuses %s, shows the page again and keeps what was typed', async (_name, token) => {
    const answer = await house.browser().submit('/thu', { ...typed, _csrf: token });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('Những gì bạn đã nhập vẫn còn');
    expect(answer.text).toContain('value="4812345678"');
    const fresh = /name="_csrf" value="([^"]+)"/.exec(answer.text)?.[1];
    expect(fresh).toBeTruthy();
  });
  it('lets the page that was shown again through', async () => {
    const browser = house.browser();
    const refused = await browser.post('/thu', typed);
    const token = /name="_csrf" value="([^"]+)"/.exec(refused.text)?.[1];
    expect((await browser.post('/thu', { ...typed, _csrf: token })).get('Location')).toBe('/xong');
  });
  it("refuses somebody else's token", async () => {
    const { hidden } = await house.browser().form('/thu');
    const other = house.browser();
    await other.get('/thu');
    expect((await other.post('/thu', { ...typed, ...hidden })).status).toBe(403);
  });
  it('refuses without a page to show with the error page', async () => {
    const answer = await house.browser().post('/thu-khong-trang', typed);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('<main');
  });
  it('is asked for before a file is kept', async () => {
    const tep = { bytes: Buffer.from('abc'), name: 'a.txt' };
    const browser = house.browser();
    const { hidden } = await browser.form('/thu');
    expect((await browser.send('/thu-tep', hidden, { tep })).get('Location')).toBe('/xong/1');
    expect((await browser.send('/thu-tep', { _csrf: 'abc' }, { tep })).status).toBe(403);
    expect((await browser.send('/thu-tep', {}, { tep })).status).toBe(403);
  });
  it('gives a page that has no form no cookie', async () => {
    expect((await house.browser().get('/healthz')).get('Set-Cookie')).toBeUndefined();
  });
});

describe('origin', () => {
  const from = (headers: Record<string, string>) => request(house.server).post('/thu-nguon').set(headers);
  it.each([
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-origin' }, 303],
    [{ 'Sec-Fetch-Site': 'none' }, 303],
    [{ Origin: 'https://evil.example' }, 403],
    [{ Origin: 'null' }, 403],
    [{ Origin: 'nonsense' }, 403],
    [{}, 303],
  ] as [Record<string, string>, number][])('%j: %d', async (headers, status) => {
    const answer = await from(headers);
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.text).toContain('Biểu mẫu được gửi từ một trang khác');
  });
  it('knows its own host', async () => {
    const { host } = new URL(house.address);
    expect((await from({ Origin: `http://${host}`, Host: host })).status).toBe(303);
  });
});
