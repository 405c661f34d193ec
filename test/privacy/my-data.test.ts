import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { pdfPages, pdfText } from '../registration/pdf-text.js';

const PAGE = '/ca-nhan/du-lieu-cua-toi';

interface Section {
  readonly name: string;
  readonly title: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}
interface MyData {
  readonly format: string;
  readonly version: number;
  readonly madeAt: string;
  readonly insuranceNumber: string;
  readonly sections: readonly Section[];
}

let house: House;
let an: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  an = await house.citizen();
});
afterAll(() => house.close());

const read = (answer: Response): MyData => JSON.parse(answer.text) as MyData;
const section = (data: MyData, name: string): Section => {
  const found = data.sections.find((each) => each.name === name);
  if (!found) throw new Error(`no section ${name}`);
  return found;
};
const downloads = () =>
  house.app.db.rows<{ person: string; realm: string; details: string }>(
    "SELECT person, actor_realm AS realm, details FROM core_audit WHERE action = 'privacy.data-downloaded' ORDER BY id",
  );

describe('Dữ liệu của tôi', () => {
  it('is found among the pages of the account and says what it holds', async () => {
    expect((await an.get('/ca-nhan')).text).toContain(`href="${PAGE}"`);
    const { text } = await an.get(PAGE);
    const words = visibleText(text);
    for (const title of ['Tài khoản', 'Quá trình tham gia BH', 'Thẻ BHYT', 'Hồ sơ đã gửi', 'Tin nhắn về tài khoản'])
      expect(words).toContain(title);
    for (const title of ['Thiết bị đã đăng nhập', 'Sự đồng ý của bạn', 'Ai đã xem dữ liệu của bạn'])
      expect(words).toContain(title);
    expect(text).toContain(`href="${PAGE}.json"`);
    expect(text).toContain(`href="${PAGE}.pdf"`);
  });

  it('gives every section of every module as JSON, in a shape that stays', async () => {
    const answer = await an.get(`${PAGE}.json`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toContain('application/json');
    expect(answer.headers['content-disposition']).toBe(
      'attachment; filename=du-lieu-cua-toi-4812345678-2026-03-16.json',
    );
    expect(answer.headers['cache-control']).toBe('no-store');
    const data = read(answer);
    expect(data).toMatchObject({ format: 'ansinh-my-data', version: 1, insuranceNumber: '4812345678' });
    expect(new Date(data.madeAt)).toEqual(house.clock.now());
    const brought = house.app.modules.flatMap(({ parts }) => parts.personalData ?? []).map(({ name }) => name);
    const given = data.sections.map(({ name }) => name);
    expect(given.toSorted()).toEqual(brought.toSorted());
    expect(given.slice(0, 2)).toEqual(['records.participant', 'auth.account']);
    for (const { fields, rows } of data.sections)
      for (const row of rows) expect(Object.keys(row)).toEqual(Object.keys(fields));
  });

  it('holds what the pages show', async () => {
    const data = read(await an.get(`${PAGE}.json`));
    expect(section(data, 'records.participant').rows).toMatchObject([
      { fullName: 'Nguyễn Văn An', phone: '0912345678', citizenId: '048085012321' },
    ]);
    const stretches = section(data, 'records.participation').rows;
    expect(stretches).toHaveLength(20);
    expect(stretches).toContainEqual(
      expect.objectContaining({
        fund: 'bhxh',
        toMonth: '2026-02',
        status: 'late',
        lumpSummed: false,
        wage: 12_500_000,
      }),
    );
    expect(section(data, 'records.cards').rows.length).toBeGreaterThan(1);
    expect(section(data, 'auth.account').rows).toMatchObject([{ insuranceNumber: '4812345678', state: 'active' }]);
    expect(section(data, 'auth.devices').rows.length).toBeGreaterThan(0);
    expect(section(data, 'auth.activity').rows).toContainEqual(
      expect.objectContaining({ action: 'auth.signed-in', agency: null }),
    );
    expect(section(data, 'privacy.looks').rows.length).toBeGreaterThan(0);
  });

  it('carries no secret, no officer by name, and nothing of another person', async () => {
    const { text } = await an.get(`${PAGE}.json`);
    const hashes = await house.app.db.rows<{ hash: string }>('SELECT password_hash AS hash FROM auth_account');
    expect(hashes.some(({ hash }) => text.includes(hash))).toBe(false);
    expect(text).not.toMatch(/argon2|passwordHash|fileId|receivedHash/);
    const names = await house.app.db.rows<{ name: string }>('SELECT full_name AS name FROM auth_officer');
    expect(names.filter(({ name }) => text.includes(name))).toEqual([]);
    expect(text).not.toContain('4811223344');
  });

  it('leaves out what a stranger declared under the number, until an officer has found it true', async () => {
    const { db } = house.app;
    const dossier = await db.row<{ number: string; person: string; phone: string }>(
      `SELECT number, insurance_number AS person, phone FROM registration_dossier
        WHERE state = 'handed_in' AND kind = 'new' AND insurance_number <> '4812345678' ORDER BY id`,
    );
    const { number = '', person = '', phone = '' } = dossier ?? {};
    const set = (sql: string, ...replacements: string[]) => db.uow.run(() => db.sequelize.query(sql, { replacements }));
    const move = 'UPDATE registration_dossier SET insurance_number = ? WHERE number = ?';
    await set(move, '4812345678', number);
    const before = (await an.get(`${PAGE}.json`)).text;
    expect(before).not.toContain(number);
    expect(before).not.toContain(phone);
    await set('UPDATE registration_dossier SET phone = ? WHERE number = ?', '0912345678', number);
    const data = read(await an.get(`${PAGE}.json`));
    expect(section(data, 'registration.dossiers').rows).toContainEqual(expect.objectContaining({ number }));
    expect(section(data, 'registration.files').rows).toContainEqual(
      expect.objectContaining({ number, kind: 'portrait', current: true }),
    );
    await set(move, person, number);
    await set('UPDATE registration_dossier SET phone = ? WHERE number = ?', phone, number);
  });

  it('gives the same as PDF, as text', async () => {
    const answer = await an.get(`${PAGE}.pdf`);
    expect(answer.headers['content-type']).toBe('application/pdf');
    const pdf = answer.body as Buffer;
    const text = pdfText(pdf).join('\n');
    for (const words of ['Dữ liệu của tôi', 'Quá trình tham gia BH', 'Nguyễn Văn An', 'Trang 1/'])
      expect(text).toContain(words);
    expect(text).toContain('lập lúc');
    expect(pdfPages(pdf)).toBeGreaterThan(1);
  });

  it('writes every download down, and stops after ten within an hour', async () => {
    house.clock.forward(3_700_000);
    an = await house.citizen();
    const before = (await downloads()).length;
    for (let time = 0; time < 10; time += 1) expect((await an.get(`${PAGE}.json`)).status).toBe(200);
    const refused = await an.get(`${PAGE}.pdf`);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3_500);
    expect(visibleText(refused.text)).toContain('Bạn đã tải dữ liệu nhiều lần trong một giờ');
    const rows = await downloads();
    expect(rows.length - before).toBe(10);
    expect(rows.at(-1)).toMatchObject({ person: '4812345678', realm: 'citizen', details: '{"format":"json"}' });
    house.clock.forward(3_700_000);
    an = await house.citizen();
    expect((await an.get(`${PAGE}.pdf`)).status).toBe(200);
  });

  it('is empty, and says so, for somebody of whom nothing is on record', async () => {
    const { db } = house.app;
    const turn = (from: string, to: string) =>
      db.uow.run(() =>
        db.sequelize.query('UPDATE auth_account SET insurance_number = ? WHERE insurance_number = ?', {
          replacements: [to, from],
        }),
      );
    await turn('4812345678', '4899999999');
    const data = read(await an.get(`${PAGE}.json`));
    const pdf = (await an.get(`${PAGE}.pdf`)).body as Buffer;
    await turn('4899999999', '4812345678');
    expect(section(data, 'records.participant').rows).toEqual([]);
    expect(section(data, 'records.participation').rows).toEqual([]);
    expect(pdfText(pdf).join('\n')).toContain('Không có dữ liệu.');
  });
});
