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

const see = async (of: Case, officer = ha): Promise<string> => visibleText((await officer.get(of.path)).text);

/** Somebody the registry knows, with a dossier in that state. */
const person = async (given: Parameters<Desk['aDossier']>[0] = {}): Promise<Case> =>
  desk.aDossier({ state: 'handed_in', ...(await desk.known()), ...given });

describe('Nộp hồ sơ', () => {
  const complete = { daKy: 'on', daDoiChieu: 'on', giayTo: 'Hộ chiếu' };

  test.each([
    ['daKy', 'Đánh dấu khi tờ khai đã có chữ ký'],
    ['daDoiChieu', 'Đánh dấu khi bạn đã cầm và đối chiếu giấy tờ gốc'],
    ['giayTo', 'Chọn giấy tờ gốc mà bạn đã đối chiếu'],
  ])('needs %s', async (name, words) => {
    const dossier = await desk.aDossier();
    const answer = await act(ha, dossier, 'nop', { ...complete, [name]: undefined });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(words);
    expect((await desk.stateOf(dossier)).state).toBe('declared');
  });

  test('with both confirmations it is handed in and the person told by e-mail', async () => {
    const dossier = await desk.aDossier({ email: 'nguoi.nop@vidu.vn' });
    expect((await act(ha, dossier, 'nop', complete)).status).toBe(303);
    expect((await desk.stateOf(dossier)).state).toBe('handed_in');
    expect(await see(dossier)).toContain('Đã đối chiếu: Hộ chiếu');
    await house.settle();
    expect(await house.messages({ to: 'nguoi.nop@vidu.vn' })).toHaveLength(1);
    expect(await desk.sms(dossier.phone)).toEqual([]);
    expect((await desk.audit(dossier)).map(({ action }) => action)).toContain('approval.handed-in');
  });

  test('is too late after the last day', async () => {
    const dossier = await desk.aDossier();
    const other = await openHouse({ demo: true, at: '2026-03-27T00:01:00+07:00' });
    try {
      const late = openDesk(other);
      const copy = await late.aDossier();
      await other.app.db.uow.run(
        async () =>
          void (await other.app.db.sequelize.query(
            `UPDATE registration_dossier SET last_day = '2026-03-26' WHERE id = '${copy.id}'`,
          )),
      );
      const answer = await act(await other.officer('canbo'), copy, 'nop', complete);
      expect(answer.status).toBe(409);
      expect(visibleText(answer.text)).toContain('hết hạn nộp sau ngày 26/03/2026');
    } finally {
      await other.close();
    }
    expect((await desk.stateOf(dossier)).state).toBe('declared');
  });
});

describe('Nhận xử lý and Thôi xử lý', () => {
  test('one after the other', async () => {
    const dossier = await person();
    expect((await act(ha, dossier, 'nhan-xu-ly')).status).toBe(303);
    expect(await see(dossier)).toContain('Lê Thu Hà đang xử lý, từ 09:00');
    expect((await act(ha, dossier, 'thoi-xu-ly')).status).toBe(303);
    expect(await desk.stateOf(dossier)).toMatchObject({ state: 'handed_in', reviewerName: null });
    expect(await desk.history(dossier)).toEqual(['Kê khai tờ khai', 'Nhận xử lý', 'Thôi xử lý']);
  });

  test('two at once: one takes it, the other reads who has it', async () => {
    const dossier = await person();
    const answers = await Promise.all([ha, khoa].map((officer) => act(officer, dossier, 'nhan-xu-ly')));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const lost = visibleText(answers.find(({ status }) => status === 409)?.text ?? '');
    expect(lost).toMatch(/(Lê Thu Hà|Võ Minh Khoa) (đang xử lý|đã nhận xử lý)/);
  });
});

