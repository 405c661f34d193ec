import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settingNames as names, settings, type DatedSettings } from '../../src/contracts/organisation.js';
import { dayOf } from '../../src/core/clock.js';
import type { Browser, Fields } from '../kit/browser.js';
import { formsOf, visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { openNeighbour, type Neighbour } from '../kit/neighbour.js';

const LIST = '/can-bo/quan-tri/cai-dat';
const one = (name: string): string => `${LIST}/${name}`;
const WHY = { lyDo: 'Quyết định số 12/QĐ-BHXH' };

let house: House;
let other: Neighbour;
let admin: Browser;
let second: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  other = await openNeighbour(house);
  await signIn();
});
afterAll(async () => {
  await other.close();
  await house.close();
});

/** Sessions end as the clock moves on. */
const signIn = async (): Promise<void> => {
  admin = await house.officer('quantri');
  second = await other.officer('quantri');
};

const textOf = async (path: string, browser = admin): Promise<string> => visibleText((await browser.get(path)).text);

const add = (name: string, fields: Fields, browser = admin) => browser.submit(one(name), { ...WHY, ...fields });

/** What modules are told today, in either process. */
const inForce = (name: string): Promise<string[]> =>
  Promise.all(
    [house.app, other.app].map((app) => {
      const organisation = app.modules.find(({ definition }) => definition.id === 'organisation');
      const dated = organisation?.parts.provides?.get(settings.key) as DatedSettings;
      return dated.text(name, dayOf(house.clock.now()));
    }),
  );

test('administrators alone come in, by the menu; a name that nobody knows is not found', async () => {
  for (const username of ['canbo', 'lanhdao', 'bientap', 'giamsat'])
    expect((await (await house.officer(username)).get(LIST)).status).toBe(403);
  expect((await house.browser().get(LIST)).status).toBe(303);
  expect((await admin.get('/can-bo')).text).toContain(`href="${LIST}"`);
  for (const name of ['khong-co', 'toString', '__proto__']) {
    expect((await admin.get(one(name))).status).toBe(404);
    expect((await admin.submit(one(name), WHY, { page: LIST })).status).toBe(404);
  }
  for (const day of ['2027-01-01', '1995-01-01', '2027-02-31', '2027-13-01', '1/1/2027', 'zz', '%00']) {
    const path = `${one('declaration_days')}/${encodeURIComponent(day)}`;
    expect([day, (await admin.get(path)).status]).toEqual([day, 404]);
    const sent = { giaTriCu: '', giaTri: '12', ...WHY, lyDoBo: WHY.lyDo };
    for (const [address, giaTriCu] of [
      [path, '10'],
      [path, ''],
      [`${path}/bo`, '10'],
      [`${path}/bo`, ''],
    ] as const) {
      const { status } = await admin.submit(address, { ...sent, giaTriCu }, { page: one('declaration_days') });
      expect([address, status]).toEqual([address, /^\d{4}-01-01$/.test(day) ? 409 : 404]);
    }
  }
});

test('the list tells what is in force, since when, and what is to come', async () => {
  const text = await textOf(LIST);
  expect(text).toContain('Lương cơ sở (mức tham chiếu)');
  expect(text).toContain('2.340.000 đ 01/07/2024 2.530.000 đ từ 01/07/2026');
  expect(text).toContain('4,5 % lương cơ sở ban đầu');
  expect(text).toContain('T2-T6 7:00-11:30 13:00-19:00; T7 7:30-11:30 ban đầu');
  for (const name of Object.values(names)) expect((await admin.get(one(name))).status).toBe(200);
});

