import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Fields } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { picture } from '../kit/pictures.js';
import { act, BUCK, deskOf, GOOD, pathOf } from './desk.js';
import { aCase, tablesOf } from './ground.js';

let house: House;
let officer: Browser;
let second: Browser;
let leader: Browser;
let local: Browser;
let desk: ReturnType<typeof deskOf>;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  desk = deskOf(house);
  officer = await house.officer('canbo');
  second = await house.officer('canbo2');
  leader = await house.officer('lanhdao');
  local = await house.officer('coso');
});
afterAll(() => house.close());

describe('the page of a case', () => {
  test('shows everything to those who work on it, and is audited with its purpose', async () => {
    const row = await aCase(house, { insuranceNumber: '4812345678', email: 'lan.pham@vidu.example' });
    const text = visibleText((await officer.get(pathOf(row))).text);
    for (const piece of [row.code, row.title, row.body, '0905000111', '4812345678', 'lan.pham@vidu.example'])
      expect(text).toContain(piece);
    expect(text).toContain('còn 8 giờ làm việc');
    const [seen] = await house.app.db.rows<{ person: string; purpose: string }>(
      "SELECT person, purpose FROM core_audit WHERE action = 'feedback.viewed' AND subject_id = ?",
      [row.id],
    );
    expect(seen).toEqual({ person: '4812345678', purpose: `Xử lý phản ánh: ${row.title}` });
  });

  test('tells what is to be done only where something is', async () => {
    const words = async (state: 'in_progress' | 'answered'): Promise<string> =>
      visibleText((await officer.get(pathOf(await aCase(house, { state })))).text);
    expect(await words('in_progress')).toContain('Việc cần làm');
    expect(await words('answered')).not.toContain('Việc cần làm');
  });

  test('masks the sender for a monitor, who finds nothing to send but his own', async () => {
    const row = await aCase(house, { insuranceNumber: '4812345678' });
    const page = await (await house.officer('giamsat')).get(pathOf(row));
    expect(page.status).toBe(200);
    expect(page.text).not.toContain('0905000111');
    expect(page.text).not.toContain('4812345678');
    for (const verb of ['phan-loai', 'giao', 'nhan', 'tra-loi', 'gop']) expect(page.text).not.toContain(`/${verb}"`);
  });

  test('is not there for other offices, editors and administrators', async () => {
    const row = await aCase(house);
    const foreign = await aCase(house, { ownerAgency: '07901', handlingAgency: '07901' });
    for (const [who, of] of [
      [local, row],
      [leader, foreign],
    ] as const)
      expect((await who.get(pathOf(of))).status).toBe(404);
    for (const name of ['quantri', 'bientap'])
      expect((await (await house.officer(name)).get(pathOf(row))).status).toBe(403);
  });
});

