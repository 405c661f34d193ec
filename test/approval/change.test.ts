import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { act, approve, openDesk, type Desk } from './desk.js';
import { confirm, NEW_ADDRESS, openRequests, read, refuseRequest } from './requests.js';

let house: House;
let desk: Desk;
let people: ReturnType<typeof openRequests>;
let ha: Browser;
let khoa: Browser;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  desk = openDesk(house);
  people = openRequests(house, desk);
  ha = await house.officer('canbo');
  khoa = await house.officer('canbo2');
});
afterAll(() => house.close());

let serial = 0;
const freshPhone = (): string => `0977300${String((serial += 1)).padStart(3, '0')}`;

describe('the page of a change request', () => {
  test('shows old and new beside each other, and offers no correction', async () => {
    const holder = await people.aHolder(ha);
    const phone = freshPhone();
    const dossier = await people.aChange(holder, { phone, address: NEW_ADDRESS });
    const { text } = await ha.get(dossier.path);
    const words = visibleText(text);
    for (const part of ['Thông tin đề nghị thay đổi', holder.phone, phone, NEW_ADDRESS]) expect(words).toContain(part);
    expect(text).not.toContain('name="oCanSua"');
    expect(text).not.toContain('name="khongNopLai"');
    expect(words).not.toContain('Hiện tại:');
  });

  test('says what is on file by now where that is no longer the old value', async () => {
    const holder = await people.aHolder(ha);
    const dossier = await people.aChange({ ...holder, phone: '0977399999' }, { phone: freshPhone() });
    expect(await read(ha, dossier.path)).toContain(`Hiện tại: ${holder.phone}`);
  });
});

describe('Ghi nhận and Xác nhận', () => {
  test('the assessment alone changes nothing: it leads to the question', async () => {
    const holder = await people.aHolder(ha);
    const phone = freshPhone();
    const dossier = await people.aChange(holder, { phone });
    const answer = await approve(ha, dossier);
    expect(answer.get('Location')).toBe(`${dossier.path}/xac-nhan`);
    expect(await desk.stateOf(dossier)).toMatchObject({ state: 'handed_in', version: 1 });
    const question = visibleText((await ha.follow(answer)).text);
    for (const part of [`Cập nhật thông tin của ${holder.fullName}?`, holder.phone, phone, 'Xác nhận', 'Thoát'])
      expect(question).toContain(part);
  });

  test('changes account and record in one go; both phones are told, sessions end', async () => {
    const holder = await people.aHolder(ha);
    const before = await people.account(holder);
    const phone = freshPhone();
    const dossier = await people.aChange(holder, { phone, email: 'moi@vidu.vn', address: NEW_ADDRESS });
    const answer = await confirm(ha, dossier);
    expect(answer.status).toBe(303);
    expect(visibleText((await ha.follow(answer)).text)).toContain('Cập nhật thông tin thành công');
    expect(await desk.stateOf(dossier)).toMatchObject({ state: 'approved', assessment: 'valid' });
    const after = await people.account(holder);
    expect(after).toMatchObject({ phone, email: 'moi@vidu.vn' });
    expect(after?.epoch).toBeGreaterThan(before?.epoch ?? 0);
    expect(await people.onFile(holder)).toEqual({ phone, email: 'moi@vidu.vn', address: NEW_ADDRESS });
    expect(await desk.history(dossier)).toEqual(['Kê khai tờ khai', 'Nhận xử lý', 'Duyệt hồ sơ']);
    expect((await desk.sms(holder.phone)).join(' ')).toContain(`${phone.slice(0, 4)}`);
    expect((await desk.sms(phone)).join(' ')).toContain(holder.insuranceNumber);
    expect((await house.messages({ to: holder.email })).length).toBeGreaterThan(0);
    expect((await desk.audit(dossier)).filter(({ action }) => action === 'approval.change-approved')).toMatchObject([
      { actorName: 'Lê Thu Hà', person: holder.insuranceNumber },
    ]);
  });

  test('what was not asked for stays', async () => {
    const holder = await people.aHolder(ha);
    const dossier = await people.aChange(holder, { address: NEW_ADDRESS }, 'in_review');
    expect((await confirm(ha, dossier)).status).toBe(303);
    expect(await people.account(holder)).toMatchObject({ phone: holder.phone, email: holder.email });
    expect(await people.onFile(holder)).toMatchObject({ phone: holder.phone, address: NEW_ADDRESS });
    expect((await desk.sms(holder.phone)).join(' ')).toContain('dia chi');
  });

  test('a phone that is another’s by now changes nothing', async () => {
    const holder = await people.aHolder(ha);
    const dossier = await people.aChange(holder, { phone: '0912345678' });
    expect(await read(ha, dossier.path)).toContain(
      'Số điện thoại đề nghị đang dùng cho tài khoản của Nguyễn Văn An. Mã số 4812•••678',
    );
    const answer = await confirm(ha, dossier);
    expect(answer.status).toBe(409);
    expect(visibleText(answer.text)).toContain('đang dùng cho tài khoản của người khác');
    expect(await desk.stateOf(dossier)).toMatchObject({ state: 'handed_in', version: 1 });
    expect(await people.account(holder)).toMatchObject({ phone: holder.phone });
  });

  test('without an account nothing can be changed', async () => {
    const dossier = await people.aChange(
      { ...(await desk.known()), phone: '0977388888', email: 'khong@vidu.vn' },
      { phone: freshPhone() },
    );
    const answer = await confirm(ha, dossier);
    expect(answer.status).toBe(409);
    expect(visibleText(answer.text)).toContain('không còn tài khoản');
  });

  test('another name than the registry has is not approved', async () => {
    const holder = await people.aHolder(ha);
    const dossier = await people.aChange({ ...holder, fullName: 'Lê Văn Khác' }, { phone: freshPhone() });
    const answer = await confirm(ha, dossier);
    expect(visibleText((await ha.follow(answer)).text)).toContain('Chưa duyệt');
    expect(await desk.stateOf(dossier)).toMatchObject({ state: 'in_review', assessment: 'none' });
    expect(await people.account(holder)).toMatchObject({ phone: holder.phone });
  });

  test('a registration has no such step', async () => {
    const dossier = await desk.aDossier({ state: 'handed_in', ...(await desk.known()) });
    expect((await ha.get(`${dossier.path}/xac-nhan`)).get('Location')).toBe(dossier.path);
    expect((await act(ha, dossier, 'xac-nhan', { phienBan: '1' })).status).toBe(409);
    expect((await desk.stateOf(dossier)).version).toBe(1);
  });
});

