import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../src/core/clock.js';
import type { Browser, Fields } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { pdf, picture } from '../kit/pictures.js';
import { openDesk, type Desk } from './desk.js';
import { IDENTIFIED, open, openHelp, type Person } from './helped.js';

let house: House;
let desk: Desk;
let help: ReturnType<typeof openHelp>;
let ha: Browser;
let person: Person;
let serial = 0;
let fresh = '';

beforeAll(async () => {
  house = await openHouse({ demo: true });
  desk = openDesk(house);
  help = openHelp(house, desk);
  ha = await house.officer('canbo');
});
beforeEach(async () => {
  person = await help.aPerson();
  serial += 1;
  fresh = `09660001${String(serial).padStart(2, '0')}`;
  await open(ha, person.insuranceNumber);
});
afterAll(() => house.close());

type Files = Parameters<Browser['submit']>[2];

const form = (): string => `${person.page}/so-dien-thoai`;

/** The form filled in and sent: the answer asks for confirmation. */
const ask = (officer: Browser, fields: Fields = {}, files?: NonNullable<Files>['files']) =>
  officer.submit(form(), { ...IDENTIFIED, soMoi: fresh, nhapLai: fresh, ...fields }, files ? { files } : {});

const slipOf = (html: string): Fields => ({
  _csrf: /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '',
  phieu: /name="phieu" value="([^"]+)"/.exec(html)?.[1] ?? '',
});

const confirm = (officer: Browser, html: string) => officer.send(`${form()}/xac-nhan`, slipOf(html));

const phoneOnFile = async () => (await help.account(person.insuranceNumber))?.phone;

const actions = async () => (await help.audit(person.accountId)).map(({ action }) => action);

test('old and new are shown first; then phone, sessions, record and messages change together', async () => {
  const before = await help.account(person.insuranceNumber);
  const asked = await ask(ha);
  expect(asked.status).toBe(200);
  const text = visibleText(asked.text);
  expect(text).toContain(`Số điện thoại mới ${fresh}`);
  expect(asked.text).not.toContain(person.phone);
  expect(await phoneOnFile()).toBe(person.phone);
  const done = await confirm(ha, asked.text);
  expect(visibleText((await ha.follow(done)).text)).toContain('Đã đổi số điện thoại');
  const after = await help.account(person.insuranceNumber);
  expect(after?.phone).toBe(fresh);
  expect(after?.epoch).toBeGreaterThan(before?.epoch ?? 0);
  const record = await house.app.db.row<{ phone: string }>(
    'SELECT phone FROM records_participant WHERE insurance_number = ?',
    [person.insuranceNumber],
  );
  expect(record?.phone).toBe(fresh);
  expect((await desk.sms(person.phone)).at(-1)).toContain(fresh.slice(-3));
  expect((await desk.sms(fresh)).at(-1)).toContain(person.insuranceNumber);
  expect(await house.messages({ to: person.email, channel: 'email' })).not.toEqual([]);
  const [, changed] = await help.audit(person.accountId);
  expect(changed).toMatchObject({
    action: 'approval.help-phone-changed',
    purpose: 'Người dân đến quầy: mất điện thoại',
  });
  expect(changed?.details).not.toContain(fresh);
});

test('open requests for other contact data end', async () => {
  const request = await desk.aDossier({
    insuranceNumber: person.insuranceNumber,
    kind: 'change',
    state: 'handed_in',
    phone: person.phone,
  });
  await confirm(ha, (await ask(ha)).text);
  expect((await desk.stateOf(request)).state).toBe('refused');
});

test.each([
  [{ soMoi: '' }, 'Hãy nhập số điện thoại mới'],
  [{ nhapLai: '0966999999' }, 'Hai lần nhập khác nhau'],
  [{ nhapLai: '' }, 'Nhập lại số điện thoại mới.'],
  [{ soMoi: '02363888888' }, 'số máy bàn'],
  [{ giayTo: '' }, 'Chọn giấy tờ gốc'],
  [{ khopAnh: undefined }, 'đúng là người trong ảnh'],
])('%j is refused beside the field, with what was typed', async (fields: Fields, words) => {
  const answer = await ask(ha, fields);
  expect(answer.status).toBe(400);
  expect(answer.text).toContain(words);
  expect(answer.text).toContain(`value="${String(fields['soMoi'] ?? fresh)}"`);
  expect(await phoneOnFile()).toBe(person.phone);
});

