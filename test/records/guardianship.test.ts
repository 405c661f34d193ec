import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Fields } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';

const PEOPLE = '/can-bo/nguoi-tham-gia';
const WARDS = '/ca-nhan/nguoi-duoc-giam-ho';
const [AN, BINH, KHOI, HA] = ['4812345678', '4811223344', '4819000011', '4819000029'];
const mother: Fields = {
  so: BINH,
  hoTen: 'tran thi binh',
  quanHe: 'mother',
  giayTo: 'birth-certificate',
  soGiayTo: '125/2015 ngày 20/11/2015',
  dongY: 'on',
  daXem: 'on',
};

let house: House;
let officer: Browser;
let father: Browser;
let desk: string;

/** The page of guardians of a person whose record this officer has opened. */
const opened = async (browser: Browser, person: string): Promise<string> => {
  const answer = await browser.submit(
    `${PEOPLE}/mo`,
    { nguoi: person, mucDich: 'Ghi người giám hộ theo đề nghị tại quầy' },
    { page: PEOPLE },
  );
  return `${answer.get('Location')}/giam-ho`;
};

beforeAll(async () => {
  house = await openHouse({ demo: true });
  [officer, father] = [await house.officer('canbo'), await house.citizen()];
  desk = await opened(officer, KHOI);
});
afterAll(() => house.close());

const guardianships = (ward: string) =>
  house.app.db.rows<{ id: string; guardian: string; until: string | null; ended: Date | null }>(
    `SELECT id, guardian_number AS guardian, until, ended_at AS ended FROM records_guardianship
      WHERE ward_number = ? ORDER BY guardian_number, registered_at`,
    [ward],
  );

describe('a guardian', () => {
  const wardPage = async (path = '/ca-nhan') => visibleText((await father.get(path)).text);
  const turnTo = async (ward: string) => {
    const id = (await guardianships(ward))[0]?.id ?? '';
    return father.submit(`${WARDS}/${id}/xem`, {}, { page: WARDS });
  };

  it('finds the children and reads their pages as the own ones, until he turns back', async () => {
    const list = visibleText((await father.get(WARDS)).text);
    expect(list).toContain('Nguyễn Minh Khôi');
    expect(list).toContain('Nguyễn Ngọc Hà');
    expect((await turnTo(HA)).get('Location')).toBe('/ca-nhan');
    const page = await wardPage();
    expect(page).toContain('Bạn đang xem hồ sơ của Nguyễn Ngọc Hà');
    expect(page).toContain(`Mã số BHXH ${HA}`);
    expect(page).not.toContain('Đổi mật khẩu');
    expect(await wardPage('/ca-nhan/the-bhyt')).toContain('TE 1 48 4819000029');
    expect(await wardPage('/ca-nhan/qua-trinh-tham-gia')).toContain('Bạn đang xem hồ sơ của Nguyễn Ngọc Hà');
    // What belongs to the account stays with its owner.
    expect(await wardPage('/ca-nhan/thiet-bi')).not.toContain('Nguyễn Ngọc Hà');
    await father.submit(`${WARDS}/thoi-xem`, {}, { page: '/ca-nhan' });
    expect(await wardPage()).toContain('Nguyễn Văn An');
    const acts = await house.app.db.rows<{ action: string }>(
      "SELECT action FROM core_audit WHERE person = ? AND action = 'records.ward-opened'",
      [HA],
    );
    expect(acts).toHaveLength(1);
  });

  it('is out at the next page once the guardianship has run out or was ended', async () => {
    await turnTo(HA);
    const { app, clock } = house;
    const { id, until } = (await guardianships(HA))[0] ?? { id: '', until: null };
    await app.db.uow.run(() =>
      app.db.sequelize.query(`UPDATE records_guardianship SET until = '2026-03-15' WHERE id = '${id}'`),
    );
    const out = await father.get('/ca-nhan/the-bhyt');
    expect([out.status, out.get('Location')]).toEqual([303, WARDS]);
    expect(visibleText((await father.follow(out)).text)).not.toContain('Nguyễn Ngọc Hà');
    expect(await wardPage()).toContain('Nguyễn Văn An');
    expect((await turnTo(HA)).status).toBe(404);
    await app.db.uow.run(() =>
      app.db.sequelize.query(`UPDATE records_guardianship SET until = '${until}' WHERE id = '${id}'`),
    );
    expect(clock.now().toISOString()).toMatch(/^2026-03-16/);
  });

  it('reaches nobody whose guardian he is not', async () => {
    const stranger = await house.citizen(await anotherAccount());
    const id = (await guardianships(HA))[0]?.id ?? '';
    expect((await stranger.submit(`${WARDS}/${id}/xem`, {}, { page: WARDS })).status).toBe(404);
    expect(visibleText((await stranger.get('/ca-nhan')).text)).not.toContain('Nguyễn Ngọc Hà');
  });

  const anotherAccount = async (): Promise<string> => {
    const row = await house.app.db.row<{ number: string }>(
      "SELECT insurance_number AS number FROM auth_account WHERE insurance_number <> ? AND state = 'active' ORDER BY id LIMIT 1",
      [AN],
    );
    return row?.number ?? '';
  };
});

