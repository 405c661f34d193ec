import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseRow } from '../../src/modules/feedback/case.model.js';
import type { Browser, Fields } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { aCase, tablesOf } from './ground.js';

const LIST = '/can-bo/phan-anh/moi-phoi-hop';
const QUESTION = 'Đề nghị đối chiếu bảng lương của người gửi tại công ty.';
const ANSWER = 'Đã đối chiếu với đơn vị, dữ liệu khớp với bảng lương người gửi nêu.';

let house: House;
let owner: Browser;
let invited: Browser;
let monitor: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  [owner, invited, monitor] = [
    await house.officer('canbo'),
    await house.officer('coso'),
    await house.officer('giamsat'),
  ];
});
afterAll(() => house.close());

const pageOf = ({ id }: Pick<CaseRow, 'id'>): string => `/can-bo/phan-anh/${id}`;
const rowOf = async ({ id }: Pick<CaseRow, 'id'>): Promise<CaseRow> => {
  const row = await tablesOf(house).cases.one({ id });
  if (!row) throw new Error(`no case ${id}`);
  return row;
};
const inWork = (facts: Partial<CaseRow> = {}): Promise<CaseRow> => aCase(house, { state: 'in_progress', ...facts });
const invite = async (row: CaseRow, fields: Fields = {}, browser = owner) =>
  browser.submit(`${pageOf(row)}/moi`, { coQuan: '07901', cauHoiPhoiHop: QUESTION, ...fields }, { page: pageOf(row) });
const invitationsOf = ({ id }: Pick<CaseRow, 'id'>) =>
  tablesOf(house).invitations.many({ caseId: id }, { order: ['invitedAt', 'agencyCode'] });
/** An officer of 04801 is invited by the province of 07901. */
const fromElsewhere = async (facts: Partial<CaseRow> = {}, agencyCode = '04802') => {
  const row = await aCase(house, {
    ...{ ownerAgency: '07901', handlingAgency: '07901', state: 'coordinating' },
    ...facts,
  });
  const id = `0b000000-0000-7000-8000-${row.id.slice(-12)}`;
  const dueAt = new Date(house.clock.now().getTime() + 2 * 86_400_000);
  await house.app.db.uow.run(() =>
    tablesOf(house).invitations.insert({
      ...{ id, caseId: row.id, agencyCode, state: 'invited', question: QUESTION },
      ...{ invitedAt: house.clock.now(), invitedBy: 'Nguyễn Hoàng Nam', dueAt },
    }),
  );
  return { row, id };
};
const accept = (id: string, page: string, browser = invited) => browser.submit(`${LIST}/${id}/nhan-loi`, {}, { page });
const reply = (id: string, page: string, browser = invited) =>
  browser.submit(`${LIST}/${id}/tra-loi`, { traLoiPhoiHop: ANSWER }, { page });
const runJob = (name: string) => house.app.scheduler.run(name);