test('the summary names the faults in the order of the fields', async () => {
  const { text } = await ask(ha, { soMoi: '', nhapLai: '', giayTo: '', daDoiChieu: undefined, khopAnh: undefined });
  expect(text).toMatch(/"#f-soMoi"[^]*"#f-nhapLai"[^]*"#f-giayTo"[^]*"#f-daDoiChieu"[^]*"#f-khopAnh"/);
});

test('a phone of another, or the same one, changes nothing', async () => {
  const other = await ask(ha, { soMoi: '0912345678', nhapLai: '0912345678' });
  expect(other.status).toBe(400);
  expect(other.text).toContain('Số này đang dùng cho tài khoản của người khác');
  const same = await ask(ha, { soMoi: person.phone, nhapLai: person.phone });
  expect(same.status).toBe(400);
  expect(same.text).toContain('Đây chính là số đang dùng');
  expect(await actions()).toEqual(['approval.help-opened']);
});

test('a phone that was taken between question and confirmation is refused', async () => {
  const asked = await ask(ha);
  const [mine, wanted] = [person, fresh];
  person = await help.aPerson();
  await open(ha, person.insuranceNumber);
  await confirm(ha, (await ask(ha)).text);
  expect(await phoneOnFile()).toBe(wanted);
  person = mine;
  await open(ha, person.insuranceNumber);
  const late = await confirm(ha, asked.text);
  expect(late.status).toBe(409);
  expect(late.text).toContain('chưa có gì thay đổi');
  expect(late.text).toContain(`value="${wanted}"`);
  expect(await phoneOnFile()).toBe(mine.phone);
});

test('sent twice it is done once, and a second officer comes too late', async () => {
  const bao = await house.officer('lanhdao');
  await open(bao, person.insuranceNumber);
  const [mine, his] = [(await ask(ha)).text, (await ask(bao, { soMoi: '0966555444', nhapLai: '0966555444' })).text];
  const answers = [await confirm(ha, mine), await confirm(ha, mine), await confirm(bao, his)];
  expect(answers.map(({ status }) => status)).toEqual([303, 409, 409]);
  expect(await phoneOnFile()).toBe(fresh);
  expect((await actions()).filter((action) => action === 'approval.help-phone-changed')).toHaveLength(1);
});

test('a slip of another officer, of another person or made up opens nothing', async () => {
  const asked = await ask(ha);
  const bao = await house.officer('lanhdao');
  await open(bao, person.insuranceNumber);
  const token = slipOf((await ask(bao)).text)['_csrf'];
  const stolen = { ...slipOf(asked.text), _csrf: token };
  expect((await bao.send(`${form()}/xac-nhan`, stolen)).status).toBe(409);
  expect((await ha.send(`${form()}/xac-nhan`, { ...slipOf(asked.text), phieu: 'AAAA' })).status).toBe(409);
  expect((await ha.send(`${form()}/xac-nhan`, { ...slipOf(asked.text), phieu: '' })).status).toBe(400);
  expect(await phoneOnFile()).toBe(person.phone);
});

const newPortrait = async () => ({ tep: { bytes: await picture(), name: 'moi.jpg' } });