describe('what does not fit is told beside its field, and what was typed stays', () => {
  test.each([
    ['giaTri', names.declarationDays, { giaTri: '0' }, 'từ 3 đến 30 ngày'],
    ['giaTri', names.declarationDays, { giaTri: '10' }, 'Trước ngày này đã là 10 ngày'],
    ['giaTri', names.rateHousehold, { giaTri: '450' }, 'từ 0 đến 50'],
    ['giaTri', names.secondPerson, { giaTri: '7' }, 'Hãy chọn Bật hoặc Tắt'],
    ['giaTri', names.feedbackSupervisor, { giaTri: '04801' }, 'Hãy chọn một đơn vị trong danh sách'],
    ['tuNgay', names.declarationDays, { tuNgay: '' }, 'Hãy nhập ngày bắt đầu'],
    ['tuNgay', names.declarationDays, { tuNgay: '31/02/2027' }, 'không phải một ngày có trong lịch'],
    ['tuNgay', names.declarationDays, { tuNgay: '16/03/2026' }, 'phải từ 17/03/2026 trở đi'],
    ['tuNgay', names.insurerHotline, { giaTri: '1900 1234', tuNgay: '15/03/2026' }, 'phải từ 16/03/2026 trở đi'],
    ['tuNgay', names.declarationDays, { tuNgay: '01/01/2062' }, 'xa quá 10 năm'],
    ['tuNgay', names.baseSalary, { giaTri: '3.000.000', tuNgay: '01/07/2026' }, 'đã có giá trị 2.530.000 đ'],
    ['lyDo', names.declarationDays, { lyDo: '' }, 'Hãy ghi lý do'],
    ['giaTri', names.workHours, { giaTri: `7:30-11:30 ${'x'.repeat(400)}` }, 'Dài quá 300 ký tự'],
  ])('%s of %s: %o', async (field, name, fields, words) => {
    const sent = { giaTri: '12', tuNgay: '01/04/2026', ...WHY, ...fields };
    const answer = await add(name, sent);
    expect([answer.status, answer.text.includes(`href="#f-${field}"`)]).toEqual([400, true]);
    const text = visibleText(answer.text);
    expect(text).toContain(words);
    for (const typed of [sent.tuNgay, sent.lyDo]) expect(answer.text).toContain(`value="${typed}"`);
  });

  test('all faults at once', async () => {
    const { status, text } = await add(names.declarationDays, { giaTri: 'x', tuNgay: 'y', lyDo: 'z' });
    expect([status, visibleText(text)]).toEqual([400, expect.stringContaining('Còn 3 chỗ cần sửa')]);
  });
});

describe('a new value', () => {
  test('holds from its day on, in every process, and the history tells who and why', async () => {
    const answer = await add(names.declarationDays, { giaTri: '12', tuNgay: '18/03/2026' });
    expect(answer.get('Location')).toBe(one(names.declarationDays));
    expect(await inForce(names.declarationDays)).toEqual(['10', '10']);
    const text = await textOf(one(names.declarationDays), second);
    expect(text).toContain('12 ngày Sửa hoặc bỏ giá trị từ 18/03/2026 18/03/2026 chưa định Sắp áp dụng');
    expect(text).toContain('10 ngày ban đầu 17/03/2026 Đang áp dụng');
    expect(text).toMatch(
      /Thêm giá trị cài đặt \S.*Lý do: Quyết định số 12\/QĐ-BHXH Từ 18\/03\/2026: 10 ngày → 12 ngày/,
    );

    house.clock.set('2026-03-17T23:59:59+07:00');
    expect(await inForce(names.declarationDays)).toEqual(['10', '10']);
    house.clock.set('2026-03-18T00:00:00+07:00');
    expect(await inForce(names.declarationDays)).toEqual(['12', '12']);
    await signIn();
    expect(await textOf(one(names.declarationDays))).toContain('12 ngày 18/03/2026 chưa định Đang áp dụng');
    const answered = await textOf('/ho-tro/cau-hoi-thuong-gap/dang-ky-tai-khoan', house.browser());
    expect(answered).toContain('Trong 12 ngày, nộp tờ khai');
  });

  test('that has begun is not corrected and not taken back', async () => {
    const path = `${one(names.declarationDays)}/2026-03-18`;
    expect((await admin.get(path)).status).toBe(404);
    const { hidden } = await admin.form(one(names.declarationDays));
    const sent = { ...hidden, giaTriCu: '12', giaTri: '15', lyDo: WHY.lyDo, lyDoBo: WHY.lyDo };
    for (const address of [path, `${path}/bo`]) {
      const answer = await admin.send(address, sent);
      expect([answer.status, visibleText(answer.text)]).toEqual([409, expect.stringContaining('đã áp dụng nên')]);
    }
    expect(await inForce(names.declarationDays)).toEqual(['12', '12']);
  });

  test('sent twice is one value and one act', async () => {
    const { hidden } = await admin.form(one(names.overdueHours));
    const sent = { ...hidden, ...WHY, giaTri: '48', tuNgay: '01/05/2026' };
    for (const time of [1, 2])
      expect([time, (await admin.send(one(names.overdueHours), sent)).status]).toEqual([time, 303]);
    const text = await textOf(one(names.overdueHours));
    expect(text).toContain('2 giá trị');
    expect(text.split('Thêm giá trị cài đặt')).toHaveLength(2);
  });

  test('for those who call begins today, and is on the pages of other processes within a minute', async () => {
    const footer = async (browser: Browser): Promise<boolean> =>
      (await browser.get('/ho-tro')).text.includes('1900 1234');
    expect([await footer(house.browser()), await footer(other.browser())]).toEqual([false, false]);
    expect((await add(names.insurerHotline, { giaTri: '1900 1234', tuNgay: '18/03/2026' })).status).toBe(303);
    expect(await inForce(names.insurerHotline)).toEqual(['1900 1234', expect.any(String)]);
    house.clock.forward(61_000);
    expect(await inForce(names.insurerHotline)).toEqual(['1900 1234', '1900 1234']);
    expect([await footer(house.browser()), await footer(other.browser())]).toEqual([true, true]);
  });
});

