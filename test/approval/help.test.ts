import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { MINUTE } from '../../src/core/clock.js';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { openDesk, type Desk } from './desk.js';
import { IDENTIFIED, open, openHelp, SEARCH, type Person } from './helped.js';

let house: House;
let desk: Desk;
let help: ReturnType<typeof openHelp>;
let ha: Browser;
let person: Person;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  desk = openDesk(house);
  help = openHelp(house, desk);
  ha = await house.officer('canbo');
});
beforeEach(async () => {
  person = await help.aPerson();
});
afterAll(() => house.close());

const reset = (officer: Browser, cach: string, fields = {}) =>
  officer.submit(`${person.page}/mat-khau`, { ...IDENTIFIED, cach, ...fields }, { page: person.page });

const actions = async () => (await help.audit(person.accountId)).map(({ action }) => action);

test('number and reason open the account; the opening stands in the audit with its purpose', async () => {
  const answer = await open(ha, person.insuranceNumber, { ghiChu: 'Bị giật túi' });
  expect(answer.get('location')).toBe(person.page);
  const page = await ha.follow(answer);
  const text = visibleText(page.text);
  expect(page.get('cache-control')).toBe('no-store');
  expect(text).toContain('Đang dùng');
  expect(text).toContain('Chờ đổi mật khẩu dùng một lần');
  expect(text).toContain('Đăng nhập gần nhất Chưa lần nào');
  expect(page.text).not.toContain(person.phone);
  expect(await help.audit(person.accountId)).toMatchObject([
    {
      action: 'approval.help-opened',
      actorName: 'Lê Thu Hà',
      person: person.insuranceNumber,
      purpose: 'Người dân đến quầy: mất điện thoại. Bị giật túi',
    },
  ]);
  expect(text).toContain('Mở trang hỗ trợ tài khoản');
});

test('số định danh opens as well, and an officer of a local agency may help', async () => {
  const mai = await house.officer('coso');
  const answer = await open(mai, '048085012321');
  expect(visibleText((await mai.follow(answer)).text)).toContain('Nguyễn Văn An');
});

test.each([
  [{ so: '' }, 'Hãy nhập mã số BHXH'],
  [{ so: '48123' }, 'có 5 chữ số'],
  [{ so: '4899999999' }, 'Không có tài khoản nào của số này'],
  [{ so: '048000000000' }, 'Không có tài khoản nào của số này'],
  [{ so: '4812345678', mucDich: '' }, 'Chọn lý do người dân đến quầy'],
  [{ so: '4812345678', mucDich: 'khac' }, 'Hãy ghi rõ việc gì'],
])('%j opens nothing', async (fields, words) => {
  const answer = await open(ha, fields.so, fields);
  expect(answer.status).toBe(400);
  expect(answer.text).toContain(words);
  expect(answer.text).toContain(`value="${fields.so}"`);
});

test('nobody opens an account without the permission, or his own', async () => {
  const editor = await house.officer('bientap');
  expect((await editor.get(SEARCH)).status).toBe(403);
  const own = await house.app.db.uow.run(() =>
    house.app.db.sequelize.query(
      `UPDATE auth_officer SET insurance_number = '${person.insuranceNumber}' WHERE username = 'canbo2'`,
    ),
  );
  expect(own).toBeDefined();
  const khoa = await house.officer('canbo2');
  const answer = await open(khoa, person.insuranceNumber);
  expect(answer.status).toBe(403);
  expect(answer.text).toContain('Đây là tài khoản của chính bạn');
});

test('without a fresh opening of this very session the page asks again', async () => {
  const pages = [person.page, `${person.page}/so-dien-thoai`, `${person.page}/anh/${person.portrait}`];
  for (const path of pages) expect((await ha.get(path)).get('location')).toBe(SEARCH);
  await open(ha, person.insuranceNumber);
  for (const path of pages) expect((await ha.get(path)).status).toBe(200);
  const khoa = await house.officer('canbo2');
  for (const path of pages) expect((await khoa.get(path)).get('location')).toBe(SEARCH);
  expect(visibleText((await khoa.get(SEARCH)).text)).toContain('chỉ mở 15 phút');
  const form = await ha.form(person.page, `${person.page}/mat-khau`);
  house.clock.forward(15 * MINUTE);
  for (const path of pages) expect((await ha.get(path)).get('location')).toBe(SEARCH);
  const late = await ha.send(`${person.page}/mat-khau`, { ...form.hidden, ...IDENTIFIED, cach: 'letter' });
  expect(late.get('location')).toBe(SEARCH);
  expect(await actions()).toEqual(['approval.help-opened']);
});

test('guessed ids are found nowhere', async () => {
  await open(ha, person.insuranceNumber);
  const foreign = await help.aPerson();
  for (const path of [
    `${SEARCH}/00000000-0000-7000-8000-000000000000`,
    `${SEARCH}/x`,
    `${person.page}/anh/${foreign.portrait}`,
    `${person.page}/anh/x`,
  ])
    expect((await ha.get(path)).status).toBe(404);
  expect((await ha.get(foreign.page)).get('location')).toBe(SEARCH);
});

test('each picture that is looked at stands in the audit', async () => {
  await open(ha, person.insuranceNumber);
  const answer = await ha.get(`${person.page}/anh/${person.portrait}`);
  expect(answer.get('content-type')).toContain('image/jpeg');
  expect(answer.get('cache-control')).toBe('no-store');
  expect((await desk.audit(person)).at(-1)).toMatchObject({
    action: 'approval.picture-viewed',
    person: person.insuranceNumber,
  });
});

