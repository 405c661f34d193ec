import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/core/ids.js';
import type { Browser } from '../kit/browser.js';
import { formsOf, visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';

const PEOPLE = '/can-bo/nguoi-tham-gia';
const OPEN = `${PEOPLE}/mo`;
const AN = '4812345678';
const purpose = 'Trả lời người dân hỏi về quá trình tham gia';

let house: House;
let officer: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  officer = await house.officer('canbo');
});
afterAll(() => house.close());

const looks = (person = AN) =>
  house.app.db.rows<{ action: string; purpose: string; agencyCode: string }>(
    "SELECT action, purpose, agency_code AS agencyCode FROM core_audit WHERE person = ? AND action LIKE 'records.%' ORDER BY id",
    [person],
  );

const open = (browser: Browser, nguoi = AN, mucDich = purpose) =>
  browser.submit(OPEN, { nguoi, mucDich }, { page: PEOPLE });

describe('an officer opens the record of a person', () => {
  it('finds by number, masked until opened with a purpose', async () => {
    const found = await officer.submit(PEOPLE, { so: '4812 345 678' });
    expect(found.status).toBe(200);
    const text = visibleText(found.text);
    expect(text).toContain('Nguyễn Văn An');
    expect(text).toContain('4812•••678');
    expect(text).not.toContain('0912345678');
    expect(await looks()).toEqual([]);
    const { action, hidden } = formsOf(found.text, PEOPLE).find((form) => form.action === OPEN) ?? {
      action: '',
      hidden: {},
    };
    const id = /name="nguoi" value="([0-9a-f-]{36})"/.exec(found.text)?.[1] ?? '';
    const opened = await officer.send(action, { ...hidden, nguoi: id, mucDich: purpose });
    expect(opened.status).toBe(303);
    const page = await officer.follow(opened);
    expect(visibleText(page.text)).toContain('0912345678');
    expect(visibleText(page.text)).toContain(purpose);
    expect((await looks()).map((row) => row.action)).toEqual(['records.person-opened', 'records.person-viewed']);
    expect((await looks()).every((row) => row.purpose === purpose && row.agencyCode === '04801')).toBe(true);
  });

  it('finds by name without accents and birth date', async () => {
    const { fullName, birthDate } = (await house.app.db.row<{ fullName: string; birthDate: string }>(
      'SELECT full_name AS fullName, birth_date AS birthDate FROM records_participant WHERE insurance_number = ?',
      ['4811223344'],
    )) ?? { fullName: '', birthDate: '' };
    expect([fullName, birthDate]).toEqual(['Trần Thị Bình', '1990-05-12']);
    const found = await officer.submit(PEOPLE, { hoTen: 'tran thi binh', ngaySinh: '12/5/1990' });
    expect(visibleText(found.text)).toContain('Trần Thị Bình, sinh 12/05/1990');
  });

  it('writes down every look', async () => {
    const before = (await looks()).length;
    const opened = await open(officer);
    await officer.follow(opened);
    await officer.get(`${opened.get('Location') ?? ''}?loai=bhyt`);
    expect((await looks()).length).toBe(before + 3);
  });

  it.each([
    ['blank', ''],
    ['too short', 'xem'],
    ['too long', 'x'.repeat(301)],
  ])('asks for a purpose: %s', async (_, mucDich) => {
    const before = (await looks()).length;
    const answer = await open(officer, AN, mucDich);
    expect(answer.status).toBe(400);
    expect((await looks()).length).toBe(before);
  });

  it('keeps search and purpose when nobody was chosen', async () => {
    const answer = await officer.submit(OPEN, { so: AN, mucDich: purpose }, { page: PEOPLE });
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain('Chọn một người');
    expect(answer.text).toContain(purpose);
    expect(visibleText(answer.text)).toContain('Nguyễn Văn An');
  });

  it.each([
    [{}, 'Nhập mã số BHXH'],
    [{ so: '123' }, '10 chữ số'],
    [{ hoTen: 'An' }, 'ngày sinh'],
    [{ ngaySinh: '1990' }, 'họ và tên'],
    [{ hoTen: 'An', ngaySinh: '31/31' }, 'chưa đúng dạng'],
  ])('refuses a search for %j', async (fields, words) => {
    const answer = await officer.submit(PEOPLE, fields);
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text).toLowerCase()).toContain(words.toLowerCase());
  });
});

describe('who may not', () => {
  it('another officer, even with the address', async () => {
    const path = (await open(officer)).get('Location') ?? '';
    const other = await house.officer('canbo2');
    const answer = await other.get(path);
    expect([answer.status, answer.get('Location')]).toEqual([303, PEOPLE]);
  });

  it('anybody after half an hour, or with a made-up address', async () => {
    const own = await house.officer('lanhdao');
    const path = (await open(own)).get('Location') ?? '';
    expect((await own.get(`${PEOPLE}/${newId()}`)).get('Location')).toBe(PEOPLE);
    expect((await own.get(path)).status).toBe(200);
    house.clock.forward(29 * 60_000);
    expect((await own.get(path)).status).toBe(200);
    house.clock.forward(2 * 60_000);
    expect((await own.get(path)).get('Location')).toBe(PEOPLE);
  });

  it('a local office for people of other communes, a province for another', async () => {
    const { uow, sequelize } = house.app.db;
    const move = (commune: string, province: string) =>
      uow.run(() =>
        sequelize.query(
          'UPDATE records_participant SET commune_code = ?, province_code = ? WHERE insurance_number = ?',
          {
            replacements: [commune, province, '4811223344'],
          },
        ),
      );
    await move('00004', '01');
    const local = await house.officer('coso');
    for (const browser of [await house.officer('canbo'), local]) {
      expect((await open(browser, '4811223344')).status).toBe(404);
      expect(visibleText((await browser.submit(PEOPLE, { so: '4811223344' })).text)).toContain('Không tìm thấy');
    }
    const { serves } = (await house.app.db.row<{ serves: string }>(
      "SELECT serves FROM organisation_agency WHERE code = '04802'",
    )) ?? { serves: '[]' };
    await move((JSON.parse(serves) as string[])[0] ?? '', '48');
    expect((await open(local, '4811223344')).status).toBe(303);
    expect(await looks('4811223344')).toHaveLength(1);
  });

  it('editors, monitors and administrators', async () => {
    for (const name of ['bientap', 'giamsat', 'quantri'])
      expect((await (await house.officer(name)).get(PEOPLE)).status).toBe(403);
  });
});