describe('the owner invites', () => {
  it('several agencies, which is counted and told, and stays the owner', async () => {
    const row = await inWork();
    expect((await invite(row, { coQuan2: '00101', coQuan3: '07901' })).status).toBe(303);
    const after = await rowOf(row);
    expect(after).toMatchObject({ state: 'coordinating', handOffs: 2, ownerAgency: '04801', handlingAgency: '04801' });
    const rows = await invitationsOf(row);
    expect(rows.map(({ agencyCode, state }) => [agencyCode, state])).toEqual([
      ['00101', 'invited'],
      ['07901', 'invited'],
    ]);
    // 16 office hours from Monday 09:00: Tuesday's end is 15 of them, but the case itself is due before nothing of that.
    expect(rows[0]?.dueAt.toISOString()).toBe('2026-03-18T02:00:00.000Z');
    const text = visibleText((await owner.get(pageOf(row))).text);
    for (const words of ['Đang phối hợp', 'Chờ nhận lời', QUESTION, 'Đổi tay 2']) expect(text).toContain(words);
  });

  it.each([
    ['nobody', { coQuan: '' }, 'Chọn cơ quan để mời'],
    ['itself', { coQuan: '04801' }, 'không tự mời chính mình'],
    ['an agency that is none', { coQuan: '09999' }, 'Chọn cơ quan trong danh sách'],
    ['without a word', { cauHoiPhoiHop: 'ok' }, 'Hãy viết rõ'],
  ])('%s: the page comes back with what was typed', async (_, fields, words) => {
    const row = await inWork();
    const answer = await invite(row, fields);
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain(words);
    if (!('cauHoiPhoiHop' in fields)) expect(answer.text).toContain(QUESTION);
    expect((await rowOf(row)).state).toBe('in_progress');
  });

  it('one agency once, and two officers at once send one invitation', async () => {
    const row = await inWork();
    const { hidden } = await owner.form(pageOf(row), `${pageOf(row)}/moi`);
    const fields = { ...hidden, coQuan: '07901', cauHoiPhoiHop: QUESTION };
    const both = await Promise.all([1, 2].map(() => owner.send(`${pageOf(row)}/moi`, fields)));
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect((await invite(row)).status).toBe(400);
    expect(await invitationsOf(row)).toHaveLength(1);
  });

  it('and takes it back: the case is back in work', async () => {
    const row = await inWork();
    await invite(row);
    const [one] = await invitationsOf(row);
    const path = `${pageOf(row)}/moi/${one?.id ?? ''}/rut`;
    expect((await owner.submit(path, {}, { page: pageOf(row) })).status).toBe(303);
    expect((await rowOf(row)).state).toBe('in_progress');
    expect((await invitationsOf(row)).map(({ state }) => state)).toEqual(['withdrawn']);
  });
});

