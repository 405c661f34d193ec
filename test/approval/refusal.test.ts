import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { act, approve, openDesk, type Case, type Desk } from './desk.js';

let house: House;
let desk: Desk;
let ha: Browser;
let khoa: Browser;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  desk = openDesk(house);
  ha = await house.officer('canbo');
  khoa = await house.officer('canbo2');
});
afterAll(() => house.close());

const refuse = (officer: Browser, of: Case, fields: Record<string, string | string[]>) =>
  act(officer, of, 'danh-gia', { ketQua: 'khong-hop-le', ...fields });

/** Somebody the registry knows, with a dossier that was handed in. */
const person = async (given: Parameters<Desk['aDossier']>[0] = {}): Promise<Case> =>
  desk.aDossier({ state: 'handed_in', ...(await desk.known()), ...given });

describe('Hồ sơ không hợp lệ', () => {
  test('tells the reason by SMS in ASCII and in full by e-mail', async () => {
    const dossier = await person({ email: 'bi.tu.choi@vidu.vn' });
    const answer = await refuse(ha, dossier, {
      lyDo: 'giay-to-khac-anh',
      vietThem: 'Trên ảnh là 048088002471',
      oCanSua: ['paperNumber', 'front'],
      khongNopLai: 'on',
    });
    expect(answer.status).toBe(303);
    expect(visibleText((await ha.follow(answer)).text)).toContain('Từ chối duyệt thành công');
    const [sms, ...more] = await desk.sms(dossier.phone);
    expect(more).toEqual([]);
    expect(sms).toMatch(/^[\x20-\x7e]{1,160}$/);
    expect(sms).toContain(dossier.number);
    expect(sms).toContain('So giay to khong khop voi anh');
    expect(sms).not.toContain('048088002471');
    const [mail] = await house.messages({ to: 'bi.tu.choi@vidu.vn' });
    expect(mail?.text).toContain('Số giấy tờ không khớp với ảnh. Trên ảnh là 048088002471');
    const row = await house.app.db.row<{ wrong: string; paper: number }>(
      'SELECT wrong_fields AS wrong, without_new_paper AS paper FROM registration_dossier WHERE id = ?',
      [dossier.id],
    );
    expect(JSON.parse(row?.wrong ?? '')).toEqual(['paperNumber', 'front']);
    expect(Boolean(row?.paper)).toBe(true);
    expect(await desk.account(dossier.insuranceNumber)).toBeUndefined();
  });

  test('the longest reason still fits, without the name and numbers of the person', async () => {
    const dossier = await person();
    const vietThem = `Ông 0912345678 ${'phải chụp lại ảnh rõ hơn '.repeat(19)}`.slice(0, 500);
    expect((await refuse(ha, dossier, { lyDo: 'khac', vietThem })).status).toBe(303);
    const [sms = ''] = await desk.sms(dossier.phone);
    expect(sms).toMatch(/^[\x20-\x7e]{1,160}$/);
    expect(sms).not.toContain('0912345678');
  });

  test.each([
    [{ lyDo: '', vietThem: '' }, 'Hãy chọn lý do để người dân biết phải sửa gì'],
    [{ lyDo: '', vietThem: '   ' }, 'Hãy chọn lý do để người dân biết phải sửa gì'],
    [{ lyDo: 'khac', vietThem: '' }, 'Bạn chọn Lý do khác'],
    [{ lyDo: 'bia-dat', vietThem: 'x' }, 'Chọn lý do trong danh sách'],
    [{ lyDo: 'anh-mo', vietThem: 'a'.repeat(501) }, 'dài quá 500 ký tự'],
    [{ lyDo: 'anh-mo', oCanSua: 'password' }, 'Chọn ô cần sửa trong danh sách'],
    [{ lyDo: 'anh-mo', oCanSua: 'constructor' }, 'Chọn ô cần sửa trong danh sách'],
  ])('needs a reason: %j', async (fields, words) => {
    const dossier = await person();
    const answer = await refuse(ha, dossier, fields);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(words);
    expect(answer.text).toMatch(/value="khong-hop-le" checked/);
    expect((await desk.stateOf(dossier)).version).toBe(1);
    expect(await desk.sms(dossier.phone)).toEqual([]);
  });

  test('what was typed is kept and escaped', async () => {
    const dossier = await person();
    const answer = await refuse(ha, dossier, { lyDo: 'bia-dat', vietThem: '</textarea><script>alert(1)</script>' });
    expect(answer.text).not.toContain('<script>alert');
    expect(answer.text).toContain('&lt;script&gt;alert(1)');
  });
});

