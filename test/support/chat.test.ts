import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { declare, numberOn } from '../registration/form.js';

const CHAT = '/ho-tro/tro-ly-ao';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const ask = (cau: string, chuyen?: string) =>
  house.browser().submit(CHAT, { cau, ...(chuyen === undefined ? {} : { chuyen }) });
const told = async (cau: string): Promise<string> => visibleText((await ask(cau)).text);
const gaps = () =>
  house.app.db.rows<{ text: string; times: number }>(
    "SELECT text, times FROM support_gap WHERE folded LIKE 'lai suat%'",
  );

describe('the chat', () => {
  it.each([
    ['quên mật khẩu', 'Ở trang đăng nhập chọn Quên mật khẩu'],
    ['ko nhan dc otp', 'Đợi 60 giây rồi chọn Gửi lại mã'],
    ['mat khua bi quen', 'Ở trang đăng nhập chọn Quên mật khẩu'],
    ['bhyt 5 nam lien tuc la gi', 'đủ 5 năm liên tục'],
    ['xin chào', 'Chào bạn'],
  ])('answers %s', async (text, words) => {
    expect(await told(text)).toContain(words);
  });

  it('gives source and date, and what else could be meant', async () => {
    const { text } = await ask('the bhyt het han');
    expect(visibleText(text)).toContain('Nguồn: ');
    expect(visibleText(text)).toContain('Có phải bạn muốn hỏi:');
    expect(text.match(/<button class="btn btn-sm" type="submit" name="cau"/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it.each([
    'cơ quan BHXH ở Đà Nẵng',
    'co quan bhxh o da nang',
    'địa chỉ bảo hiểm xã hội đà nẵng',
    'bhxh quảng nam ở đâu',
  ])('gives offices with address and phone: %s', async (text) => {
    const { text: html } = await ask(text);
    expect(visibleText(html)).toContain('Cơ quan BHXH bạn hỏi: BHXH thành phố Đà Nẵng 1A Trần Quý Cáp');
    expect(html).toMatch(/href="tel:\d{8,}"/);
  });

  it('gives facilities by their name', async () => {
    expect(await told('benh vien bach mai o dau')).toContain(
      'Tôi tìm thấy: CSKCB ký hợp đồng khám, chữa bệnh BHYT Bệnh viện Bạch Mai',
    );
  });

  it('gives one office by its name, and those near a commune', async () => {
    for (const asked of ['bhxh thanh khê', 'cơ quan bhxh phường Thanh Khê đà nẵng'])
      expect(await told(asked)).toContain('Cơ quan BHXH bạn hỏi: BHXH cơ sở Thanh Khê');
  });

  it('keeps the talk in the page, and nothing of it elsewhere', async () => {
    const browser = house.browser();
    const first = await browser.submit(CHAT, { cau: 'quên mật khẩu' });
    const carried = /name="chuyen" value="([^"]+)"/.exec(first.text)?.[1] ?? '';
    expect(carried).toContain('faq:quen-mat-khau');
    const second = await browser.submit(CHAT, { cau: 'cảm ơn', chuyen: carried.replaceAll('&#34;', '"') });
    expect(visibleText(second.text)).toContain('Ở trang đăng nhập chọn Quên mật khẩu');
    expect(visibleText(second.text)).toContain('Rất vui được giúp bạn');
    expect(second.headers['cache-control']).toBe('no-store');
    expect(visibleText((await browser.get(CHAT)).text)).not.toContain('Rất vui được giúp bạn');
  });

  it('never repeats markup, its own or made up', async () => {
    const { text } = await ask('<img src=x onerror=alert(1)> "quên" mật khẩu', '[["<script>x</script>","none"]]');
    expect(text).not.toMatch(/<img src=x|<script>x/);
  });

  it.each([
    ['', 'Hãy viết câu hỏi'],
    ['x'.repeat(301), 'Câu hỏi dài quá 300 ký tự'],
  ])('refuses what is no question and keeps the talk', async (cau, words) => {
    const answer = await ask(cau, '[["quên mật khẩu","faq:quen-mat-khau"]]');
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain(words);
    expect(visibleText(answer.text)).toContain('Ở trang đăng nhập chọn Quên mật khẩu');
  });

  it('needs the token of its page', async () => {
    expect((await house.browser().post(CHAT, { cau: 'quên mật khẩu' })).status).toBe(403);
  });
});

describe('a question without an answer', () => {
  it('is told so, with hotline, questions and a letter; kept without who asked, once however often', async () => {
    const text = await told('lãi suất vay vietcombank 0905612347 của tôi là Trần Thị Bình');
    for (const words of ['chưa có câu trả lời', 'Gọi tổng đài 1900 9068', 'Gửi Email kèm cuộc trò chuyện này'])
      expect(text).toContain(words);
    await told('LÃI SUẤT vay Vietcombank 0912345678 của tôi là Trần Thị Bình');
    const kept = await gaps();
    expect(kept).toMatchObject([{ times: 2 }]);
    expect(kept[0]?.text).not.toMatch(/\d{4}|Bình/);
  });

  it('goes into a letter with the talk', async () => {
    const browser = house.browser();
    const { hidden } = await browser.form(CHAT, `${CHAT}`);
    const chuyen = JSON.stringify([['phí sang tên sổ đỏ', 'none']]);
    const page = await browser.send(`${CHAT}/gui-thu`, { ...hidden, chuyen });
    expect(page.status).toBe(200);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(visibleText(page.text)).toContain('Hỏi: phí sang tên sổ đỏ');
  });
});

describe('the state of a dossier', () => {
  it('takes number and phone in fields of their own and tells what the page of dossiers tells', async () => {
    const declarer = house.browser();
    const number = numberOn((await declarer.get(await declare(declarer))).text);
    const browser = house.browser();
    const first = await browser.submit(CHAT, { cau: `hồ sơ ${number} sđt 0905612347` });
    expect(first.text).toContain(`value="${number}"`);
    expect(/name="chuyen" value="([^"]+)"/.exec(first.text)?.[1]).not.toMatch(/0905612347|\d{5}\/\d{4}/);
    const { hidden } = await browser.form(CHAT);
    const found = await browser.send(`${CHAT}/ho-so`, { ...hidden, number, phone: '0905612347' });
    expect(found.status).toBe(200);
    const words = visibleText(found.text);
    for (const part of [number, 'Mới kê khai', 'Đến lượt bạn', '26/03/2026']) expect(words).toContain(part);
    expect(words).not.toMatch(/Trần Thị Bình|048190001234|4811223344/);
    const wrong = await browser.send(`${CHAT}/ho-so`, { ...hidden, number, phone: '0905612348' });
    expect(wrong.status).toBe(400);
    expect(visibleText(wrong.text)).toContain('Chưa tìm thấy hồ sơ với số hồ sơ và số điện thoại này.');
    const empty = await browser.send(`${CHAT}/ho-so`, { ...hidden, number: '', phone: '' });
    expect(visibleText(empty.text)).toContain('Hãy nhập số hồ sơ');
  });

  it('shares its limit with that page', async () => {
    const browser = house.browser();
    const { hidden } = await browser.form(CHAT);
    const guess = (path: string) => browser.send(path, { ...hidden, number: '99999/2026/04802', phone: '0905612348' });
    const statuses: number[] = [];
    for (let turn = 0; turn < 20; turn += 1)
      for (const path of [`${CHAT}/ho-so`, '/dang-ky/tra-cuu']) statuses.push((await guess(path)).status);
    expect(statuses.slice(-2)).toEqual([429, 429]);
    expect(statuses.filter((status) => status === 400).length).toBeLessThanOrEqual(30);
  });
});
