import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { openDesk, type Desk } from './desk.js';

const PAGE = '/can-bo/ho-so/nhan-ho-so';
let house: House;
let desk: Desk;
let ha: Browser;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  desk = openDesk(house);
  ha = await house.officer('canbo');
});
afterAll(() => house.close());

test('both exact numbers bring a declared dossier to the own agency', async () => {
  const foreign = await desk.aDossier({ agencyCode: '07901' });
  expect((await ha.get(foreign.path)).status).toBe(404);
  const found = await ha.submit(PAGE, { soHoSo: foreign.number, maSo: foreign.insuranceNumber });
  expect(found.status).toBe(200);
  expect(visibleText(found.text)).toContain('Nhận hồ sơ này về cơ quan của bạn?');
  expect((await desk.stateOf(foreign)).agencyCode).toBe('07901');
  expect((await desk.audit(foreign)).map(({ action }) => action)).toEqual(['approval.foreign-viewed']);
  const hidden = { soHoSo: foreign.number, maSo: foreign.insuranceNumber, phienBan: '1' };
  const answer = await ha.submit(`${PAGE}/xac-nhan`, hidden, { page: PAGE });
  expect(answer.status).toBe(303);
  const page = visibleText((await ha.follow(answer)).text);
  expect(page).toContain(`Đã nhận hồ sơ ${foreign.number}`);
  expect(await desk.stateOf(foreign)).toMatchObject({ agencyCode: '04801', state: 'declared' });
  expect((await desk.audit(foreign)).map(({ action }) => action)).toContain('approval.received');
  expect((await ha.submit(`${PAGE}/xac-nhan`, hidden, { page: PAGE })).status).toBe(409);
});

test('what a scanner reads from the form is enough', async () => {
  const foreign = await desk.aDossier({ agencyCode: '07901' });
  const both = await ha.submit(PAGE, { maQr: `${foreign.number}|${foreign.insuranceNumber}`, soHoSo: '', maSo: '' });
  expect(both.status).toBe(200);
  const one = await ha.submit(PAGE, { maQr: foreign.number, maSo: foreign.insuranceNumber });
  expect(one.status).toBe(200);
});

test('a dossier of the own agencies is simply opened', async () => {
  const own = await desk.aDossier({ agencyCode: '04803' });
  const answer = await ha.submit(PAGE, { soHoSo: own.number, maSo: own.insuranceNumber });
  expect(answer.get('location')).toBe(own.path);
});

test.each([
  [{ soHoSo: '', maSo: '' }, 'Nhập đủ số hồ sơ'],
  [{ soHoSo: '123', maSo: '4811223344' }, 'Nhập đủ số hồ sơ'],
  [{ soHoSo: '00001/2026/07901', maSo: '123' }, 'Nhập đủ 10 chữ số'],
  [{ soHoSo: '00009/2026/07901', maSo: '4811223344' }, 'Không có hồ sơ mới kê khai nào mang cả hai số này'],
])('%j is refused in place', async (fields, words) => {
  const answer = await ha.submit(PAGE, fields);
  expect(answer.status).toBe(400);
  expect(answer.text).toContain(words);
  if (fields.maSo) expect(answer.text).toContain(`value="${fields.maSo}"`);
});

test('the right number with the wrong person, or a dossier handed in elsewhere, stays where it is', async () => {
  const foreign = await desk.aDossier({ agencyCode: '07901' });
  const handedIn = await desk.aDossier({ agencyCode: '07901', state: 'handed_in' });
  expect((await ha.submit(PAGE, { soHoSo: foreign.number, maSo: '4811223344' })).status).toBe(400);
  expect((await ha.submit(PAGE, { soHoSo: handedIn.number, maSo: handedIn.insuranceNumber })).status).toBe(400);
  const forced = { soHoSo: handedIn.number, maSo: handedIn.insuranceNumber, phienBan: '1' };
  expect((await ha.submit(`${PAGE}/xac-nhan`, forced, { page: PAGE })).status).toBe(400);
  expect((await desk.stateOf(handedIn)).agencyCode).toBe('07901');
});
