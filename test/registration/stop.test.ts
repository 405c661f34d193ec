import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import {
  askChange,
  CHANGE,
  codeAt,
  holdersOf,
  otherThan,
  requestsOf,
  STOP,
  STOP_CODE,
  textOf,
  type Holder,
} from './change.js';
import { queriesOf, runJob, stepsOf } from './form.js';

let house: House;
let holder: () => Promise<Holder>;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  holder = holdersOf(house);
});
afterAll(() => house.close());

const stop = async (of: Holder): Promise<void> => {
  await of.browser.submit(STOP, { commitment: 'yes' });
  const answer = await of.browser.submit(STOP_CODE, { maOtp: await codeAt(house, of.phone) });
  expect([answer.status, answer.get('Location')]).toEqual([303, STOP]);
};

describe('stopping the account', () => {
  it('says what is lost and what is not, asks for the commitment and a code, then is a dossier', async () => {
    const of = await holder();
    const page = await textOf(of.browser, STOP);
    for (const words of ['Quyền lợi BHXH, BHYT của bạn không đổi', 'Sẽ mất', 'Không đổi'])
      expect(page).toContain(words);
    const without = await of.browser.submit(STOP, {});
    expect([without.status, visibleText(without.text).includes('đánh dấu vào ô cam kết')]).toEqual([400, true]);
    expect((await of.browser.submit(STOP, { commitment: 'yes' })).get('Location')).toBe(STOP_CODE);
    const code = await codeAt(house, of.phone);
    expect((await of.browser.submit(STOP_CODE, { maOtp: otherThan(code) })).status).toBe(400);
    expect(await requestsOf(house, of.number)).toEqual([]);
    expect((await of.browser.submit(STOP_CODE, { maOtp: code })).get('Location')).toBe(STOP);
    const [dossier] = await requestsOf(house, of.number);
    expect(dossier).toMatchObject({ kind: 'stop', state: 'handed_in', changes: [], phone: of.phone });
    await house.settle();
    const told = (await house.messages({ to: of.phone, channel: 'sms' })).at(-1)?.text;
    expect(told).toContain(`Da nhan yeu cau ngung su dung tai khoan, ho so ${dossier?.number}`);
    expect(await textOf(of.browser, CHANGE)).toContain('Ngừng sử dụng tài khoản Đã nộp');
  });

  it('is one open request a person, beside one for a change', async () => {
    const of = await holder();
    const { hidden } = await of.browser.form(STOP);
    await stop(of);
    const again = await of.browser.send(STOP, { ...hidden, commitment: 'yes', formKey: 'B'.repeat(22) });
    expect(again.status).toBe(409);
    expect((await askChange(of.browser, { email: 'moi@vidu.example' })).status).toBe(303);
    expect((await requestsOf(house, of.number)).map(({ kind }) => kind).sort()).toEqual(['change', 'stop']);
  });
});

describe('taking back', () => {
  const withdrawPath = (id: string): string => `/ca-nhan/yeu-cau/${id}/rut`;

  it('ends an open request, also one that an officer has taken, and lets a new one in', async () => {
    const { browser, number } = await holder();
    await askChange(browser, { email: 'mot@vidu.example' });
    const [first] = await requestsOf(house, number);
    const path = withdrawPath(first?.id ?? '');
    await stepsOf(house).take({ id: first?.id ?? '', version: first?.version ?? 0 });
    expect(await textOf(browser, path)).toContain('Rút yêu cầu này?');
    const { hidden } = await browser.form(path);
    const both = await Promise.all([browser.send(path, hidden), browser.send(path, hidden)]);
    expect(both.map((answer) => answer.get('Location'))).toEqual([CHANGE, CHANGE]);
    const [ended] = await requestsOf(house, number);
    expect(ended).toMatchObject({ state: 'refused', reason: 'Người dân rút yêu cầu', assessment: 'none' });
    expect(
      (await queriesOf(house).history(ended?.id ?? '')).filter(({ title }) => title === 'Rút yêu cầu').length,
    ).toBe(1);
    const late = stepsOf(house).approve({ id: ended?.id ?? '', version: (first?.version ?? 0) + 1 });
    await expect(late).rejects.toThrow('Người dân đã rút hồ sơ này');
    const shown = await textOf(browser, CHANGE);
    expect(shown).toContain('Đã rút');
    expect(shown).not.toContain('Từ chối');
    expect((await askChange(browser, { email: 'hai@vidu.example' })).status).toBe(303);
    expect((await requestsOf(house, number)).length).toBe(2);
  });

  it('comes too late after the decision', async () => {
    const { browser, number } = await holder();
    await askChange(browser, { email: 'mot@vidu.example' });
    const [dossier] = await requestsOf(house, number);
    const id = dossier?.id ?? '';
    const { hidden } = await browser.form(withdrawPath(id));
    await stepsOf(house).take({ id, version: 1 });
    await stepsOf(house).approve({ id, version: 2 });
    const answer = await browser.send(withdrawPath(id), hidden);
    expect([answer.status, visibleText(answer.text).includes('đã có kết quả')]).toEqual([409, true]);
    expect((await requestsOf(house, number))[0]?.state).toBe('approved');
  });

  it('is for the own requests only', async () => {
    const [mine, other] = [await holder(), await holder()];
    await askChange(mine.browser, { email: 'mot@vidu.example' });
    const [dossier] = await requestsOf(house, mine.number);
    const path = withdrawPath(dossier?.id ?? '');
    expect((await other.browser.get(path)).status).toBe(404);
    expect((await other.browser.submit(path, {}, { page: CHANGE })).status).toBe(404);
    const { rows } = await queriesOf(house).list(
      { agencies: 'all', insuranceNumber: mine.number, kind: 'new' },
      { limit: 1 },
    );
    expect((await mine.browser.submit(withdrawPath(rows[0]?.id ?? ''), {}, { page: CHANGE })).status).toBe(404);
    expect((await requestsOf(house, mine.number))[0]?.state).toBe('handed_in');
  });
});

