import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Fields } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { act, deskOf, GOOD, pathOf } from './desk.js';
import { aCase, tablesOf } from './ground.js';
import { openCase } from './tell.js';

const LIST = '/can-bo/phan-anh';
let house: House;
let officer: Browser;
let leader: Browser;
let second: Browser;
let local: Browser;
let desk: ReturnType<typeof deskOf>;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  desk = deskOf(house);
  officer = await house.officer('canbo');
  leader = await house.officer('lanhdao');
  second = await house.officer('canbo2');
  local = await house.officer('coso');
});
afterAll(() => house.close());

const query = (params: Record<string, string>): string => `${LIST}?${new URLSearchParams(params).toString()}`;
const codesOn = (html: string): string[] =>
  [...html.matchAll(/<a class="num" href="[^"]+">(PA-\w+)<\/a>/g)].map(([, code = '']) => code);
const countOf = (html: string, label: string): number =>
  Number(new RegExp(`${label} <b class="n">([\\d.]+)`).exec(html)?.[1]?.replaceAll('.', '') ?? -1);

describe('the lists', () => {
  test('hold what the officer handles, overdue first, with exact counts', async () => {
    const hour = 3_600_000;
    const at = (hours: number): Date => new Date(house.clock.now().getTime() + hours * hour);
    const late = await desk.inWork({ dueAt: at(-1_000), handlingAgency: '04802' });
    const page = (await officer.get(LIST)).text;
    expect(codesOn(page)[0]).toBe(late.code);
    expect(visibleText(page)).toMatch(/quá [\d.]+ giờ làm việc/);
    const { db } = house.app;
    const n = async (where: string, ...params: Date[]): Promise<number> =>
      Number(
        (
          await db.row<{ n: number }>(
            `SELECT COUNT(*) AS n FROM feedback_case WHERE owner_agency = '04801' AND ${where}`,
            params,
          )
        )?.n,
      );
    expect(countOf(page, 'Cần làm')).toBe(await n('due_at IS NOT NULL'));
    expect(countOf(page, 'Quá hạn')).toBe(await n('due_at < ?', house.clock.now()));
    expect(countOf(page, 'Mới, chưa phân loại')).toBe(await n("state = 'received'"));
    expect(countOf(page, 'Đã trả lời')).toBe(await n("state IN ('answered', 'closed')"));
    expect(countOf(page, 'Tất cả')).toBe(await n('1 = 1'));
    const own = (await local.get(query({ viec: 'tat-ca' }))).text;
    expect(codesOn(own)).toContain(late.code);
    expect(countOf(own, 'Tất cả')).toBe(await n("handling_agency = '04802'"));
  });

  test('are found by code, phone, number and words without marks, and nowhere beyond', async () => {
    const facts = { phone: '0905000999', insuranceNumber: '4899912345', title: 'Mất sổ ở Quỳnh Lưu', place: 'Nghệ An' };
    const row = await aCase(house, { ...facts, state: 'closed', dueAt: null, closedAt: house.clock.now() });
    const foreign = await aCase(house, { ...facts, ownerAgency: '07901', handlingAgency: '07901' });
    for (const tim of [
      row.code,
      row.code.toLowerCase(),
      '0905 000 999',
      '4899912345',
      'quynh luu',
      'mat so nghe',
      'MẤT SỔ QUỲNH',
    ])
      expect(codesOn((await officer.get(query({ tim }))).text), tim).toEqual([row.code]);
    expect(codesOn((await officer.get(query({ tim: foreign.code }))).text)).toEqual([]);
    expect(codesOn((await officer.get(query({ tim: row.code, viec: 'moi' }))).text)).toEqual([]);
    expect((await officer.get(query({ coQuan: '07901' }))).status).toBe(400);
    expect((await officer.get(query({ tuNgay: '31/02/2026' }))).status).toBe(400);
    expect((await officer.get(query({ tuNgay: '02/03/2026', denNgay: '01/03/2026' }))).status).toBe(400);
  });

  test('are read page by page, both ways, each case once', async () => {
    for (let i = 0; i < 30; i += 1) await aCase(house, { title: `Trang giấy ${i}`, topicCode: 'technical' });
    const seen: string[] = [];
    let path: string | undefined = query({ viec: 'tat-ca' });
    let last = '';
    while (path) {
      last = (await officer.get(path)).text;
      seen.push(...codesOn(last));
      path = /href="([^"]+)" rel="next"/.exec(last)?.[1]?.replaceAll('&amp;', '&');
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(countOf(last, 'Tất cả'));
    const back = /href="([^"]+)" rel="prev"/.exec(last)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const before = codesOn((await officer.get(back)).text);
    expect(seen.slice(-25 - codesOn(last).length, -codesOn(last).length)).toEqual(before);
    const topic = (await officer.get(query({ linhVuc: 'technical', tim: 'trang giay' }))).text;
    expect(codesOn(topic)).toHaveLength(25);
  });

  test('leave as CSV, whole and audited', async () => {
    await aCase(house, { title: '=SUM(A1)', phone: '0905000888' });
    const file = await officer.get(`${LIST}/danh-sach.csv?tim=0905000888`);
    expect(file.status).toBe(200);
    expect(file.text).toContain('Mã,Tiếp nhận lúc');
    expect(file.text).toContain("'=SUM(A1)");
    expect(file.text.trim().split('\r\n')).toHaveLength(2);
    const [act] = await house.app.db.rows<{ details: string }>(
      "SELECT details FROM core_audit WHERE action = 'feedback.list-exported'",
    );
    expect(act?.details).toContain('0905000888');
  });
});