test('with a new portrait a second person confirms', async () => {
  const asked = await ask(ha, {}, await newPortrait());
  expect(visibleText(asked.text)).toContain('chờ người thứ hai xác nhận');
  const answer = await confirm(ha, asked.text);
  expect(visibleText((await ha.follow(answer)).text)).toContain('Đã ghi nhận, chờ người thứ hai xác nhận');
  expect(await phoneOnFile()).toBe(person.phone);
  expect(await actions()).toContain('approval.help-phone-proposed');
  const proposal = await house.app.db.row<{ id: string }>(
    "SELECT id FROM approval_second WHERE subject_id = ? AND state = 'waiting'",
    [person.accountId],
  );
  const page = `/can-bo/cho-xac-nhan/${proposal?.id ?? ''}`;
  expect((await ha.submit(`${page}/xac-nhan`, {}, { page })).status).toBe(403);
  const khoa = await house.officer('canbo2');
  const shown = visibleText((await khoa.get(page)).text);
  expect(shown).toContain(fresh);
  const done = await khoa.submit(`${page}/xac-nhan`, {}, { page });
  expect(done.status).toBe(303);
  expect(await phoneOnFile()).toBe(fresh);
  expect(await desk.history(person)).toContain('Thay ảnh');
  expect((await help.audit(person.accountId)).at(-1)?.actorName).toBe('Võ Minh Khoa');
});

test('a proposal that the second person rejects changes nothing, and its portrait is deleted', async () => {
  await confirm(ha, (await ask(ha, {}, await newPortrait())).text);
  const again = await ask(ha, {}, await newPortrait());
  expect((await confirm(ha, again.text)).status).toBe(409);
  const waiting = await house.app.db.row<{ id: string; payload: string }>(
    "SELECT id, payload FROM approval_second WHERE subject_id = ? AND state = 'waiting'",
    [person.accountId],
  );
  const { fileId } = (JSON.parse(waiting?.payload ?? '{}') as { picture: { fileId: string } }).picture;
  const page = `/can-bo/cho-xac-nhan/${waiting?.id ?? ''}`;
  const khoa = await house.officer('canbo2');
  const answer = await khoa.submit(`${page}/khong-dong-y`, { lyDo: 'Hai ảnh không phải một người' }, { page });
  expect(answer.status).toBe(303);
  expect(await phoneOnFile()).toBe(person.phone);
  const due = await house.app.db.row('SELECT file_id FROM approval_help_file WHERE file_id = ? AND until <= ?', [
    fileId,
    house.clock.now(),
  ]);
  expect(due).toBeDefined();
  expect(visibleText((await ha.get(person.page)).text)).toContain('Người thứ hai không đồng ý');
});

test('where the rule is switched off one person does both', async () => {
  await help.setSecondPerson(0);
  house.clock.forward(2 * MINUTE);
  try {
    await open(ha, person.insuranceNumber);
    const answer = await confirm(ha, (await ask(ha, {}, await newPortrait())).text);
    expect(visibleText((await ha.follow(answer)).text)).toContain('Đã đổi số điện thoại');
    expect(await phoneOnFile()).toBe(fresh);
    expect(await desk.history(person)).toContain('Thay ảnh');
    expect((await ha.get(person.page)).text).not.toContain(person.portrait);
  } finally {
    await help.setSecondPerson(1);
    house.clock.forward(2 * MINUTE);
  }
});

test.each([
  ['a text', () => Buffer.from('xin chào'), 'không phải ảnh'],
  ['a PDF', () => pdf(), 'Ảnh cá nhân phải là ảnh'],
  ['too small', () => picture({ width: 300, height: 399 }), 'ít nhất 400 điểm ảnh'],
])('a portrait that cannot be used: %s', async (_, make, words) => {
  const answer = await ask(ha, {}, { tep: { bytes: await make(), name: 'anh.jpg' } });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain(words);
});

test('a portrait that came with a fault elsewhere has to be chosen again, and the page says so', async () => {
  for (const fields of [{ khopAnh: undefined }, { soMoi: '0912345678', nhapLai: '0912345678' }]) {
    const answer = await ask(ha, fields, await newPortrait());
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('hãy chọn lại');
  }
});

test('a portrait that nobody confirmed is deleted', async () => {
  await ask(ha, {}, await newPortrait());
  const retention = house.app.modules
    .flatMap(({ parts }) => parts.retention ?? [])
    .find(({ name }) => name === 'approval.help-files');
  const left = await retention?.due();
  house.clock.forward(HOUR);
  expect(await retention?.due()).toBeGreaterThan(left ?? 0);
  expect(await retention?.purge()).toBeGreaterThan(0);
  expect(await retention?.due()).toBe(0);
});
