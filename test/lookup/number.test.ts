import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { firstBits } from '../../public/shared/sha256.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { puzzleOn, solved } from '../kit/puzzle.js';
import { ask, askBySum, NUMBER } from './number-ask.js';

const MISSED = 'Chưa tìm thấy kết quả phù hợp. Kiểm tra lại họ tên và ngày sinh, hoặc hỏi tổng đài.';

interface Person {
  readonly name: string;
  readonly birth: string;
  readonly paper: string;
  readonly commune: string;
  readonly phone: string;
}

let house: House;
let an: Person;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  const [row] = await house.app.db.rows<Person>(
    `SELECT full_name AS name, birth_date AS birth, citizen_id AS paper, commune_code AS commune, phone
       FROM records_participant WHERE insurance_number = '4812345678'`,
  );
  an = row as Person;
});
afterAll(() => house.close());
// Each test has its own quarter of an hour.
beforeEach(() => house.clock.forward(16 * 60_000));

const day = (stored: string): string => stored.split('-').reverse().join('/');
const asAn = (more: Readonly<Record<string, string>> = {}) => ({
  hoTen: 'nguyen van an',
  ngaySinh: day(an.birth),
  soGiayTo: an.paper,
  ...more,
});

const audits = () =>
  house.app.db.rows<{ person: string; details: string }>(
    "SELECT person, details FROM core_audit WHERE action = 'lookup.number-asked' ORDER BY id",
  );

describe('a person who knows himself', () => {
  test('gets a masked answer by name, birth date and paper, and the number on the phone on file', async () => {
    const browser = house.browser();
    const found = await ask(browser, asAn());
    expect(found.status).toBe(200);
    expect(found.get('Cache-Control')).toBe('no-store');
    const text = visibleText(found.text);
    expect(text).toContain('48xxxxxx78');
    expect(text).toContain('N.V.A');
    for (const secret of ['4812345678', an.phone, an.paper, 'Nguyễn Văn An', day(an.birth)])
      expect(found.text).not.toContain(secret);
    const [, slip = ''] = /name="phieu" value="([^"]*)"/.exec(found.text) ?? [];
    const sent = await browser.post(`${NUMBER}/gui`, { phieu: slip });
    expect(sent.status).toBe(200);
    await browser.post(`${NUMBER}/gui`, { phieu: slip });
    await house.settle();
    const texts = await house.messages({ to: an.phone, channel: 'sms' });
    expect(texts.filter(({ text: sms }) => sms.includes('Ma so BHXH cua ban: 4812345678'))).toHaveLength(1);
  });

  test('by commune instead of a paper', async () => {
    const found = await ask(house.browser(), asAn({ soGiayTo: '', xa: an.commune }));
    expect(visibleText(found.text)).toContain('48xxxxxx78');
  });

  test('without a script by the sum, drawn and in words', async () => {
    const page = await house.browser().get(NUMBER);
    expect(page.text).toMatch(/<svg class="sum"[^>]*role="img" aria-label="[^"]+ cộng [^"]+ bằng mấy"/);
    expect(visibleText((await askBySum(house.browser(), asAn())).text)).toContain('48xxxxxx78');
  });

  test('is asked for what is missing, beside the field, and nothing typed is lost', async () => {
    const none = await ask(house.browser(), { hoTen: 'An', ngaySinh: '31/02/1990', tinh: '48' });
    expect(none.status).toBe(400);
    const text = visibleText(none.text);
    expect(text).toContain('Ngày sinh chưa đúng');
    expect(text).toContain('Hãy nhập số giấy tờ, hoặc chọn tỉnh và phường, xã');
    expect(none.text).toContain('value="31/02/1990"');
  });

  test('chooses the province first without a script, nothing checked', async () => {
    const page = await house.browser().post(NUMBER, { hoTen: 'Nguyễn Văn An', tinh: '01', chonTinh: '1' });
    expect(page.status).toBe(200);
    expect(page.text).toContain('Phường Ba Đình');
    expect(page.text).toContain('value="Nguyễn Văn An"');
  });
});

