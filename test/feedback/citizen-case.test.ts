import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseRow } from '../../src/modules/feedback/case.model.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { picture } from '../kit/pictures.js';
import { aCase, tablesOf } from './ground.js';
import { openCase, track, TRACK } from './tell.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let house: House;
beforeAll(async () => {
  house = await openHouse({ env: { TRUST_PROXY: '1' } });
});
afterAll(() => house.close());

const fresh = async (id: string): Promise<CaseRow> => (await tablesOf(house).cases.one({ id })) as CaseRow;

const opened = (row: CaseRow) => openCase(house.browser(), row);

const line = (caseId: string, kind: string, facts: object = {}) =>
  house.app.db.uow.run(() =>
    tablesOf(house).events.insert({
      ...{ caseId, kind, at: house.clock.now(), actorId: 'x', actorName: 'Lê Thị Hoa', agencyCode: '04801' },
      ...{ open: true, title: 'Cần bạn bổ sung thông tin', note: 'Bạn làm ở đâu?' },
      ...facts,
    }),
  );

const answered = (facts: Partial<CaseRow> = {}): Promise<CaseRow> => {
  const at = house.clock.now();
  return aCase(house, { state: 'answered', answeredAt: at, onTime: true, dueAt: null, ...facts });
};

describe('the way in by code and phone', () => {
  it('opens the case; the address tells neither of them and dies within the hour', async () => {
    const row = await aCase(house);
    const { browser, answer, address, page } = await opened(row);
    expect(answer.status).toBe(303);
    for (const secret of [row.code, row.phone]) expect(address).not.toContain(secret);
    expect(page.status).toBe(200);
    expect(page.get('Cache-Control')).toContain('no-store');
    expect(page.get('Referrer-Policy')).toBe('no-referrer');
    for (const words of [row.code, 'Đã tiếp nhận', 'BHXH thành phố Đà Nẵng', 'còn 5 ngày'])
      expect(visibleText(page.text)).toContain(words);
    house.clock.forward(31 * 60_000);
    const late = await browser.get(address);
    expect(late.status).toBe(404);
    expect(visibleText(late.text)).toContain('chỉ mở trong 30 phút');
  });

  it('reads the code as people type it', async () => {
    const row = await aCase(house);
    const typed = row.code.toLowerCase().replace('pa-', 'pa ');
    expect((await track(house.browser(), typed, '+84 905 000 111')).status).toBe(303);
  });

  it('says the same for a wrong code and for a wrong phone', async () => {
    const row = await aCase(house);
    const [code, phone] = [
      await track(house.browser(), 'PA-ZZZZZZZZ', row.phone),
      await track(house.browser(), row.code, '0905000222'),
    ];
    const said = ({ text }: { text: string }) => text.replace(/(value|nonce)="[^"]*"/g, '');
    expect([code.status, phone.status, code.text.length]).toEqual([400, 400, phone.text.length]);
    expect(said(code)).toBe(said(phone));
    expect(said(code)).toContain('Chưa tìm thấy phản ánh với mã và số điện thoại này');
  });

  it('gets nowhere with a thousand guesses; its owner elsewhere comes in all the while', async () => {
    const row = await aCase(house);
    const from = (address: string, dienThoai: string) =>
      request(house.server).post(TRACK).set('X-Forwarded-For', address).type('form').send({ ma: row.code, dienThoai });
    const seen: Record<number, number> = {};
    for (let start = 0; start < 1_000; start += 50) {
      const some = Array.from({ length: 50 }, (_, at) => from('203.0.113.9', `09051${String(10_000 + start + at)}`));
      for (const { status } of await Promise.all(some)) seen[status] = (seen[status] ?? 0) + 1;
    }
    expect(seen[400] ?? 0).toBeLessThanOrEqual(5);
    expect(seen[429]).toBeGreaterThanOrEqual(995);
    // Right by chance would not help there any more.
    expect((await from('203.0.113.9', row.phone)).status).toBe(429);
    expect((await from('198.51.100.4', row.phone)).status).toBe(303);
  }, 60_000);

  it('is shut for a made-up pass', async () => {
    expect((await house.browser().get(`${TRACK}/${Buffer.from('x'.repeat(90)).toString('base64url')}`)).status).toBe(
      404,
    );
  });
});