describe('an invited agency', () => {
  it('accepts, answers the owner, and the case is back with him', async () => {
    const { row, id } = await fromElsewhere({ senderName: 'Lý Văn Thử', phone: '0905123987', address: '9 Lê Lai' });
    expect(visibleText((await invited.get(LIST)).text)).toContain(row.code);
    const shown = visibleText((await invited.get(pageOf(row))).text);
    expect(shown).toContain('0905•••987');
    for (const hidden of ['0905123987', '9 Lê Lai']) expect(shown).not.toContain(hidden);
    expect((await accept(id, pageOf(row))).status).toBe(303);
    expect((await reply(id, pageOf(row))).status).toBe(303);
    expect(await rowOf(row)).toMatchObject({ state: 'in_progress', ownerAgency: '07901', handlingAgency: '07901' });
    expect((await invitationsOf(row))[0]).toMatchObject({ state: 'answered', answer: ANSWER });
    const lines = await tablesOf(house).events.many({ caseId: row.id, open: true });
    expect(lines.map(({ title }) => title).join(' ')).not.toContain(ANSWER);
    expect(lines.every(({ note }) => !note.includes(ANSWER))).toBe(true);
  });

  it('of two the last one brings it back, also when both answer at once', async () => {
    const { row, id } = await fromElsewhere();
    const second = `0c000000-0000-7000-8000-${row.id.slice(-12)}`;
    const [first] = await invitationsOf(row);
    await house.app.db.uow.run(() => tablesOf(house).invitations.insert({ ...first, id: second, agencyCode: '04801' }));
    const answers = await Promise.all([
      reply(id, pageOf(row)),
      owner.submit(`${LIST}/${second}/tra-loi`, { traLoiPhoiHop: ANSWER }, { page: pageOf(row) }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect((await rowOf(row)).state).toBe('in_progress');
  });

  it('that says nothing loses the word, not the case; what comes later is refused', async () => {
    const { row, id } = await fromElsewhere();
    const { hidden } = await invited.form(pageOf(row), `${LIST}/${id}/tra-loi`);
    await house.app.db.uow.run(() => tablesOf(house).invitations.change({ dueAt: house.clock.now() }, { id }));
    expect((await invited.send(`${LIST}/${id}/tra-loi`, { ...hidden, traLoiPhoiHop: ANSWER })).status).toBe(409);
    const before = await rowOf(row);
    await Promise.all([runJob('feedback.invitations'), runJob('feedback.invitations')]);
    await runJob('feedback.invitations');
    const after = await rowOf(row);
    expect(after).toMatchObject({ state: 'in_progress', ownerAgency: '07901', version: before.version + 1 });
    expect(after.dueAt).toEqual(after.answerBy);
    expect((await invitationsOf(row)).map(({ state }) => state)).toEqual(['lapsed']);
    expect(await tablesOf(house).events.count({ caseId: row.id, kind: 'invitation-lapsed' })).toBe(1);
    expect((await invited.send(`${LIST}/${id}/nhan-loi`, hidden)).status).toBe(409);
  });

  it('that was asked before the owner answered is not blamed for silence', async () => {
    const { row, id } = await fromElsewhere({ state: 'answered', dueAt: null });
    await house.app.db.uow.run(() => tablesOf(house).invitations.change({ dueAt: house.clock.now() }, { id }));
    await runJob('feedback.invitations');
    expect((await invitationsOf(row)).map(({ state }) => state)).toEqual(['withdrawn']);
    expect((await rowOf(row)).state).toBe('answered');
  });

  it.each([
    ['phan-loai', { linhVuc: 'card', phucTap: 'co' }],
    ['giao', { canBo: 'x' }],
    ['nhan', {}],
    ['thoi', {}],
    ['hoi', { cauHoi: 'Bạn gửi thêm giấy tờ giúp chúng tôi.' }],
    ['ghi-chu', { ghiChu: 'Ghi chú' }],
    ['tra-loi', { noiDung: 'Cơ quan đã giải quyết xong.', viec: 'gui' }],
    ['gop', { vao: 'x' }],
    ['khong-xu-ly', { lyDo: 'Không phải phản ánh.' }],
    ['chuyen-theo-luat', { luat: 'complaint', traLoi: 'Chuyển theo luật khiếu nại, tố cáo.' }],
    ['moi', { coQuan: '00101', cauHoiPhoiHop: QUESTION }],
    ['gia-han', { lyDoGiaHan: 'Cần thêm thời gian để đối chiếu.' }],
  ])('cannot act as the owner: %s', async (path, fields) => {
    const { row, id } = await fromElsewhere();
    const before = await rowOf(row);
    const { hidden } = await invited.form(pageOf(row), `${LIST}/${id}/tra-loi`);
    const forged = {
      ...{ ownerAgency: '04802', owner_agency: '04802', handlingAgency: '04802', state: 'closed', trangThai: 'closed' },
      ...{
        monitorAgency: '00005',
        topicCode: 'card',
        dueAt: '2030-01-01',
        answerBy: '2030-01-01',
        coQuanTiepNhan: '04802',
      },
    };
    const sent = { ...hidden, phienBan: String(before.version), ...forged, ...fields };
    const answer = await invited.send(`${pageOf(row)}/${path}`, sent);
    expect([400, 403, 404, 409]).toContain(answer.status);
    expect(await rowOf(row)).toEqual(before);
    // The same fields beside what he may do change nothing but his own invitation.
    if (path !== 'nhan') return;
    expect((await invited.send(`${LIST}/${id}/nhan-loi`, { ...hidden, ...forged })).status).toBe(303);
    expect(await rowOf(row)).toEqual(before);
  });

  it('cannot speak for others', async () => {
    const { row, id } = await fromElsewhere({}, '04803');
    expect((await invited.get(pageOf(row))).status).toBe(404);
    const token = (await invited.form(LIST, LIST)).hidden;
    for (const act of ['nhan-loi', 'tra-loi'])
      expect([403, 404]).toContain(
        (await invited.send(`${LIST}/${id}/${act}`, { ...token, traLoiPhoiHop: ANSWER })).status,
      );
    expect((await invitationsOf(row)).map(({ state }) => state)).toEqual(['invited']);
    expect([403, 404]).toContain(
      (await monitor.send(`${LIST}/${id}/nhan-loi`, (await monitor.form('/can-bo', '/can-bo')).hidden)).status,
    );
  });
});
