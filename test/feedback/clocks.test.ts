import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workCalendar, type WorkCalendar } from '../../src/contracts/organisation.js';
import { addDays } from '../../src/core/clock.js';
import type { CaseRow } from '../../src/modules/feedback/case.model.js';
import { createDeadlines } from '../../src/modules/feedback/deadline.service.js';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { aCase, tablesOf } from './ground.js';

const CALENDAR = '/can-bo/quan-tri/lich-lam-viec';
const LIMITS = { classifyDays: 1, answerDays: 5, complexDays: 15, extensionDays: 5 };

let house: House;
let admin: Browser;
let calendar: WorkCalendar;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  admin = await house.officer('quantri');
  const own = house.app.modules.find(({ definition }) => definition.id === 'organisation')?.parts.provides;
  calendar = own?.get(workCalendar.key) as WorkCalendar;
});
afterAll(() => house.close());

const at = (moment: string): Date => new Date(`${moment}+07:00`);
const rowOf = async ({ id }: Pick<CaseRow, 'id'>): Promise<CaseRow> => {
  const row = await tablesOf(house).cases.one({ id });
  if (!row) throw new Error(`no case ${id}`);
  return row;
};
const linesOf = async ({ id }: Pick<CaseRow, 'id'>): Promise<string[]> =>
  (await tablesOf(house).events.many({ caseId: id }, { order: ['id'] })).map(({ kind }) => kind);
const add = (fields: Record<string, string>) =>
  admin.submit(CALENDAR, { loai: 'off', denNgay: '', ten: 'Nghỉ bù', lyDo: 'Thông báo của UBND thành phố', ...fields });
const tell = () => house.app.scheduler.run('feedback.deadlines');

describe('the calendar that administrators keep', () => {
  it('moves deadlines over Tết at once, back and forth', async () => {
    const deadlines = createDeadlines(calendar);
    const answerBy = async (complex = false): Promise<Date> =>
      (await deadlines.begin(at('2027-02-04T09:00:00'), LIMITS, complex)).answerBy;
    // Closed on 5 and 8-11 February: Friday the 12th is the first working day.
    expect(await answerBy()).toEqual(at('2027-02-18T17:00:00'));
    expect((await add({ loai: 'work', tuNgay: '13/02/2027', ten: 'Làm bù cho ngày 12/02' })).status).toBe(303);
    expect(await answerBy()).toEqual(at('2027-02-17T17:00:00'));
    expect((await add({ tuNgay: '12/02/2027' })).status).toBe(303);
    expect(await answerBy()).toEqual(at('2027-02-18T17:00:00'));
    expect(await deadlines.extend({ answerBy: at('2027-02-04T17:00:00') }, LIMITS, at('2027-02-04T08:00:00'))).toEqual(
      at('2027-02-18T17:00:00'),
    );
    const day = `${CALENDAR}/2027-02-12`;
    expect((await admin.submit(day, { ten: 'Nghỉ thêm Tết', lyDo: 'Sửa tên cho đúng' })).status).toBe(303);
    expect(visibleText((await admin.get(`${CALENDAR}?nam=2027`)).text)).toContain('Nghỉ thêm Tết');
    expect((await admin.submit(`${day}/xoa`, { lyDoXoa: 'Nhập nhầm ngày' }, { page: day })).status).toBe(303);
    expect(await answerBy()).toEqual(at('2027-02-17T17:00:00'));
    const history = visibleText((await admin.get(`${CALENDAR}?nam=2027`)).text);
    for (const words of ['Xóa ngày khỏi lịch', 'Nhập nhầm ngày', 'Phan Hữu Đức']) expect(history).toContain(words);
    expect((await admin.get(day)).status).toBe(404);
  });

  it.each([
    ['a day that is there', { tuNgay: '30/04/2027' }, 'đã có trong lịch'],
    ['a holiday on a swapped day', { tuNgay: '20/02/2027' }, 'đã là ngày nghỉ'],
    ['a working day on a holiday', { loai: 'work', tuNgay: '30/04/2027' }, 'đang là ngày nghỉ'],
    ['a working day that is one', { loai: 'work', tuNgay: '15/02/2027' }, 'vốn là ngày làm việc'],
    ['a span that overlaps', { tuNgay: '28/04/2027', denNgay: '02/05/2027' }, '30/04/2027 đã có'],
    ['a span backwards', { tuNgay: '10/06/2027', denNgay: '09/06/2027' }, 'phải từ 10/06/2027'],
    ['half a year', { tuNgay: '01/06/2027', denNgay: '01/12/2027' }, 'tối đa 31 ngày'],
    ['no day', { tuNgay: '31/02/2027' }, 'Ngày này không có trong lịch'],
    ['no name', { tuNgay: '10/06/2027', ten: '' }, 'Hãy ghi tên'],
    ['no reason', { tuNgay: '10/06/2027', lyDo: '' }, 'lý do'],
  ])('refuses %s beside the field', async (_, fields, words) => {
    const before = await house.app.db.rows('SELECT day FROM organisation_holiday');
    const answer = await add(fields);
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain(words);
    expect(answer.text).toContain(fields.tuNgay);
    expect(await house.app.db.rows('SELECT day FROM organisation_holiday')).toHaveLength(before.length);
  });

  it('says that a year has no holiday yet, and takes those of later years', async () => {
    const empty = visibleText((await admin.get(`${CALENDAR}?nam=2031`)).text);
    expect(empty).toContain('Năm 2031 chưa có ngày nghỉ nào');
    expect((await add({ tuNgay: '23/01/2031', denNgay: '29/01/2031', ten: 'Tết Nguyên đán' })).status).toBe(303);
    const filled = visibleText((await admin.get(`${CALENDAR}?nam=2031`)).text);
    expect(filled).not.toContain('chưa có ngày nghỉ nào');
    expect(await calendar.isOpen('2031-01-23')).toBe(false);
    for (const name of ['canbo', 'lanhdao', 'giamsat'])
      expect((await (await house.officer(name)).get(CALENDAR)).status, name).toBe(403);
  });
});