describe('the timeline', () => {
  it('has open lines only, names agencies and no officer', async () => {
    const row = await aCase(house, { state: 'in_progress', assigneeName: 'Lê Thị Hoa', assigneeId: 'x', handOffs: 2 });
    await line(row.id, 'taken', { title: 'Cán bộ đã nhận xử lý', note: '' });
    await line(row.id, 'note', { title: 'Ghi chú nội bộ', note: 'Người này hay hỏi', open: false });
    const { page } = await opened(row);
    const text = visibleText(page.text);
    expect(text).toContain('Cán bộ đã nhận xử lý');
    expect(text).toContain('Số lần chuyển tay 2');
    for (const hidden of ['Lê Thị Hoa', 'Ghi chú nội bộ', 'Người này hay hỏi']) expect(text).not.toContain(hidden);
  });

  it('tells a missed deadline and whom to call', async () => {
    const row = await aCase(house, { answerBy: new Date(house.clock.now().getTime() - DAY) });
    expect(visibleText((await opened(row)).page.text)).toMatch(/Quá hạn.*Đã quá hạn trả lời từ.*Bạn có thể gọi/);
  });
});

describe('an additional answer', () => {
  const asked = async () => {
    const at = house.clock.now();
    const row = await aCase(house, { state: 'waiting_citizen', pausedAt: at, dueAt: null, assigneeId: 'x' });
    await line(row.id, 'asked');
    house.clock.forward(2 * DAY);
    return { row, ...(await opened(row)) };
  };

  it('goes to the officer with its files; the clock goes on with what was left', async () => {
    const { row, browser, address, page } = await asked();
    expect(visibleText(page.text)).toContain('Bạn làm ở đâu?');
    const files = { tep1: { bytes: await picture(), name: 'hop-dong.jpg' } };
    const sent = await browser.submit(
      `${address}/bo-sung`,
      { noiDung: 'Ở Công ty Hải Vân.' },
      { page: address, files },
    );
    expect(sent.status).toBe(303);
    const after = await browser.follow(sent);
    expect(visibleText(after.text)).toContain('Thời hạn trả lời chạy tiếp');
    expect(visibleText(after.text)).toContain('hop-dong.jpg');
    const now = await fresh(row.id);
    expect(now).toMatchObject({ state: 'in_progress', pausedAt: null, ownerAgency: '04801' });
    expect(now.answerBy.getTime()).toBeGreaterThan(row.answerBy.getTime());
    const path = /href="([^"]*\/tep\/[^"]*)"/.exec(after.text)?.[1] ?? '';
    const download = await browser.get(path);
    expect([download.status, download.get('Content-Type')]).toEqual([200, 'image/jpeg']);
    expect(download.get('Content-Disposition')).toContain('attachment');
    // Whoever holds another case's pass does not get this file.
    const other = await opened(await aCase(house));
    expect((await other.browser.get(`${other.address}/tep/${path.split('/').at(-1) ?? ''}`)).status).toBe(404);
  });

  it('a bad file is refused beside what was typed; sent twice it is one', async () => {
    const { row, browser, address } = await asked();
    const form = await browser.form(address, `${address}/bo-sung`);
    const fields = { ...form.hidden, noiDung: 'Ở Công ty Hải Vân.' };
    const bad = await browser.send(`${address}/bo-sung`, fields, { tep1: { bytes: Buffer.from('MZ'), name: 'a.jpg' } });
    expect(bad.status).toBe(400);
    expect(bad.text).toContain('Ở Công ty Hải Vân.');
    expect(visibleText(bad.text)).toContain('hãy chọn lại');
    const statuses = [];
    for (let turn = 0; turn < 2; turn += 1)
      statuses.push((await browser.send(`${address}/bo-sung`, fields, {})).status);
    expect(statuses).toEqual([303, 303]);
    expect(await tablesOf(house).events.count({ caseId: row.id, kind: 'supplied' })).toBe(1);
  });

  it('written longer than the page was open still goes through', async () => {
    const { browser, address } = await asked();
    const { hidden } = await browser.form(address, `${address}/bo-sung`);
    house.clock.forward(HOUR);
    expect((await browser.get(address)).status).toBe(404);
    expect((await browser.send(`${address}/bo-sung`, { ...hidden, noiDung: 'Ở Công ty Hải Vân.' })).status).toBe(303);
  });

  it('that comes when nobody waits any more is kept on the page', async () => {
    const row = await answered();
    const { browser, address } = await opened(row);
    const late = await browser.submit(
      `${address}/bo-sung`,
      { noiDung: 'Tôi viết hơi lâu một chút.' },
      { page: address },
    );
    expect(late.status).toBe(409);
    expect(late.text).toContain('Tôi viết hơi lâu một chút.');
    expect(visibleText(late.text)).not.toContain('Lê Thị Hoa');
  });
});