describe('intake by phone and at the desk', () => {
  const typed = {
    ...{ kenh: 'desk', linhVuc: 'card', tieuDe: 'Thẻ ghi sai nơi khám', hoTen: 'Nguyễn Văn An' },
    ...{ noiDung: 'Thẻ của tôi ghi sai nơi khám chữa bệnh ban đầu.', dienThoai: '0905000777', maSo: '4812345678' },
  };
  const path = `${LIST}/moi`;

  test('gives the code to hand over; the province owns it, the office of the officer handles it', async () => {
    const sent = await local.submit(path, { ...typed, daDoiChieu: 'on', ownerAgency: '00101' });
    expect(sent.status).toBe(303);
    const slip = await local.follow(sent);
    const row = await tablesOf(house).cases.one({ phone: '0905000777' });
    expect(row).toMatchObject({ ownerAgency: '04801', handlingAgency: '04802', verified: true, channel: 'desk' });
    expect(row?.receivedBy).toBe('Huỳnh Thị Mai');
    expect(visibleText(slip.text)).toContain(row?.code);
    expect(visibleText(slip.text)).toContain('BHXH thành phố Đà Nẵng chịu trách nhiệm');
    expect(await desk.sms('0905000777')).toEqual([expect.stringContaining(row?.code ?? '?')]);
  });

  test('the same page sent twice is one case', async () => {
    const { hidden } = await officer.form(path);
    const once = { ...hidden, ...typed, dienThoai: '0905000776' };
    await Promise.all([officer.send(path, once), officer.send(path, once)]);
    expect(await tablesOf(house).cases.count({ phone: '0905000776' })).toBe(1);
  });

  test.each([
    ['maSo', { maSo: '4800000000' }],
    ['hoTen', { hoTen: 'Trần Thị Bình' }],
    ['hoTen', { hoTen: '' }],
    ['dienThoai', { dienThoai: '123' }],
    ['linhVuc', { linhVuc: 'khong-co' }],
    ['coQuan', { coQuan: '99999' }],
    ['daDoiChieu', { kenh: 'phone', daDoiChieu: 'on' }],
    ['noiDung', { noiDung: 'ngắn' }],
  ])('says beside %s what is wrong, and keeps the rest', async (field, wrong: Fields) => {
    const refused = await officer.submit(path, { ...typed, ...wrong });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain(`id="f-${field}-e"`);
    expect(refused.text).toContain(typed.tieuDe);
  });
});

