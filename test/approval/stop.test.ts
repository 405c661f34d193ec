import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { approve, openDesk, type Desk } from './desk.js';
import { confirm, openRequests, read, refuseRequest } from './requests.js';

let house: House;
let desk: Desk;
let people: ReturnType<typeof openRequests>;
let ha: Browser;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  desk = openDesk(house);
  people = openRequests(house, desk);
  ha = await house.officer('canbo');
});
afterAll(() => house.close());

test('the page tells what follows, and the question repeats it', async () => {
  const holder = await people.aHolder(ha);
  const dossier = await people.aStop(holder);
  expect(await read(ha, dossier.path)).toContain('Tài khoản đóng ngay');
  const question = visibleText((await ha.follow(await approve(ha, dossier))).text);
  expect(question).toContain(`Ngừng sử dụng tài khoản của ${holder.fullName}?`);
  expect(question).toContain('quyền lợi không thay đổi');
  expect(await people.account(holder)).toBeDefined();
});

test('confirmed, the account is gone, its owner told, and an open change request ends', async () => {
  const holder = await people.aHolder(ha);
  const change = await people.aChange(holder, { email: 'khac@vidu.vn' });
  const dossier = await people.aStop(holder);
  const answer = await confirm(ha, dossier);
  expect(visibleText((await ha.follow(answer)).text)).toContain('Cập nhật thông tin thành công');
  expect(await desk.stateOf(dossier)).toMatchObject({ state: 'approved', assessment: 'valid' });
  expect(await people.account(holder)).toBeUndefined();
  expect((await desk.sms(holder.phone)).at(-1)).toContain('da ngung su dung');
  expect(await desk.stateOf(change)).toMatchObject({ state: 'refused', assessment: 'none' });
  expect((await desk.audit(dossier)).map(({ action }) => action)).toContain('approval.stop-approved');
  expect((await confirm(ha, dossier)).status).not.toBe(200);
});

test('refused, the account stays', async () => {
  const holder = await people.aHolder(ha);
  const dossier = await people.aStop(holder);
  expect((await refuseRequest(ha, dossier)).status).toBe(303);
  expect((await desk.stateOf(dossier)).state).toBe('refused');
  expect(await people.account(holder)).toBeDefined();
});