describe('Hồ sơ hợp lệ', () => {
  test('approves, opens the account and sends the password, all at once', async () => {
    const dossier = await person({ email: 'duoc.duyet@vidu.vn' });
    house.clock.forward(12 * 60_000);
    const answer = await approve(ha, dossier);
    expect(answer.status).toBe(303);
    const text = visibleText((await ha.follow(answer)).text);
    expect(text).toContain('Cập nhật thành công. Đăng ký thành công');
    expect(text).toContain('Từ lúc nộp đến quyết định 12 phút');
    expect(await desk.stateOf(dossier)).toMatchObject({ state: 'approved', assessment: 'valid' });
    expect(await desk.account(dossier.insuranceNumber)).toBeDefined();
    const sms = await desk.sms(dossier.phone);
    expect(sms).toHaveLength(1);
    expect(sms[0]).toMatch(new RegExp(`^Tai khoan: ${dossier.insuranceNumber}\\. Mat khau: \\S+`));
    const [mail] = await house.messages({ to: 'duoc.duyet@vidu.vn' });
    expect(mail?.text).toContain(dossier.insuranceNumber);
    expect(mail?.text).not.toContain(/Mat khau: ([A-Z0-9]+)/.exec(sms[0] ?? '')?.[1] ?? '?');
    expect(await desk.history(dossier)).toEqual(['Kê khai tờ khai', 'Nhận xử lý', 'Duyệt hồ sơ']);
    expect((await desk.audit(dossier)).filter(({ action }) => action === 'approval.approved')).toMatchObject([
      { actorName: 'Lê Thu Hà', person: dossier.insuranceNumber, agencyCode: '04801' },
    ]);
    const contact = await house.app.db.row<{ phone: string }>(
      'SELECT phone FROM records_participant WHERE insurance_number = ?',
      [dossier.insuranceNumber],
    );
    expect(contact?.phone).toBe(dossier.phone);
  });

  test('the name may differ in case, blanks and place of the tone', async () => {
    const { insuranceNumber, fullName } = await desk.known();
    const dossier = await desk.aDossier({
      state: 'in_review',
      insuranceNumber,
      fullName: `  ${fullName.toLocaleUpperCase('vi')} `,
    });
    expect((await approve(ha, dossier)).status).toBe(303);
    expect((await desk.stateOf(dossier)).state).toBe('approved');
  });

  test('somebody the registry does not know is not approved', async () => {
    const dossier = await desk.aDossier({ state: 'handed_in' });
    const answer = await approve(ha, dossier);
    expect(answer.status).toBe(303);
    const text = visibleText((await ha.follow(answer)).text);
    expect(text).toContain('Hệ thống HGĐ chưa có mã số này, chưa duyệt được');
    expect(text).toContain('In phiếu hướng dẫn');
    expect(await desk.stateOf(dossier)).toMatchObject({ state: 'in_review', assessment: 'none' });
    expect(await desk.account(dossier.insuranceNumber)).toBeUndefined();
    expect(await desk.sms(dossier.phone)).toEqual([]);
    expect(await desk.history(dossier)).toEqual(['Kê khai tờ khai', 'Nhận xử lý', 'Chưa có trong Hệ thống HGĐ']);
    const sheet = await ha.get(`${dossier.path}/huong-dan`);
    expect(visibleText(sheet.text)).toContain('Phiếu hướng dẫn về mã số BHXH');
    expect(sheet.text).toContain(dossier.number);
    expect((await desk.audit(dossier)).at(-1)?.action).toBe('approval.dossier-viewed');
  });

  test('another name than the registry has is not approved; both stand side by side', async () => {
    const { insuranceNumber } = await desk.known();
    const dossier = await desk.aDossier({ state: 'handed_in', insuranceNumber, fullName: 'Lê Văn Khác' });
    await approve(ha, dossier);
    const page = await ha.get(dossier.path);
    expect(visibleText(page.text)).toContain('Họ và tên khác với Hệ thống HGĐ, chưa duyệt được');
    expect(page.text).toContain('<mark>');
    expect((await desk.stateOf(dossier)).state).toBe('in_review');
    expect(await desk.account(insuranceNumber)).toBeUndefined();
    expect(await desk.sms(dossier.phone)).toEqual([]);
  });

  test('not before it was handed in', async () => {
    const dossier = await desk.aDossier({ ...(await desk.known()) });
    const answer = await approve(ha, dossier);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Hãy chọn Nộp hồ sơ trước');
    expect((await desk.stateOf(dossier)).version).toBe(1);
  });

  test('not where the number has an account already', async () => {
    const dossier = await desk.aDossier({
      state: 'handed_in',
      insuranceNumber: '4812345678',
      fullName: 'Nguyễn Văn An',
    });
    const answer = await approve(ha, dossier);
    expect(answer.status).toBe(409);
    expect(visibleText(answer.text)).toContain('Mã số BHXH này đã có tài khoản');
    expect(await desk.stateOf(dossier)).toMatchObject({ state: 'handed_in', version: 1 });
    expect(await desk.sms(dossier.phone)).toEqual([]);
  });

  test('not where the phone is somebody else’s', async () => {
    const dossier = await person({ phone: '0912345678' });
    expect(await see(dossier)).toContain('Số điện thoại đang dùng cho tài khoản của Nguyễn Văn An');
    const answer = await approve(ha, dossier);
    expect(answer.status).toBe(409);
    expect(visibleText(answer.text)).toContain('Số điện thoại này đang dùng cho tài khoản của người khác');
    expect((await desk.stateOf(dossier)).version).toBe(1);
    expect(await desk.account(dossier.insuranceNumber)).toBeUndefined();
  });

  test('nobody decides a dossier of his own', async () => {
    const dossier = await desk.aDossier({ state: 'handed_in', insuranceNumber: '4809120034', fullName: 'Lê Thu Hà' });
    const page = await ha.get(dossier.path);
    expect(page.text).not.toContain('/danh-gia"');
    for (const fields of [{ ketQua: 'hop-le' }, { ketQua: 'khong-hop-le', lyDo: 'anh-mo' }]) {
      const answer = await act(ha, dossier, 'danh-gia', { phienBan: '1', ...fields });
      expect(answer.status).toBe(403);
      expect(visibleText(answer.text)).toContain('Đây là hồ sơ của chính bạn');
    }
    expect((await desk.stateOf(dossier)).version).toBe(1);
  });

  test.each([{}, { ketQua: 'co-le' }, { ketQua: 'hop-le', phienBan: 'x' }, { ketQua: ['hop-le', 'x'], phienBan: '' }])(
    'a form that is none of ours: %j',
    async (fields) => {
      const dossier = await person();
      const answer = await act(ha, dossier, 'danh-gia', fields);
      expect(answer.status).toBe(400);
      expect((await desk.stateOf(dossier)).version).toBe(1);
    },
  );
});