describe('whoever guesses', () => {
  test('reads the same for nobody and for several, and each try is in the audit', async () => {
    const twice = `INSERT INTO records_participant (id, insurance_number, full_name, name_folded, birth_date, birth_precision, sex, address, commune_code, updated_at)
      VALUES (?, ?, 'Lê Hai Người', 'le hai nguoi', '1980-01-01', 'day', 'male', '', '20242', '2026-01-01 00:00:00.000')`;
    await house.app.db.uow.run(async () => {
      for (const number of ['4899999901', '4899999902'])
        await house.app.db.sequelize.query(twice, { replacements: [`id-${number}`, number] });
    });
    const before = (await audits()).length;
    const several = await ask(house.browser(), { hoTen: 'Lê Hai Người', ngaySinh: '01/01/1980', xa: '20242' });
    const none = await ask(house.browser(), { hoTen: 'Lê Hai Người', ngaySinh: '02/01/1980', xa: '20242' });
    expect([several.status, none.status]).toEqual([200, 200]);
    const plain = (html: string): string => visibleText(html).replaceAll('01/01/1980', '').replaceAll('02/01/1980', '');
    expect(plain(several.text)).toContain(MISSED);
    expect(plain(several.text)).toBe(plain(none.text));
    const rows = (await audits()).slice(before);
    expect(rows.map(({ details }) => (JSON.parse(details) as { found: number }).found)).toEqual([2, 0]);
    expect(rows.map(({ person }) => person)).toEqual(['', '']);
  });

  test('finds nobody by half of it: another birth date, another paper, part of a name', async () => {
    for (const more of [{ ngaySinh: '01/01/1950' }, { soGiayTo: '048190009999' }, { hoTen: 'nguyen van' }])
      expect(visibleText((await ask(house.browser(), asAn(more))).text)).toContain(MISSED);
  });

  test('needs an answer to a puzzle of ours, its own, once and in time', async () => {
    const browser = house.browser();
    const { cauDo, salt } = puzzleOn((await browser.get(NUMBER)).text);
    const proof = solved(salt);
    const other = puzzleOn((await browser.get(NUMBER)).text);
    const wrong = [
      { cauDo, loiGiai: '1' },
      { cauDo: '', loiGiai: proof },
      { cauDo: `${cauDo.slice(0, -4)}AAAA`, loiGiai: proof },
      { cauDo: other.cauDo, loiGiai: proof },
      { cauDo, loiGiai: '', ketQua: '' },
      { cauDo, loiGiai: '', ketQua: '99' },
    ];
    for (const answer of wrong) {
      const refused = await browser.post(NUMBER, { ...asAn(), ...answer });
      expect([refused.status, visibleText(refused.text).includes('48xxxxxx78')]).toEqual([400, false]);
    }
    expect((await browser.post(NUMBER, { ...asAn(), cauDo, loiGiai: proof })).status).toBe(200);
    const again = await browser.post(NUMBER, { ...asAn(), cauDo, loiGiai: proof });
    expect([again.status, visibleText(again.text).includes('đã dùng rồi')]).toEqual([400, true]);
    const late = puzzleOn((await browser.get(NUMBER)).text);
    house.clock.forward(31 * 60_000);
    const answer = { ...asAn(), cauDo: late.cauDo, loiGiai: solved(late.salt) };
    expect(visibleText((await browser.post(NUMBER, answer)).text)).toContain('đã quá 30 phút');
  });

  test('has five tries in a quarter of an hour, three of them by sums', async () => {
    for (let round = 0; round < 3; round += 1) expect((await askBySum(house.browser(), asAn())).status).toBe(200);
    expect((await askBySum(house.browser(), asAn())).status).toBe(429);
    for (let round = 0; round < 2; round += 1) expect((await ask(house.browser(), asAn())).status).toBe(200);
    const refused = await ask(house.browser(), asAn());
    expect(refused.status).toBe(429);
    expect(visibleText(refused.text)).toContain('Nơi này đã tra cứu 5 lần trong 15 phút');
    expect(refused.text).toContain('value="nguyen van an"');
  });

  test('cannot make a slip', async () => {
    const forged = await house.browser().post(`${NUMBER}/gui`, { phieu: Buffer.from('4811223344').toString('base64') });
    expect(forged.status).toBe(400);
  });
});

test('the script hashes as everybody else does', () => {
  for (const text of ['', 'abc', 'AAAAAAAAAAAAAAAAAAAAAA.65535', 'x'.repeat(55)])
    expect(firstBits(text)).toBe(createHash('sha256').update(text).digest().readUInt32BE(0));
});

test('the ways to find a number are told', async () => {
  const text = visibleText((await house.browser().get(`${NUMBER}/cach-tim`)).text);
  for (const way of ['thẻ BHYT', 'sổ BHXH', 'mã QR', 'CCCD', 'nơi làm việc', 'tổng đài']) expect(text).toContain(way);
});