test('by SMS: a new one-time password on the phone on file, the old one is dead', async () => {
  const [first = ''] = await desk.sms(person.phone);
  await open(ha, person.insuranceNumber);
  const answer = await reset(ha, 'sms');
  expect(visibleText((await ha.follow(answer)).text)).toContain('Đã gửi mật khẩu dùng một lần');
  const texts = await desk.sms(person.phone);
  const passwordIn = (text: string): string => /Mat khau(?: moi)?: (\S+)/i.exec(text)?.[1]?.replace(/\.$/, '') ?? '';
  const [old, fresh] = [passwordIn(first), passwordIn(texts.at(-1) ?? '')];
  expect(fresh).not.toBe('');
  await expect(house.citizen(person.insuranceNumber, old)).rejects.toThrow();
  await house.citizen(person.insuranceNumber, fresh);
  expect(await actions()).toEqual(['approval.help-opened', 'approval.help-password-reset']);
});

test('by letter: the password is in that answer only, and works', async () => {
  await open(ha, person.insuranceNumber);
  const form = await ha.form(person.page, `${person.page}/mat-khau`);
  const fields = { ...form.hidden, ...IDENTIFIED, cach: 'letter' };
  const letter = await ha.send(`${person.page}/mat-khau`, fields);
  expect(letter.status).toBe(200);
  expect(letter.get('cache-control')).toBe('no-store');
  const text = visibleText(letter.text);
  expect(text).toContain('Thư này chỉ hiện một lần');
  const password = /Mật khẩu dùng một lần ([A-Z0-9]{8}) /.exec(text)?.[1] ?? '';
  expect(password).toHaveLength(8);
  const again = await ha.send(`${person.page}/mat-khau`, fields);
  expect(again.status).toBe(409);
  expect(again.text).not.toContain(password);
  expect((await ha.get(person.page)).text).not.toContain(password);
  expect((await desk.sms(person.phone)).join()).not.toContain(password);
  const handed = await ha.submit(`${person.page}/da-giao-thu`, {}, { page: person.page });
  expect(visibleText((await ha.follow(handed)).text)).toContain('Đã ghi: thư mật khẩu giao tận tay');
  await ha.submit(`${person.page}/da-giao-thu`, {}, { page: person.page });
  expect(await actions()).toEqual([
    'approval.help-opened',
    'approval.help-password-reset',
    'approval.help-letter-handed',
  ]);
  expect(JSON.stringify(await help.audit(person.accountId))).not.toContain(password);
  await house.citizen(person.insuranceNumber, password);
});

test('a locked account is open again', async () => {
  const { db } = house.app;
  await db.uow.run(() =>
    db.sequelize.query(`UPDATE auth_account SET state = 'locked' WHERE id = '${person.accountId}'`),
  );
  const answer = await open(ha, person.insuranceNumber, { mucDich: 'bi-la' });
  expect(visibleText((await ha.follow(answer)).text)).toContain('Đã khóa');
  await reset(ha, 'letter');
  expect((await help.account(person.insuranceNumber))?.state).toBe('active');
});

test.each([
  [{ giayTo: '' }, 'Chọn giấy tờ gốc'],
  [{ daDoiChieu: undefined }, 'Đánh dấu khi bạn đã cầm'],
  [{ khopAnh: undefined }, 'Đánh dấu khi người đến quầy đúng là người trong ảnh'],
  [{ cach: '' }, 'Chọn cách đưa mật khẩu'],
  [{ daThay: 'x' }, 'Trang này đã cũ'],
])('%j resets nothing', async (fields, words) => {
  await open(ha, person.insuranceNumber);
  const answer = await reset(ha, 'letter', fields);
  expect(answer.status).toBe(400);
  expect(answer.text).toContain(words);
  expect(await actions()).toEqual(['approval.help-opened']);
});

test('two officers at once, or one who clicks twice: one letter', async () => {
  const khoa = await house.officer('lanhdao');
  for (const officer of [ha, khoa]) await open(officer, person.insuranceNumber);
  const forms = await Promise.all(
    [ha, ha, khoa].map((officer) => officer.form(person.page, `${person.page}/mat-khau`)),
  );
  const answers = await Promise.all(
    [ha, ha, khoa].map((officer, index) =>
      officer.send(`${person.page}/mat-khau`, { ...forms[index]?.hidden, ...IDENTIFIED, cach: 'letter' }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  expect((await actions()).filter((action) => action === 'approval.help-password-reset')).toHaveLength(1);
});

test('what the officer saw counts: after a change elsewhere nothing is reset', async () => {
  await open(ha, person.insuranceNumber);
  const form = await ha.form(person.page, `${person.page}/mat-khau`);
  const { db } = house.app;
  await db.uow.run(() =>
    db.sequelize.query(`UPDATE auth_account SET phone = '0977000111' WHERE id = '${person.accountId}'`),
  );
  const answer = await ha.send(`${person.page}/mat-khau`, { ...form.hidden, ...IDENTIFIED, cach: 'sms' });
  expect(answer.status).toBe(409);
  expect(visibleText(answer.text)).toContain('vừa được hỗ trợ hoặc thay đổi ở nơi khác');
  await db.uow.run(() =>
    db.sequelize.query(`UPDATE auth_account SET phone = '${person.phone}' WHERE id = '${person.accountId}'`),
  );
});
