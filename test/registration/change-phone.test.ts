import { afterAll, beforeAll, expect, it } from 'vitest';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import {
  askChange,
  CHANGE,
  codeAt,
  CODES,
  confirmPhone,
  holdersOf,
  otherThan,
  requestsOf,
  textOf,
  type Holder,
} from './change.js';

const RESEND = `${CHANGE}/gui-lai-ma`;

let house: House;
let holder: () => Promise<Holder>;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  holder = holdersOf(house);
});
afterAll(() => house.close());

/** Somebody who has asked for a new phone, with both codes. */
const asked = async (fields: Record<string, string> = {}) => {
  const of = await holder();
  const answer = await askChange(of.browser, { phone: of.newPhone, ...fields });
  expect([answer.status, answer.get('Location')]).toEqual([303, CODES]);
  return { ...of, maOtp: await codeAt(house, of.phone), maOtpMoi: await codeAt(house, of.newPhone) };
};

it('needs the codes of both phones, then is a dossier', async () => {
  const of = await holder();
  const international = of.newPhone.replace(/^0/, '+84 ');
  const answer = await askChange(of.browser, { phone: international, email: 'moi@vidu.example' });
  expect([answer.status, answer.get('Location')]).toEqual([303, CODES]);
  expect(await requestsOf(house, of.number)).toEqual([]);
  const page = await textOf(of.browser, CODES);
  const short = (phone: string): string => `${phone.slice(0, 4)}•••${phone.slice(-3)}`;
  for (const words of ['Mã OTP gửi số đang dùng', 'Mã OTP gửi số mới', short(of.phone), short(of.newPhone)])
    expect(page).toContain(words);
  expect((await confirmPhone(house, of)).get('Location')).toBe(CHANGE);
  const [dossier] = await requestsOf(house, of.number);
  expect(dossier?.phone).toBe(of.phone);
  expect(dossier?.changes.map(({ field, to }) => [field, to])).toEqual([
    ['phone', of.newPhone],
    ['email', 'moi@vidu.example'],
  ]);
  expect(await textOf(of.browser, CHANGE)).toContain('Đã nhận yêu cầu thay đổi thông tin');
});

it('answers alike for a free number and for one of another account', async () => {
  const [other, one, two] = [await holder(), await holder(), await holder()];
  const page = async ({ browser }: Holder, phone: string): Promise<string> => {
    expect((await askChange(browser, { phone })).get('Location')).toBe(CODES);
    expect(await codeAt(house, phone)).toMatch(/^\d{6}$/);
    return (await textOf(browser, CODES)).replace(/\d/g, '#').replace(/.*Thoát (?=Quản)/, '');
  };
  expect(await page(one, other.phone)).toBe(await page(two, two.newPhone));
});

it('takes neither a wrong code of one phone nor the code of the other', async () => {
  const { browser, number, maOtp, maOtpMoi } = await asked();
  const wrong = await browser.submit(CODES, { maOtp, maOtpMoi: otherThan(maOtpMoi) });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toMatch(/id="f-maOtpMoi"[^>]*aria-invalid/);
  expect(visibleText(wrong.text)).toContain('Mã OTP chưa đúng. Bạn còn 4 lần thử.');
  expect((await browser.submit(CODES, { maOtp: maOtpMoi, maOtpMoi: maOtp })).status).toBe(400);
  const empty = await browser.submit(CODES, { maOtp, maOtpMoi: '' });
  expect(visibleText(empty.text)).toContain('Hãy nhập mã OTP gồm 6 chữ số');
  expect(await requestsOf(house, number)).toEqual([]);
  expect((await browser.submit(CODES, { maOtp, maOtpMoi })).status).toBe(303);
  expect((await requestsOf(house, number)).length).toBe(1);
});

it('is over after five wrong codes', async () => {
  const { browser, number, maOtp, maOtpMoi } = await asked();
  const guess = () => browser.submit(CODES, { maOtp, maOtpMoi: otherThan(maOtpMoi) });
  for (let round = 0; round < 4; round += 1) expect((await guess()).status).toBe(400);
  expect((await guess()).get('Location')).toBe(CHANGE);
  expect(await textOf(browser, CHANGE)).toContain('Bạn đã nhập sai mã OTP 5 lần');
  const late = await browser.submit(CODES, { maOtp, maOtpMoi }, { page: CHANGE });
  expect(late.get('Location')).toBe(CHANGE);
  expect(await requestsOf(house, number)).toEqual([]);
});

it('is confirmed once: double and replayed sending make no second dossier', async () => {
  const { browser, number, maOtp, maOtpMoi } = await asked();
  const fields = { ...(await browser.form(CODES)).hidden, maOtp, maOtpMoi };
  const answers = [...(await Promise.all([browser.send(CODES, fields), browser.send(CODES, fields)]))];
  answers.push(await browser.send(CODES, fields));
  expect(answers.map((answer) => answer.get('Location'))).toEqual([CHANGE, CHANGE, CHANGE]);
  expect((await requestsOf(house, number)).length).toBe(1);
  expect(await textOf(browser, CHANGE)).not.toContain('nhập sai mã');
});

it('knows the page of an older request in another tab', async () => {
  const { browser, number, phone, newPhone, ...codes } = await asked();
  const { hidden } = await browser.form(CODES);
  const newer = '0905701000';
  await askChange(browser, { phone: newer });
  const stale = await browser.send(CODES, { ...hidden, ...codes });
  expect(stale.status).toBe(409);
  expect(visibleText(stale.text)).toContain('ở một cửa sổ khác');
  expect(await requestsOf(house, number)).toEqual([]);
  expect((await confirmPhone(house, { browser, number, phone, newPhone: newer })).status).toBe(303);
  expect((await requestsOf(house, number))[0]?.changes[0]?.to).toBe(newer);
});

it('opens nothing in the session of another citizen', async () => {
  const { browser, number, maOtp, maOtpMoi } = await asked();
  const { hidden } = await browser.form(CODES);
  const foreign = await holder();
  const token = (await foreign.browser.form(CHANGE)).hidden['_csrf'];
  const answer = await foreign.browser.send(CODES, { ...hidden, maOtp, maOtpMoi, _csrf: token });
  expect([answer.status, answer.get('Location')]).toEqual([303, CHANGE]);
  expect(await requestsOf(house, number)).toEqual([]);
  expect(await requestsOf(house, foreign.number)).toEqual([]);
});

it('refuses expired codes and takes new ones, each after a minute', async () => {
  const { browser, number, phone, newPhone, maOtp, maOtpMoi } = await asked();
  const early = await browser.submit(RESEND, { which: '1' }, { page: CODES });
  expect([early.status, early.text.includes('Hãy đợi')]).toEqual([429, true]);
  house.clock.forward(5 * 60_000 + 1);
  const late = await browser.submit(CODES, { maOtp, maOtpMoi });
  expect([late.status, visibleText(late.text).includes('Mã OTP đã hết hạn')]).toEqual([400, true]);
  for (const which of ['0', '1']) {
    const { hidden } = await browser.form(CODES, RESEND);
    expect((await browser.send(RESEND, { ...hidden, which })).get('Location')).toBe(CODES);
  }
  expect((await confirmPhone(house, { browser, number, phone, newPhone })).status).toBe(303);
  expect((await requestsOf(house, number)).length).toBe(1);
});
