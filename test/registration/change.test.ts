import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { AN, askChange, CHANGE, holdersOf, requestsOf, textOf, type Holder } from './change.js';
import { queriesOf } from './form.js';

let house: House;
let holder: () => Promise<Holder>;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  holder = holdersOf(house);
});
afterAll(() => house.close());

const acts = async (action: string, person: string): Promise<number> => {
  const sql = 'SELECT COUNT(*) AS n FROM core_audit WHERE action = ? AND person = ?';
  return Number((await house.app.db.row<{ n: number }>(sql, [action, person]))?.n);
};

describe('a request without a new phone', () => {
  it('is a dossier at once: handed in, numbered, told, with old and new values', async () => {
    const browser = await house.citizen();
    const place = { province: '48', commune: '20209', street: '9 Lý Tự Trọng' };
    const answer = await askChange(browser, { email: 'An.Moi@vidu.example', ...place });
    expect([answer.status, answer.get('Location')]).toEqual([303, CHANGE]);
    const [dossier] = await requestsOf(house, AN.number);
    expect(dossier).toMatchObject({
      kind: 'change',
      state: 'handed_in',
      assessment: 'none',
      agencyCode: '04801',
      fullName: 'Nguyễn Văn An',
      birthDate: '04/09/1985',
      paperNumber: '048085012321',
      phone: AN.phone,
      email: AN.email,
    });
    expect(dossier?.number).toMatch(/^\d{5}\/2026\/04801$/);
    expect(dossier?.changes).toEqual([
      { field: 'email', from: AN.email, to: 'an.moi@vidu.example' },
      { field: 'address', from: dossier?.address, to: '9 Lý Tự Trọng, phường Thanh Khê, thành phố Đà Nẵng' },
    ]);
    await house.settle();
    const told = await house.messages({ to: AN.phone, channel: 'sms' });
    expect(told.at(-1)?.text).toContain(`Da nhan yeu cau thay doi thong tin, ho so ${dossier?.number}`);
    expect((await house.messages({ to: AN.email })).at(-1)?.text).toContain(dossier?.number);
    expect(await acts('registration.change-requested', AN.number)).toBe(1);
    expect((await queriesOf(house).history(dossier?.id ?? '')).map(({ title }) => title)).toEqual([
      'Gửi yêu cầu thay đổi thông tin',
    ]);
    const shown = await textOf(browser, CHANGE);
    for (const words of ['Yêu cầu đang chờ', 'Đã nộp', 'an.•••@vidu.example', 'Cán bộ của BHXH', 'Rút yêu cầu'])
      expect(shown).toContain(words);
    expect(shown).not.toContain('an.moi@vidu.example');
    expect(shown).not.toContain('Số điện thoại mới');
  });

  it('goes to the agency of the registration behind the account', async () => {
    const { browser, number } = await holder();
    await askChange(browser, { email: 'moi@vidu.example' });
    const [dossier] = await requestsOf(house, number);
    const approved = await queriesOf(house).approved(number);
    expect(approved?.state).toBe('approved');
    expect(dossier).toMatchObject({ agencyCode: approved?.agencyCode, paperNumber: approved?.paperNumber });
  });

  it('is one dossier for a double click, and one a person', async () => {
    const { browser, number } = await holder();
    const { hidden } = await browser.form(CHANGE);
    const fields = { ...hidden, email: 'moi@vidu.example' };
    const both = await Promise.all([browser.send(CHANGE, fields), browser.send(CHANGE, fields)]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await browser.send(CHANGE, fields)).status).toBe(303);
    expect((await requestsOf(house, number)).length).toBe(1);
    const other = await browser.send(CHANGE, { ...hidden, formKey: 'A'.repeat(22), email: 'khac@vidu.example' });
    expect(other.status).toBe(409);
    expect(visibleText(other.text)).toContain('Bạn đang có một yêu cầu thay đổi thông tin chờ xử lý');
    expect(other.text).toContain('khac@vidu.example');
    expect((await requestsOf(house, number)).length).toBe(1);
  });

  it('lets one of two tabs make the dossier', async () => {
    const { browser, number } = await holder();
    const [one, two] = [await browser.form(CHANGE), await browser.form(CHANGE)];
    const answers = await Promise.all([
      browser.send(CHANGE, { ...one.hidden, email: 'mot@vidu.example' }),
      browser.send(CHANGE, { ...two.hidden, email: 'hai@vidu.example' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await requestsOf(house, number)).length).toBe(1);
  });
});

describe('what does not fit', () => {
  let of: Holder;
  beforeAll(async () => {
    of = await holder();
  });
  const place = { commune: '20209', street: '9 Lý Tự Trọng' };

  it.each([
    [{}, 'Bạn chưa nhập thông tin nào khác với hiện tại'],
    [{ phone: '02363822888' }, 'Đây là số máy bàn'],
    [{ phone: '0905' }, 'Số bạn nhập có 4 chữ số'],
    [{ email: 'an@' }, 'Địa chỉ thư chưa đúng dạng'],
    [{ street: '9 Lý Tự Trọng' }, 'Hãy chọn tỉnh, thành phố nơi bạn ở'],
    [{ province: '48' }, 'Hãy nhập số nhà'],
    [{ province: '99', ...place }, 'Hãy chọn tỉnh, thành phố trong danh sách'],
    [{ province: '01', ...place }, 'không thuộc tỉnh đã chọn'],
    [{ phone: '9'.repeat(10_000) }, 'Số bạn nhập có 10000 chữ số'],
    [{ email: `${'a'.repeat(10_000)}@vidu.vn` }, 'dài quá 120 ký tự'],
    [{ province: '48', ...place, street: 'a'.repeat(10_000) }, 'dài quá 200 ký tự'],
    [{ email: '<script>alert(1)</script>' }, 'Địa chỉ thư chưa đúng dạng'],
  ])('%#', async (fields: Record<string, string>, says) => {
    const answer = await askChange(of.browser, fields);
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain(says);
    expect(answer.text).not.toContain('<script>alert');
    for (const name of ['phone', 'email', 'street'].filter((name) => fields[name] && !fields[name].includes('<')))
      expect(answer.text).toContain(`value="${fields[name]}"`);
    expect(await requestsOf(house, of.number)).toEqual([]);
  });

  it('is the value on file once more', async () => {
    const answer = await askChange(of.browser, { phone: of.phone.replace(/^0/, '+84 ') });
    expect([answer.status, visibleText(answer.text).includes('Bạn chưa nhập thông tin nào khác')]).toEqual([400, true]);
  });

  it('keeps what was typed when the communes are asked for', async () => {
    const answer = await askChange(of.browser, { chooseProvince: '1', province: '48', email: 'moi@vidu.example' });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('moi@vidu.example');
    expect(answer.text).toMatch(/<option value="20209"/);
    expect(answer.text).not.toContain('role="alert"');
    expect(await requestsOf(house, of.number)).toEqual([]);
  });

  it('asks a guest to sign in', async () => {
    const answer = await house.browser().get(CHANGE);
    expect([answer.status, answer.get('Location')?.startsWith('/dang-nhap')]).toEqual([303, true]);
  });
});