describe('Hồ sơ không hợp lệ', () => {
  test('tells the person why, without a code for corrections', async () => {
    const holder = await people.aHolder(ha);
    const phone = freshPhone();
    const dossier = await people.aChange(holder, { phone });
    const answer = await refuseRequest(ha, dossier);
    expect(visibleText((await ha.follow(answer)).text)).toContain('Từ chối duyệt thành công');
    expect(await desk.stateOf(dossier)).toMatchObject({ state: 'refused', assessment: 'invalid' });
    const told = (await desk.sms(holder.phone)).at(-1) ?? '';
    expect(told).toMatch(/^Yeu cau .* khong duoc duyet: Chua ro noi o moi/);
    expect(told).not.toMatch(/ma sua/i);
    expect(await people.account(holder)).toMatchObject({ phone: holder.phone });
    expect(await desk.sms(phone)).toEqual([]);
  });
});

describe('who comes second', () => {
  test('two officers at once: one confirms, the other reads who did; a replay changes nothing', async () => {
    const holder = await people.aHolder(ha);
    const dossier = await people.aChange(holder, { phone: freshPhone() });
    const answers = await Promise.all([ha, khoa].map((officer) => confirm(officer, dossier)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const lost = answers.find(({ status }) => status === 409)?.text ?? '';
    expect(visibleText(lost)).toMatch(/(Lê Thu Hà|Võ Minh Khoa) (đã duyệt hồ sơ này|đang xử lý|đã nhận xử lý)/);
    expect((await act(ha, dossier, 'xac-nhan', { phienBan: '3' })).status).toBe(409);
    expect((await desk.history(dossier)).filter((title) => title === 'Duyệt hồ sơ')).toHaveLength(1);
  });

  test('the form sent twice acts once', async () => {
    const holder = await people.aHolder(ha);
    const dossier = await people.aChange(holder, { email: 'hai.lan@vidu.vn' }, 'in_review');
    const { hidden } = await ha.form(`${dossier.path}/xac-nhan`);
    const send = () => ha.send(`${dossier.path}/xac-nhan`, hidden);
    expect((await Promise.all([send(), send()])).map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await desk.sms(holder.phone)).filter((text) => text.includes('thu dien tu'))).toHaveLength(1);
  });

  test('an old page confirms nothing', async () => {
    const holder = await people.aHolder(ha);
    const dossier = await people.aChange(holder, { phone: freshPhone() });
    const { hidden } = await khoa.form(`${dossier.path}/xac-nhan`);
    await act(ha, dossier, 'nhan-xu-ly');
    expect((await khoa.send(`${dossier.path}/xac-nhan`, hidden)).status).toBe(409);
    expect(await people.account(holder)).toMatchObject({ phone: holder.phone });
  });

  test('nobody decides a request of his own', async () => {
    const own = { insuranceNumber: '4809120034', fullName: 'Lê Thu Hà', phone: '0977377777', email: 'ha@vidu.vn' };
    const dossier = await people.aChange(own, { phone: freshPhone() });
    expect((await ha.get(`${dossier.path}/xac-nhan`)).status).toBe(303);
    expect((await act(ha, dossier, 'xac-nhan', { phienBan: '1' })).status).toBe(403);
    expect((await refuseRequest(ha, dossier)).status).toBe(400);
    expect((await act(ha, dossier, 'danh-gia', { phienBan: '1', ketQua: 'hop-le' })).status).toBe(403);
    expect((await desk.stateOf(dossier)).version).toBe(1);
  });

  test('a request of a foreign agency is not there', async () => {
    const dossier = await desk.aDossier({ kind: 'change', state: 'handed_in', agencyCode: '07901', changes: '[]' });
    expect((await ha.get(`${dossier.path}/xac-nhan`)).status).toBe(404);
    expect((await ha.send(`${dossier.path}/xac-nhan`, { ...(await ha.form('/can-bo/ho-so')).hidden })).status).toBe(
      404,
    );
  });

  test('taken and given back like any dossier', async () => {
    const dossier = await people.aChange(await people.aHolder(ha), { phone: freshPhone() });
    expect((await act(ha, dossier, 'nhan-xu-ly')).status).toBe(303);
    expect((await act(ha, dossier, 'thoi-xu-ly')).status).toBe(303);
    expect((await desk.stateOf(dossier)).state).toBe('handed_in');
  });
});