describe('classifying and giving to somebody', () => {
  test('topic, monitor and deadlines follow; a deadline that has passed stays', async () => {
    const row = await aCase(house);
    expect((await act(officer, row, 'phan-loai', { linhVuc: 'treatment', phucTap: 'on' })).status).toBe(303);
    const after = await desk.now(row);
    expect(after).toMatchObject({ topicCode: 'treatment', monitorAgency: '00004', complex: true, state: 'classified' });
    expect(after.answerBy.getTime()).toBeGreaterThan(row.answerBy.getTime());
    expect(after.dueAt).toEqual(after.answerBy);
    const late = await aCase(house, { answerBy: new Date(house.clock.now().getTime() - 1) });
    await act(officer, late, 'phan-loai', { linhVuc: 'card', phucTap: 'on' });
    expect((await desk.now(late)).answerBy).toEqual(late.answerBy);
    expect((await act(officer, row, 'phan-loai', { linhVuc: 'khong-co' })).status).toBe(400);
  });

  test('a hand-off is another officer or another office, not the first', async () => {
    const row = await aCase(house);
    await act(officer, row, 'nhan');
    expect(await desk.now(row)).toMatchObject({ state: 'in_progress', assigneeName: 'Lê Thu Hà', handOffs: 0 });
    await act(officer, row, 'giao', { canBo: await desk.idOf('canbo2') });
    expect(await desk.now(row)).toMatchObject({ state: 'assigned', assigneeName: 'Võ Minh Khoa', handOffs: 1 });
    await act(second, row, 'giao', { canBo: await desk.idOf('coso') });
    expect(await desk.now(row)).toMatchObject({ handlingAgency: '04802', ownerAgency: '04801', handOffs: 2 });
    expect((await local.get(pathOf(row))).status).toBe(200);
    await act(local, row, 'nhan');
    await act(local, row, 'thoi');
    expect(await desk.now(row)).toMatchObject({ state: 'classified', assigneeId: null, handOffs: 3 });
    expect((await act(leader, row, 'giao', { canBo: await desk.idOf('giamsat') })).status).toBe(400);
  });

  test('of two who take it one does, the other reads who', async () => {
    const row = await aCase(house);
    const path = `${pathOf(row)}/nhan`;
    const [mine, other] = [await officer.form(pathOf(row), path), await second.form(pathOf(row), path)];
    const send = (who: Browser, hidden: Fields) => who.send(path, hidden);
    const both = await Promise.all([send(officer, mine.hidden), send(second, other.hidden)]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    const lost = both.find(({ status }) => status === 409)?.text ?? '';
    expect(visibleText(lost)).toContain(`vừa được cập nhật lúc`);
    expect(visibleText(lost)).toContain((await desk.now(row)).assigneeName ?? '?');
  });

  test('nobody works on a case of his own', async () => {
    const row = await aCase(house, { insuranceNumber: '4809120034' });
    expect((await act(officer, row, 'nhan', { phienBan: '1' })).status).toBe(403);
    expect((await act(second, row, 'nhan')).status).toBe(303);
  });
});

describe('asking and noting', () => {
  test('the clock stands still while the citizen is asked', async () => {
    const row = await desk.inWork({ phone: '0905000222' });
    expect((await act(officer, row, 'hoi', { cauHoi: 'ngắn' })).status).toBe(400);
    await act(officer, row, 'hoi', { cauHoi: 'Bạn gửi giúp hợp đồng lao động năm 2023.' });
    expect(await desk.now(row)).toMatchObject({ state: 'waiting_citizen', dueAt: null, pausedAt: house.clock.now() });
    expect(await desk.sms('0905000222')).toEqual([expect.stringContaining(row.code)]);
  });

  test('a note is read by officers only', async () => {
    const row = await desk.inWork();
    await act(officer, row, 'ghi-chu', { ghiChu: 'Đã gọi công ty.' });
    const [note] = await tablesOf(house).events.many({ caseId: row.id, kind: 'note' });
    expect(note).toMatchObject({ note: 'Đã gọi công ty.', open: false });
  });
});

describe('answering', () => {
  test('the first answer goes on, the last settles it in time; files go along', async () => {
    const row = await desk.inWork({ phone: '0905000333', urgedAt: house.clock.now() });
    await act(officer, row, 'tra-loi', { noiDung: 'Chúng tôi đang đối chiếu hồ sơ của công ty.', loai: 'tam' });
    expect(await desk.now(row)).toMatchObject({ state: 'in_progress', onTime: null });
    const form = await officer.form(pathOf(row), `${pathOf(row)}/tra-loi`);
    const bytes = await picture();
    const fields = { ...form.hidden, noiDung: GOOD, loai: 'cuoi', viec: 'gui' };
    const sent = await officer.send(`${pathOf(row)}/tra-loi`, fields, { tep1: { bytes, name: 'ket-qua.jpg' } });
    expect(sent.status).toBe(303);
    expect(await desk.now(row)).toMatchObject({ state: 'answered', onTime: true, dueAt: null, urgedAt: null });
    expect((await desk.answersOf(row)).map(({ state, interim }) => [state, interim])).toEqual([
      ['sent', true],
      ['sent', false],
    ]);
    const [file] = await tablesOf(house).files.many({ caseId: row.id });
    expect(file).toMatchObject({ open: true, addedBy: 'Lê Thu Hà' });
    expect((await officer.get(`${pathOf(row)}/tep/${file?.id}`)).status).toBe(200);
    expect((await local.get(`${pathOf(row)}/tep/${file?.id}`)).status).toBe(404);
    expect(await desk.sms('0905000333')).toHaveLength(2);
  });

  test('late is late', async () => {
    const row = await desk.inWork({ answerBy: new Date(house.clock.now().getTime() - 60_000) });
    await act(officer, row, 'tra-loi', { noiDung: GOOD });
    expect(await desk.now(row)).toMatchObject({ state: 'answered', onTime: false });
  });

  test('two at once: one answer goes out, the other text is kept as a draft', async () => {
    for (let round = 0; round < 5; round += 1) {
      const row = await desk.inWork();
      const texts = { canbo: `${GOOD} Một.`, canbo2: `${GOOD} Hai.` };
      const path = `${pathOf(row)}/tra-loi`;
      const [mine, other] = [await officer.form(pathOf(row), path), await second.form(pathOf(row), path)];
      const both = await Promise.all([
        officer.send(path, { ...mine.hidden, noiDung: texts.canbo }),
        second.send(path, { ...other.hidden, noiDung: texts.canbo2 }),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
      const rows = await desk.answersOf(row);
      expect(rows.map(({ state }) => state).sort()).toEqual(['draft', 'sent']);
      const lost = both.findIndex(({ status }) => status === 409);
      const text = lost === 0 ? texts.canbo : texts.canbo2;
      expect(rows.find(({ state }) => state === 'draft')?.text).toBe(text);
      expect(both[lost]?.text).toContain('vừa được cập nhật');
    }
  });

  test('an answer that sends the citizen elsewhere is stopped beside the field, and kept', async () => {
    const row = await desk.inWork();
    const stopped = await act(officer, row, 'tra-loi', { noiDung: BUCK });
    expect(stopped.status).toBe(400);
    expect(stopped.text).toContain('<mark>Bạn vui lòng liên hệ cơ quan BHXH nơi tham gia để được giải quyết. </mark>');
    expect(visibleText(stopped.text)).toContain('mục 5 công văn 3717/BHXH-CNTT');
    expect(visibleText(stopped.text)).toContain(BUCK);
    const forged = await act(officer, row, 'tra-loi', { noiDung: BUCK, lyDoNgoaiLe: 'Tôi tự cho phép lần này.' });
    expect(forged.status).toBe(400);
    expect(await desk.now(row)).toMatchObject({ state: 'in_progress', overrides: 0 });
    const [draft] = await desk.answersOf(row);
    expect(draft).toMatchObject({ state: 'draft', text: BUCK });
    const seen = await leader.get(`${pathOf(row)}?nhap=${draft?.id}`);
    expect(visibleText(seen.text)).toContain('Bản nháp của Lê Thu Hà');
    const reason = 'Người dân đã hẹn lấy sổ tại đó, chúng tôi xác nhận.';
    await act(leader, row, 'tra-loi', { noiDung: BUCK, lyDoNgoaiLe: reason });
    expect(await desk.now(row)).toMatchObject({ state: 'answered', overrides: 1 });
    expect(await tablesOf(house).answers.one({ caseId: row.id, state: 'sent' })).toMatchObject({
      overrideReason: reason,
      overrideBy: 'Trần Quốc Bảo',
    });
    expect(visibleText((await officer.get(pathOf(row))).text)).toContain(`Trần Quốc Bảo cho phép ngoại lệ: ${reason}`);
  });

  test.each(['0905 123 456', '4812345678', '048190001234', 'GD4480120878811', 'bạn sinh ngày 12/05/1990'])(
    'an unverified sender is told no personal data: %s',
    async (piece) => {
      const row = await desk.inWork();
      const refused = await act(officer, row, 'tra-loi', { noiDung: `${GOOD} ${piece}` });
      expect(refused.status).toBe(400);
      expect(visibleText(refused.text)).toContain('không được có dữ liệu cá nhân');
      const known = await desk.inWork({ verified: true });
      expect((await act(officer, known, 'tra-loi', { noiDung: `${GOOD} ${piece}` })).status).toBe(303);
    },
  );

  test('money, days and offices are no personal data', async () => {
    const row = await desk.inWork({ anonymous: true });
    const noiDung = `${GOOD} Số tiền 1.234.567.890 đồng, từ 01/2015 đến 31/12/2025, hồ sơ 00412/2026/04802, tổng đài 1900 9068, 0236 3812 402.`;
    expect((await act(officer, row, 'tra-loi', { noiDung })).status).toBe(303);
  });

  test('a text of the office begins it, and a draft is kept', async () => {
    const fields = { tieuDe: 'Đã bổ sung', noiDung: 'Chào {hoTen}, phản ánh {maPhanAnh} đã xong.', linhVuc: '' };
    expect((await officer.get('/can-bo/phan-anh/mau-tra-loi')).status).toBe(403);
    const page = { page: '/can-bo/phan-anh/mau-tra-loi' };
    expect((await leader.submit('/can-bo/phan-anh/mau-tra-loi', { ...fields, noiDung: BUCK }, page)).status).toBe(400);
    expect((await leader.submit('/can-bo/phan-anh/mau-tra-loi', fields, page)).status).toBe(303);
    const template = await tablesOf(house).templates.one({ title: 'Đã bổ sung' });
    const row = await desk.inWork();
    await act(officer, row, 'tra-loi', { viec: 'mau', mau: template?.id, noiDung: 'Mở đầu.' });
    const [draft] = await desk.answersOf(row);
    expect(draft?.text).toBe(`Mở đầu.\n\nChào Phạm Thị Lan, phản ánh ${row.code} đã xong.`);
    await act(officer, row, 'tra-loi', { viec: 'luu', noiDung: 'Viết lại.' });
    expect((await desk.answersOf(row)).map(({ text }) => text)).toEqual(['Viết lại.']);
    const change = `/can-bo/phan-anh/mau-tra-loi/${template?.id}`;
    await leader.submit(change, { ...fields, ngungDung: 'on' });
    expect((await act(officer, row, 'tra-loi', { viec: 'mau', mau: template?.id })).status).toBe(400);
  });
});
