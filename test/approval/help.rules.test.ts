import { expect, test } from 'vitest';
import {
  checkAccountNumber,
  checkNewPhone,
  helpPurpose,
  isFresh,
  OPENING_LIFE,
  type Checked,
} from '../../src/modules/approval/help.rules.js';

const faultOf = (checked: Checked): string => ('fault' in checked ? checked.fault : '');

const NOW = new Date('2026-03-16T02:00:00Z');
const opening = { account: 'a', reason: 'doi-so', until: NOW.getTime() + OPENING_LIFE } as const;

test('an opening is for one account and 15 minutes', () => {
  const at = (milliseconds: number): Date => new Date(NOW.getTime() + milliseconds);
  expect(isFresh(opening, 'a', at(OPENING_LIFE - 1))).toBe(true);
  expect(isFresh(opening, 'a', at(OPENING_LIFE))).toBe(false);
  expect(isFresh(opening, 'b', NOW)).toBe(false);
  expect(isFresh(undefined, 'a', NOW)).toBe(false);
});

test.each([
  ['0905 612 347', '0905612347'],
  ['+84905612347', '0905612347'],
  ['0084 905.612.347', '0905612347'],
  ['84905612347', '0905612347'],
])('%s is taken as %s', (typed, value) => expect(checkNewPhone(typed)).toEqual({ value }));

test.each([
  ['', 'Hãy nhập số điện thoại mới'],
  ['09056x2347', 'chỉ gồm chữ số'],
  ['02363888888', 'số máy bàn'],
  ['090561234', 'có 9 chữ số'],
  ['0105612347', 'Đầu số 010 không phải số di động'],
])('%j is no mobile number', (typed, words) => expect(faultOf(checkNewPhone(typed))).toContain(words));

test.each([
  ['4812 345 678', '4812345678'],
  ['048085012321', '048085012321'],
])('the account number %s', (typed, value) => expect(checkAccountNumber(typed)).toEqual({ value }));

test.each([
  ['', 'Hãy nhập mã số BHXH'],
  ['48123', 'có 5 chữ số'],
  ['GD4484812345678', 'mã thẻ BHYT'],
  ['48123x5678', 'chỉ gồm chữ số'],
])('the account number %j is refused', (typed, words) => expect(faultOf(checkAccountNumber(typed))).toContain(words));

test('the purpose says why, and what was added', () => {
  expect(helpPurpose('mat-dien-thoai', '')).toBe('Người dân đến quầy: mất điện thoại');
  expect(helpPurpose('khac', 'Đổi máy')).toBe('Người dân đến quầy: việc khác. Đổi máy');
});
