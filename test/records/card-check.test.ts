import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { CHECK, checkCard, MINUTE, QR, scanned, showCard, toldOfChecks } from './shown-card.js';

let house: House;
let an: Browser;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  an = await house.citizen();
});
afterAll(() => house.close());
beforeEach(async () => {
  house.clock.forward(6 * MINUTE);
  await an.get('/ca-nhan');
});

const check = (ma: string) => checkCard(house.browser(), ma);
const base64url = (text: string): string => Buffer.from(text).toString('base64url');

test('a replay after five minutes says nothing of the card, and its holder hears of it', async () => {
  const { token, code } = await showCard(an);
  house.clock.forward(5 * MINUTE);
  for (const form of [token, code]) {
    const { words } = await check(form);
    expect(words).toContain('Mã đã quá 5 phút');
    for (const part of ['Nguyễn Văn An', '31/12/2026']) expect(words).not.toContain(part);
  }
  expect((await toldOfChecks(house)).at(-1)).toMatch(/mã quá 5 phút|ma qua 5 phut/);
});

test('a forged signature, a changed claim and another key are called forged', async () => {
  const { token } = await showCard(an);
  const [head = '', body = '', signature = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Record<string, unknown>;
  const later = base64url(JSON.stringify({ ...claims, exp: Number(claims['exp']) + 3_600 }));
  const forms = [
    `${head}.${body}.${'A'.repeat(86)}`,
    `${head}.${body}.${signature.slice(0, 40)}${'B'.repeat(46)}`,
    `${head}.${later}.${signature}`,
    `${base64url('{"alg":"none","kid":"x"}')}.${body}.${signature}`,
    `${base64url('{"alg":"EdDSA","kid":"x"}')}.${body}.${signature}`,
    `${base64url('no json')}.${body}.${signature}`,
    `${head}.${body}.x`,
  ];
  for (const form of forms) {
    const { words } = await check(form);
    expect(words).toContain('Chữ ký giả');
    expect(words).not.toContain('Nguyễn Văn An');
  }
});

test.each([
  ['', 'Hãy nhập mã'],
  ['abc', 'Mã gồm 9 chữ và số'],
  ['ABC-DEF-GH0', 'Mã gồm 9 chữ và số'],
  ['x'.repeat(1_200), 'Mã gồm 9 chữ và số'],
  ['ABC-DEF-GH2', 'Không có mã này'],
  ['4812345678', 'Mã gồm 9 chữ và số'],
])('refuses "%s" beside the field, with what was typed', async (ma, words) => {
  const answer = await check(ma);
  expect(answer.status).toBe(400);
  expect(answer.words).toContain(words);
  if (ma) expect(answer.html).toContain(`value="${ma.slice(0, 20)}`);
});

test('tells the picture of a card from a card that is held out', async () => {
  const { text } = await an.get('/ca-nhan/the-bhyt/hinh-anh');
  const data = await scanned(text, QR.picture);
  expect(data).toMatch(/^4812345678\|4e67[\da-f]+\|04\/09\/1985\|1\|/);
  const { status, words } = await check(data);
  expect(status).toBe(400);
  expect(words).toContain('mã trên hình ảnh thẻ');
});

test('guessing gets nowhere: after 40 codes of one address the rest wait, scanned codes do not', async () => {
  // What the tests before have typed counts no more.
  for (let moved = 0; moved < 18; moved += 6) {
    house.clock.forward(6 * MINUTE);
    await an.get('/ca-nhan');
  }
  const stranger = house.browser();
  const { token, code } = await showCard(an);
  const statuses: number[] = [];
  for (let guess = 0; guess < 42; guess += 1)
    statuses.push(
      (await checkCard(stranger, `ZZZZZZZ${'ABCDEFGHJK'[guess % 10]}${'ABCDEFGHJK'[Math.floor(guess / 10)]}`)).status,
    );
  expect(statuses.filter((status) => status === 400)).toHaveLength(40);
  expect(statuses.slice(-2)).toEqual([429, 429]);
  expect((await checkCard(stranger, code)).status).toBe(429);
  expect((await checkCard(stranger, token)).words).toContain('Thẻ còn giá trị');
});

test('only this page may use the camera', async () => {
  expect((await house.browser().get(CHECK)).headers['permissions-policy']).toContain('camera=(self)');
  for (const path of ['/', '/dang-nhap'])
    expect((await house.browser().get(path)).headers['permissions-policy']).toContain('camera=()');
  expect(visibleText((await house.browser().get('/')).text)).toContain('Xác minh thẻ BHYT');
});

test('is forgotten after a day; what is left of it still says nothing', async () => {
  const { code, token } = await showCard(an);
  house.clock.forward(25 * 60 * MINUTE);
  await house.app.scheduler.run('records.card-uses');
  expect((await check(token)).words).toContain('Mã đã quá 5 phút');
  expect((await check(code)).status).toBe(400);
});