describe('a value to come', () => {
  const path = `${one(names.feedbackReopenDays)}/2026-06-01`;

  test('is corrected and taken back with a reason, and may be set again', async () => {
    await add(names.feedbackReopenDays, { giaTri: '51', tuNgay: '01/06/2026' });
    expect((await admin.get(path)).text).toContain('value="51"');
    for (const wrong of [{ giaTri: '500' }, { lyDo: '' }, { giaTri: '15' }]) {
      const answer = await admin.submit(path, { giaTri: '21', ...WHY, ...wrong });
      expect([wrong, answer.status]).toEqual([wrong, 400]);
    }
    expect((await admin.submit(path, { giaTri: '21', ...WHY })).status).toBe(303);
    expect(await textOf(one(names.feedbackReopenDays))).toContain('Từ 01/06/2026: 51 ngày → 21 ngày');
    expect((await admin.submit(`${path}/bo`, { lyDoBo: 'x' }, { page: path })).status).toBe(400);
    expect((await admin.submit(`${path}/bo`, { lyDoBo: 'Chưa được duyệt' }, { page: path })).status).toBe(303);
    const text = await textOf(one(names.feedbackReopenDays));
    expect(text).toContain('1 giá trị');
    expect(text).toContain('Từ 01/06/2026: 21 ngày → vẫn 15 ngày');
    expect((await add(names.feedbackReopenDays, { giaTri: '20', tuNgay: '01/06/2026' })).status).toBe(303);
    expect(await textOf(one(names.feedbackReopenDays))).toContain('2 giá trị');
  });

  test('of the seed that was taken back stays away when the seed runs again', async () => {
    const law = `${one(names.baseSalary)}/2026-07-01`;
    expect((await admin.submit(`${law}/bo`, { lyDoBo: 'Nghị định lùi ngày' }, { page: law })).status).toBe(303);
    const organisation = house.app.modules.find(({ definition }) => definition.id === 'organisation');
    await organisation?.parts.seed?.reference?.();
    expect(await textOf(one(names.baseSalary))).not.toContain('2.530.000 đ 01/07/2026');
    expect((await admin.get(law)).status).toBe(404);
    house.clock.set('2026-07-02T08:00:00+07:00');
    expect(await inForce(names.baseSalary)).toEqual(['2340000', '2340000']);
    await signIn();
  });
});

describe('two administrators at once', () => {
  test('one adds, the other reads so, keeps what he typed and may send it again', async () => {
    const path = one(names.invitationHours);
    const late = await second.form(path);
    await add(names.invitationHours, { giaTri: '24', tuNgay: '01/09/2026' });
    const sent = { ...late.hidden, ...WHY, giaTri: '32', tuNgay: '01/10/2026' };
    const answer = await second.send(path, sent);
    expect(answer.status).toBe(409);
    const text = visibleText(answer.text);
    expect(text).toContain('vừa được người khác đổi');
    expect(text).toContain('24 giờ làm việc');
    expect(answer.text).toContain('value="32"');
    expect(answer.text).toContain('value="01/10/2026"');
    const { hidden } = formsOf(answer.text, path).find(({ action }) => action === path) ?? {};
    expect((await second.send(path, { ...sent, ...hidden })).status).toBe(303);
    expect(await textOf(path)).toContain('3 giá trị');
  });

  test('one corrects or takes back, the other reads so and keeps what he typed', async () => {
    const path = `${one(names.invitationHours)}/2026-10-01`;
    const late = await second.form(path);
    await admin.submit(path, { giaTri: '40', ...WHY });
    const corrected = await second.send(path, { ...late.hidden, ...WHY, giaTri: '48' });
    expect([corrected.status, visibleText(corrected.text)]).toEqual([
      409,
      expect.stringContaining('Sắp áp dụng: 40 giờ'),
    ]);
    expect(corrected.text).toContain('value="48"');
    await admin.submit(`${path}/bo`, { lyDoBo: 'Chưa được duyệt' }, { page: path });
    const gone = await second.send(path, { ...late.hidden, ...WHY, giaTriCu: '40', giaTri: '48' });
    expect(gone.status).toBe(409);
    expect(gone.text).toContain('value="48"');
    expect(gone.text).toContain('value="01/10/2026"');
    expect(await textOf(one(names.invitationHours))).toContain('2 giá trị');
  });

  test('at the very same moment exactly one wins', async () => {
    const path = one(names.hotCaseMinutes);
    const forms = await Promise.all([admin, second].map(async (browser) => (await browser.form(path)).hidden));
    const answers = await Promise.all(
      [admin, second].map((browser, at) =>
        browser.send(path, { ...forms[at], ...WHY, giaTri: String(20 + at), tuNgay: '01/12/2026' }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await textOf(path)).toContain('2 giá trị');
  });
});