describe('ends without an answer of their own', () => {
  test('cases of one sender are merged, and nothing is lost', async () => {
    const phone = '0905000444';
    const kept = await desk.inWork({ phone });
    const row = await aCase(house, { phone, title: 'Gửi lại lần nữa', body: 'Tôi gửi thêm: hợp đồng số 12.' });
    const stranger = await desk.inWork();
    expect((await officer.get(pathOf(row))).text).toContain(kept.code);
    expect((await act(officer, row, 'gop', { vao: stranger.id })).status).toBe(400);
    expect((await act(officer, row, 'gop', { vao: kept.id })).status).toBe(303);
    expect(await desk.now(row)).toMatchObject({ state: 'merged', mergedInto: kept.id, dueAt: null });
    const page = visibleText((await officer.get(pathOf(kept))).text);
    expect(page).toContain('Tôi gửi thêm: hợp đồng số 12.');
    expect(await desk.sms(phone)).toEqual([expect.stringContaining(kept.code)]);
  });

  test('what is no feedback at all: an officer asks, a leader says', async () => {
    const row = await aCase(house);
    await act(officer, row, 'khong-xu-ly', { lyDo: 'Nội dung quảng cáo, không có phản ánh.' });
    expect((await desk.now(row)).state).toBe('received');
    expect((await leader.get('/can-bo/phan-anh?viec=cho-lanh-dao')).text).toContain(row.code);
    await act(leader, row, 'khong-xu-ly', { lyDo: 'Đây là phản ánh thật, xử lý tiếp.', viec: 'khong' });
    expect(await desk.now(row)).toMatchObject({ state: 'received', spamAskedAt: null });
    await act(leader, row, 'khong-xu-ly', { lyDo: 'Đúng là quảng cáo gửi hàng loạt.', viec: 'co' });
    expect(await desk.now(row)).toMatchObject({ state: 'out_of_scope_redirected', outcome: 'spam' });
    // Its sender is told what became of it, and not that a law sends it on; the reason is for officers.
    const told = visibleText((await openCase(house.browser(), row)).page.text);
    for (const words of ['Không phải phản ánh, kiến nghị nên không giải quyết', 'Nếu không đúng'])
      expect(told).toContain(words);
    for (const words of ['theo luật', 'gửi hàng loạt']) expect(told).not.toContain(words);
  });

  test('a proposal ends with the case, whoever answers it', async () => {
    const row = await desk.inWork();
    await act(officer, row, 'khong-xu-ly', { lyDo: 'Nội dung quảng cáo, không có phản ánh.' });
    await act(officer, row, 'tra-loi', { noiDung: GOOD });
    expect(await desk.now(row)).toMatchObject({ state: 'answered', spamAskedAt: null, askedOutcome: null });
    expect((await leader.get('/can-bo/phan-anh?viec=cho-lanh-dao')).text).not.toContain(row.code);
  });

  test('a complaint goes its way by law when a leader says so, with an answer', async () => {
    const row = await desk.inWork({ phone: '0905000555' });
    const traLoi = 'Đây là khiếu nại. Chúng tôi đã chuyển đến người giải quyết theo Luật Khiếu nại.';
    expect((await act(officer, row, 'chuyen-theo-luat', { luat: 'complaint' })).status).toBe(400);
    expect((await act(officer, row, 'chuyen-theo-luat', { luat: 'complaint', traLoi })).status).toBe(303);
    expect(await desk.now(row)).toMatchObject({ state: 'in_progress', outcome: null, askedOutcome: 'complaint' });
    expect(await desk.answersOf(row)).toEqual([]);
    expect(await desk.sms('0905000555')).toEqual([]);
    expect((await act(second, row, 'khong-xu-ly', { lyDo: 'Nội dung quảng cáo.', phienBan: '2' })).status).toBe(409);
    expect((await leader.get('/can-bo/phan-anh?viec=cho-lanh-dao')).text).toContain(row.code);
    // The leader finds it filled in, and has the last word.
    const shown = await leader.get(pathOf(row));
    expect(shown.text).toMatch(new RegExp(`name="traLoi"[^>]*>\\s*${traLoi}`));
    expect(visibleText(shown.text)).toContain('Lê Thu Hà đề nghị');
    await act(leader, row, 'khong-xu-ly', { lyDo: 'Chưa phải khiếu nại, xử lý tiếp.', viec: 'khong' });
    expect(await desk.now(row)).toMatchObject({ state: 'in_progress', spamAskedAt: null, askedOutcome: null });
    await act(officer, row, 'chuyen-theo-luat', { luat: 'complaint', traLoi });
    await act(leader, row, 'chuyen-theo-luat', { luat: 'complaint', traLoi });
    expect(await desk.now(row)).toMatchObject({ state: 'out_of_scope_redirected', outcome: 'complaint', onTime: true });
    expect(await desk.now(row)).toMatchObject({ spamAskedAt: null, askedOutcome: null });
    expect((await desk.answersOf(row)).map(({ text }) => text)).toEqual([traLoi]);
    expect(await desk.sms('0905000555')).toHaveLength(1);
  });
});

test('no form gives a case to another owner: what is forged is ignored', async () => {
  const row = await aCase(house);
  const forged = {
    ...{ ownerAgency: '00101', owner_agency: '00101', coQuanChuTri: '00101', handlingAgency: '00101' },
    ...{ state: 'closed', answerBy: '2030-01-01', dueAt: '2030-01-01', handOffs: '0', outcome: 'spam' },
  };
  const steps: [string, Fields][] = [
    ['phan-loai', { linhVuc: 'card' }],
    ['giao', { canBo: await desk.idOf('canbo') }],
    ['nhan', {}],
    ['ghi-chu', { ghiChu: 'Đã kiểm tra.' }],
    ['thoi', {}],
    ['nhan', {}],
    ['hoi', { cauHoi: 'Bạn gửi giúp hợp đồng năm 2023.' }],
    ['tra-loi', { noiDung: GOOD }],
  ];
  for (const [verb, fields] of steps) {
    expect((await act(officer, row, verb, { ...forged, ...fields })).status, verb).toBe(303);
    expect(await desk.now(row), verb).toMatchObject({ ownerAgency: '04801', handlingAgency: '04801', outcome: null });
  }
  expect((await desk.now(row)).state).toBe('answered');
  const moves = house.app.modules
    .flatMap(({ parts }) => parts.routes ?? [])
    .filter(({ path }) => path.startsWith('/can-bo/phan-anh'))
    .flatMap(({ form }) => Object.keys((form as { shape?: object } | undefined)?.shape ?? {}));
  expect(moves.length).toBeGreaterThan(20);
  expect(moves.filter((field) => /owner|chuTri|coQuanChu/i.test(field))).toEqual([]);
});