describe('deadlines are told', () => {
  it('to the officer, to leaders, to the monitor, each once, whoever runs the job', async () => {
    house.clock.set('2026-06-01T09:00:00+07:00');
    const dueAt = at('2026-06-03T17:00:00');
    const row = await aCase(house, { state: 'in_progress', dueAt, answerBy: dueAt });
    const loud = async (moment: string): Promise<number> => {
      house.clock.set(`${moment}+07:00`);
      await Promise.all([tell(), tell()]);
      return (await rowOf(row)).escalation;
    };
    expect(await loud('2026-06-03T11:29:00')).toBe(0);
    expect(await loud('2026-06-03T11:30:00')).toBe(1);
    expect(await loud('2026-06-03T17:00:00')).toBe(1);
    expect(await loud('2026-06-03T17:01:00')).toBe(2);
    expect(await loud('2026-06-05T17:00:00')).toBe(2);
    expect(await loud('2026-06-05T17:01:00')).toBe(3);
    await tell();
    expect(await linesOf(row)).toEqual(['reminded', 'overdue', 'escalated']);
  });

  it('never while the citizen is asked', async () => {
    const row = await aCase(house, { state: 'waiting_citizen', dueAt: null, answerBy: at('2026-01-01T17:00:00') });
    await tell();
    expect(await linesOf(row)).toEqual([]);
  });
});

describe('answered cases', () => {
  it('close when nobody may open them any more, at midnight and not a minute before', async () => {
    const row = await aCase(house, { state: 'answered', dueAt: null, answeredAt: at('2026-06-10T23:59:00') });
    const state = async (moment: string): Promise<string> => {
      house.clock.set(`${moment}+07:00`);
      await house.app.scheduler.run('feedback.closing');
      return (await rowOf(row)).state;
    };
    expect(await state('2026-06-25T23:59:00')).toBe('answered');
    expect(await state('2026-06-26T00:01:00')).toBe('closed');
    expect(await linesOf(row)).toEqual(['closed']);
  });

  it('go with all that belongs to them when they have been kept long enough', async () => {
    const row = await aCase(house, { state: 'closed', dueAt: null, answeredAt: at('2026-06-10T10:00:00') });
    const retention = house.app.modules
      .find(({ definition }) => definition.id === 'feedback')
      ?.parts.retention?.find(({ name }) => name === 'feedback.cases');
    house.clock.set(`${addDays('2026-06-10', 1_825)}T23:00:00+07:00`);
    await retention?.purge();
    expect(await tablesOf(house).cases.count({ id: row.id })).toBe(1);
    house.clock.set(`${addDays('2026-06-10', 1_826)}T00:01:00+07:00`);
    expect(await retention?.purge()).toBeGreaterThan(0);
    const tables = tablesOf(house);
    expect(await tables.cases.count({ id: row.id })).toBe(0);
    expect(await tables.words.count({ caseId: row.id })).toBe(0);
    expect(await retention?.due()).toBe(0);
  });
});