describe('the desk', () => {
  const REFUSAL = {
    reason: 'Số này của người khác.',
    shortReason: 'So cua nguoi khac',
    fields: [],
    withoutNewPaper: false,
  };

  it('refuses a request without a code for correction, and the person may ask anew', async () => {
    const { browser, number } = await holder();
    await askChange(browser, { email: 'mot@vidu.example' });
    const id = (await requestsOf(house, number))[0]?.id ?? '';
    await stepsOf(house).take({ id, version: 1 });
    expect(await stepsOf(house).refuse({ id, version: 2 }, REFUSAL)).toEqual({ repairCode: '', repairLink: '' });
    const page = await textOf(browser, CHANGE);
    for (const words of ['Từ chối', 'Số này của người khác.', 'Thông tin giữ như cũ.', 'Gửi yêu cầu'])
      expect(page).toContain(words);
    expect((await askChange(browser, { email: 'hai@vidu.example' })).status).toBe(303);
  });

  it('cancels open changes of a person whose phone it has changed, nothing else', async () => {
    const of = await holder();
    await stop(of);
    await askChange(of.browser, { email: 'mot@vidu.example' });
    expect(await stepsOf(house).cancelChanges(of.number, 'Đã đổi số điện thoại tại quầy')).toBe(1);
    expect(await stepsOf(house).cancelChanges(of.number, 'Đã đổi số điện thoại tại quầy')).toBe(0);
    const states = (await requestsOf(house, of.number)).map(({ kind, state, reason }) => [kind, state, reason]);
    expect(states).toEqual([
      ['change', 'refused', 'Đã đổi số điện thoại tại quầy'],
      ['stop', 'handed_in', null],
    ]);
    expect((await askChange(of.browser, { email: 'hai@vidu.example' })).status).toBe(303);
  });

  it('replaces a picture of an approved registration, the old one stays', async () => {
    const { number } = await holder();
    const approved = await queriesOf(house).approved(number);
    const ref = { id: approved?.id ?? '', version: approved?.version ?? 0 };
    const picture = { kind: 'portrait', name: 'tai-quay.jpg', type: 'image/jpeg' } as const;
    const fileId = await stepsOf(house).storePicture(Buffer.from('x'));
    await expect(stepsOf(house).replacePicture(ref, { ...picture, fileId })).rejects.toThrow('đã duyệt hồ sơ này');
    await stepsOf(house).replaceApprovedPicture(ref, { ...picture, fileId });
    const current = (await queriesOf(house).pictures(ref.id)).filter((row) => row.current && row.kind === 'portrait');
    expect(current.map(({ name }) => name)).toEqual(['tai-quay.jpg']);
    expect((await queriesOf(house).approved(number))?.version).toBe(ref.version + 1);
  });
});

describe('time', () => {
  const track = async (number: string, phone: string): Promise<string> =>
    visibleText((await house.browser().submit('/dang-ky/tra-cuu', { number, phone })).text);

  it('never lets a request expire, and deletes a refused one after its time', async () => {
    const of = await holder();
    await askChange(of.browser, { email: 'mot@vidu.example' });
    const [dossier] = await requestsOf(house, of.number);
    const { id = '', number = '' } = dossier ?? {};
    const open = await track(number, of.phone);
    for (const words of ['Gửi yêu cầu', 'sẽ nhận và xem yêu cầu', 'Có kết quả']) expect(open).toContain(words);
    expect(open).not.toMatch(/Nộp tờ khai|Kê khai|mot@vidu|thư điện tử/);
    house.clock.forward(40 * 86_400_000);
    await runJob(house, 'registration.expiry');
    await runJob(house, 'registration.reminders');
    expect((await requestsOf(house, of.number))[0]?.state).toBe('handed_in');
    await stepsOf(house).take({ id, version: 1 });
    await stepsOf(house).refuse(
      { id, version: 2 },
      { reason: 'Sai.', shortReason: 'Sai', fields: [], withoutNewPaper: false },
    );
    expect(await track(number, of.phone)).toContain('Bạn xem lý do rồi gửi yêu cầu khác');
    house.clock.forward(32 * 86_400_000);
    await runJob(house, 'registration.refused');
    const erased = await queriesOf(house).find(id, 'all');
    expect(erased).toMatchObject({ state: 'refused', insuranceNumber: '', phone: '', changes: [], reason: null });
    expect(await track(number, of.phone)).toContain('Yêu cầu đã quá hạn lưu nên nội dung đã xóa');
  });
});