describe('opening again', () => {
  it('begins the deadlines anew; the owner and the hand-offs stay', async () => {
    const row = await answered({ handOffs: 3, satisfaction: 2, solved: false, followedUpAt: house.clock.now() });
    house.clock.forward(14 * DAY);
    const { browser, address } = await opened(row);
    const words = { noiDung: 'Vẫn thiếu ba tháng như cũ.' };
    expect((await browser.submit(`${address}/mo-lai`, words, { page: address })).status).toBe(303);
    const now = await fresh(row.id);
    expect(now).toMatchObject({
      ...{ state: 'reopened', ownerAgency: '04801', handOffs: 3, reopens: 1, answeredAt: null, onTime: null },
      ...{ satisfaction: null, solved: null, followedUpAt: null },
    });
    expect(now.answerBy.getTime()).toBeGreaterThan(house.clock.now().getTime());
    expect(now.dueAt).toEqual(now.answerBy);
  });

  it('is over behind the days of the setting', async () => {
    const row = await answered();
    house.clock.forward(16 * DAY);
    const { browser, address, page } = await opened(row);
    expect(page.text).not.toContain(`${address}/mo-lai`);
    const late = await browser.submit(`${address}/mo-lai`, { noiDung: 'Vẫn thiếu ba tháng.' }, { page: address });
    expect(late.status).toBe(400);
    expect(visibleText(late.text)).toContain('Đã hết thời hạn mở lại');
    expect((await fresh(row.id)).state).toBe('answered');
  });

  it('leads nowhere while it is still worked on', async () => {
    const row = await aCase(house, { state: 'in_progress' });
    const { browser, address } = await opened(row);
    expect(
      (await browser.submit(`${address}/mo-lai`, { noiDung: 'Mở lại giúp tôi.' }, { page: '/phan-anh' })).status,
    ).toBe(409);
  });
});

describe('what the sender thinks of the answer', () => {
  it('is told once, from 1 to 5', async () => {
    const row = await answered();
    const { browser, address } = await opened(row);
    const rate = (diem: string) => browser.submit(`${address}/danh-gia`, { diem, nhanXet: 'Nhanh' }, { page: address });
    for (const diem of ['0', '6', '', 'x']) expect((await rate(diem)).status).toBe(400);
    expect((await rate('4')).status).toBe(303);
    expect((await rate('4')).status).toBe(303);
    expect((await rate('1')).status).toBe(409);
    expect(await fresh(row.id)).toMatchObject({ satisfaction: 4, satisfactionNote: 'Nhanh' });
    expect(await tablesOf(house).events.count({ caseId: row.id, kind: 'rated' })).toBe(1);
  });

  it('two weeks later he is asked once whether it is solved, and says so', async () => {
    const row = await answered({ phone: '0905000333' });
    house.clock.forward(13 * DAY);
    await house.app.scheduler.run('feedback.follow-up');
    expect((await fresh(row.id)).followedUpAt).toBeNull();
    house.clock.forward(DAY);
    await Promise.all([house.app.scheduler.run('feedback.follow-up'), house.app.scheduler.run('feedback.follow-up')]);
    await house.app.scheduler.run('feedback.follow-up');
    await house.settle();
    const asked = (await house.messages({ to: '0905000333' })).filter(({ text }) => text.includes('giai quyet chua'));
    expect(asked).toHaveLength(1);
    const { browser, address, page } = await opened(row);
    expect(visibleText(page.text)).toContain('Việc của bạn đã được giải quyết chưa?');
    const said = await browser.submit(`${address}/da-giai-quyet`, { daXong: 'chua' }, { page: address });
    expect((await fresh(row.id)).solved).toBe(false);
    expect((await browser.follow(said)).text).toMatch(/<details class="more-fields" open>/);
  });
});