describe('the desk', () => {
  it('registers a mother once, however often it is sent, and tells father nothing but writes it down', async () => {
    const { hidden } = await officer.form(desk);
    const send = () => officer.send(desk, { ...hidden, ...mother });
    const statuses = (await Promise.all([send(), send()])).map(({ status }) => status).sort();
    expect(statuses).toEqual([303, 409]);
    expect((await guardianships(KHOI)).map(({ guardian }) => guardian)).toEqual([BINH, AN]);
    expect(visibleText((await officer.get(desk)).text)).toContain('Trần Thị Bình');
    const [act] = await house.app.db.rows<{ purpose: string; details: string }>(
      "SELECT purpose, details FROM core_audit WHERE person = ? AND action = 'records.guardian-registered'",
      [KHOI],
    );
    expect(act?.purpose).toContain('tại quầy');
    expect(act?.details).toContain('4811•••344');
  });

  it('ends it with a reason; a second time there is nothing to end', async () => {
    const [row] = await guardianships(KHOI);
    const end = (lyDo: string) => officer.submit(`${desk}/ket-thuc`, { giamHo: row?.id, lyDo }, { page: desk });
    const blank = await end('');
    expect(blank.status).toBe(400);
    expect(visibleText(blank.text)).toContain('Ghi lý do kết thúc');
    expect((await end('Cha mẹ đã ly hôn, theo bản án')).status).toBe(303);
    expect((await guardianships(KHOI)).find(({ guardian }) => guardian === BINH)?.ended).not.toBeNull();
    expect((await end('Lần thứ hai')).status).toBe(409);
    // The same guardian may come back with another paper.
    expect((await officer.submit(desk, mother)).status).toBe(303);
  });

  it('tells a guardian who has an account, by masked numbers', async () => {
    const page = await opened(officer, KHOI);
    const [, row] = (await guardianships(KHOI)).filter(({ ended }) => ended === null);
    expect(row?.guardian).toBe(AN);
    await officer.submit(`${page}/ket-thuc`, { giamHo: row?.id, lyDo: 'Ghi nhầm, làm lại' }, { page });
    await officer.submit(page, { ...mother, so: AN, hoTen: 'Nguyễn Văn An', quanHe: 'father' });
    await house.settle();
    const texts = (await house.messages({ to: '0912345678', channel: 'sms' })).map(({ text }) => text);
    expect(texts.at(-1)).toContain('Ban duoc xem ho so BHXH cua nguoi co ma so 4819xxx011');
    expect(texts.at(-2)).toContain('Ban khong con xem duoc ho so BHXH cua nguoi co ma so 4819xxx011');
  });

  it.each<[string, Fields, string]>([
    ['nothing', { so: '' }, 'Nhập đủ 10 chữ số'],
    ['an unknown number', { so: '4899999999' }, 'Không có người nào với số này'],
    ['another name', { hoTen: 'Trần Thị Bính Ngọ' }, 'không khớp với số'],
    ['no relation', { quanHe: undefined }, 'Chọn quan hệ'],
    ['a made-up relation', { quanHe: 'friend' }, 'Chọn quan hệ'],
    ['no paper', { giayTo: '' }, 'Chọn giấy tờ'],
    ['a decision for a parent', { giayTo: 'court' }, 'chọn giấy khai sinh'],
    ['no number of the paper', { soGiayTo: 'x' }, 'Ghi số và ngày'],
    ['30 February', { den: '30/02/2027' }, 'Ngày chưa đúng'],
    ['a day that is over', { den: '01/01/2026' }, 'đã qua'],
    ['a child of ten who was not asked', { dongY: undefined }, 'phải được hỏi'],
    ['originals unseen', { daXem: undefined }, 'đã xem bản gốc'],
    ['the ward himself', { so: KHOI, hoTen: 'Nguyễn Minh Khôi' }, 'chính người được giám hộ'],
    ['a child', { so: HA, hoTen: 'Nguyễn Ngọc Hà' }, 'chưa đủ 18 tuổi'],
  ])('refuses %s beside the field and keeps what was typed', async (_, fields, words) => {
    const before = (await guardianships(KHOI)).length;
    const answer = await officer.submit(desk, { ...mother, ...fields });
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain(words);
    expect(answer.text).toContain('name="soGiayTo"');
    expect((await guardianships(KHOI)).length).toBe(before);
  });

  it('of another officer, or by a role without the right, is closed', async () => {
    expect((await (await house.officer('canbo2')).get(desk)).status).toBe(303);
    expect((await (await house.officer('quantri')).get(desk)).status).toBe(403);
  });
});