describe('several officers', () => {
  test('four decide at once: one is first, the others read who and when; one SMS', async () => {
    const officers = [ha, khoa, await house.officer('lanhdao'), await house.officer('coso')];
    for (const state of ['handed_in', 'in_review'] as const) {
      const dossier = await person({ state, agencyCode: '04802' });
      const forms = await Promise.all(
        officers.map((officer) => officer.form(dossier.path, `${dossier.path}/danh-gia`)),
      );
      const answers = await Promise.all(
        officers.map((officer, index) =>
          officer.send(`${dossier.path}/danh-gia`, { ...forms[index]?.hidden, ketQua: 'hop-le' }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
      for (const { text } of answers.filter(({ status }) => status === 409))
        expect(visibleText(text)).toMatch(
          /(Lê Thu Hà|Võ Minh Khoa|Trần Quốc Bảo|Huỳnh Thị Mai) đã duyệt hồ sơ này lúc \d\d:\d\d\. Bạn xem được, không đánh giá lại\./,
        );
      expect(await desk.sms(dossier.phone)).toHaveLength(1);
      expect((await desk.history(dossier)).filter((title) => title === 'Duyệt hồ sơ')).toHaveLength(1);
    }
  });

  test('approval against refusal: one of them, and one message', async () => {
    const dossier = await person();
    const answers = await Promise.all([approve(ha, dossier), refuse(khoa, dossier, { lyDo: 'anh-mo' })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await desk.sms(dossier.phone)).toHaveLength(1);
  });

  test('two dossiers of one person approved at once open one account; the other is left as it was', async () => {
    const someone = await desk.known();
    const cases = [
      await desk.aDossier({ ...someone, state: 'handed_in' }),
      await desk.aDossier({ ...someone, state: 'handed_in' }),
    ];
    const answers = await Promise.all(cases.map((dossier, index) => approve(index ? khoa : ha, dossier)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const lost = cases[answers.findIndex(({ status }) => status === 409)] as Case;
    expect(await desk.stateOf(lost)).toMatchObject({ state: 'handed_in', assessment: 'none', version: 1 });
    expect(await desk.history(lost)).toEqual(['Kê khai tờ khai']);
    expect(await desk.sms(lost.phone)).toEqual([]);
    expect(visibleText(answers.find(({ status }) => status === 409)?.text ?? '')).toContain('đã có tài khoản');
  });

  test('an old page decides nothing', async () => {
    const dossier = await person();
    const form = await khoa.form(dossier.path, `${dossier.path}/danh-gia`);
    await act(ha, dossier, 'nhan-xu-ly');
    const answer = await khoa.send(`${dossier.path}/danh-gia`, { ...form.hidden, ketQua: 'hop-le' });
    expect(answer.status).toBe(409);
    expect(visibleText(answer.text)).toContain('Lê Thu Hà đang xử lý từ');
    expect((await desk.stateOf(dossier)).state).toBe('in_review');
  });

  test('who comes later sees the page without the form', async () => {
    const dossier = await person();
    await approve(ha, dossier);
    const page = await khoa.get(dossier.path);
    expect(page.text).not.toContain('/danh-gia"');
    expect(visibleText(page.text)).toContain('Lê Thu Hà đã duyệt hồ sơ này lúc');
  });
});
