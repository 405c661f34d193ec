import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { act, BUCK, deskOf } from './desk.js';

let house: House;
let officer: Browser;
let leader: Browser;
let desk: ReturnType<typeof deskOf>;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  desk = deskOf(house);
  officer = await house.officer('canbo');
  leader = await house.officer('lanhdao');
});
afterAll(() => house.close());

test('a question does not send him elsewhere either', async () => {
  const row = await desk.inWork();
  const refused = await act(officer, row, 'hoi', { cauHoi: BUCK });
  expect(refused.status).toBe(400);
  expect(visibleText(refused.text)).toContain('không hướng dẫn người dân sang cơ quan khác');
  expect((await desk.now(row)).state).toBe('in_progress');
});

test('an appointment to fetch something at an office of the province goes out', async () => {
  const row = await desk.inWork();
  const fetched = 'Thẻ của bạn đã in xong. Mời bạn đến BHXH cơ sở Thanh Khê nhận thẻ từ ngày 20/03/2026.';
  const elsewhere = fetched.replace('BHXH cơ sở Thanh Khê', 'BHXH tỉnh Quảng Ngãi');
  expect((await act(officer, row, 'tra-loi', { noiDung: elsewhere })).status).toBe(400);
  expect((await act(officer, row, 'tra-loi', { noiDung: fetched })).status).toBe(303);
});

test('a text to begin an answer with keeps to the same rule', async () => {
  const page = '/can-bo/phan-anh/mau-tra-loi';
  const add = (noiDung: string) => leader.submit(page, { tieuDe: 'Hẹn nhận thẻ', linhVuc: '', noiDung }, { page });
  const fetched = 'Chào {hoTen}, mời bạn đến BHXH cơ sở Hải Châu nhận thẻ.';
  expect((await add(fetched.replace('BHXH cơ sở Hải Châu', 'BHXH tỉnh Quảng Ngãi'))).status).toBe(400);
  expect((await add(fetched)).status).toBe(303);
});
