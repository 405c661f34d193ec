import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Fields } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { dossierFiles } from '../kit/pictures.js';
import { countOf, goodFields, queriesOf } from './form.js';
import { pdfText } from './pdf-text.js';

const ASSIST = '/can-bo/ho-so/ke-khai-ho';

let house: House;
let coso: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  coso = await house.officer('coso');
});
afterAll(() => house.close());

let people = 0;
const person = (): Record<string, string> => {
  people += 1;
  const tail = String(people).padStart(3, '0');
  return { ...goodFields, insuranceNumber: `4863000${tail}`, phone: `0905700${tail}`, email: '' };
};
const assist = async (browser: Browser, fields: Fields) =>
  browser.submit(ASSIST, fields, { files: await dossierFiles() });

describe('an officer declares for a person', () => {
  it('makes a dossier of his own agency, in his name, and goes on with handing it in', async () => {
    const fields = person();
    const answer = await assist(coso, { ...fields, agency: '00101' });
    expect(answer.status).toBe(303);
    const [row] = (
      await queriesOf(house).list({ agencies: 'all', insuranceNumber: fields['insuranceNumber'] ?? '' }, { limit: 2 })
    ).rows;
    const id = row?.id ?? '';
    expect(answer.get('Location')).toBe(`/can-bo/ho-so/${id}`);
    const dossier = await queriesOf(house).find(id, ['04802']);
    expect(dossier).toMatchObject({ state: 'declared', agencyCode: '04802', declaredByName: 'Huỳnh Thị Mai' });
    const page = await coso.follow(answer);
    expect(page.status).toBe(200);
    for (const words of ['Đã kê khai hộ', 'Nộp hồ sơ', 'In tờ khai', 'Cán bộ kê khai hộ'])
      expect(visibleText(page.text)).toContain(words);
    expect((await queriesOf(house).pictures(id)).map(({ addedBy }) => addedBy)).toEqual(
      Array<string>(3).fill('Huỳnh Thị Mai'),
    );
    const act = await house.app.db.row<{ person: string; actor_name: string; purpose: string }>(
      `SELECT person, actor_name, purpose FROM core_audit WHERE action = 'registration.assisted' AND subject_id = ?`,
      [id],
    );
    expect(act).toMatchObject({ person: fields['insuranceNumber'], actor_name: 'Huỳnh Thị Mai' });
    expect(act?.purpose).toContain('Kê khai hộ');
    await house.settle();
    expect((await house.messages({ to: fields['phone'] ?? '' })).at(-1)?.text).toContain('Da ghi nhan to khai');
  });

  it('prints the form for the signature, for his subtree only, and leaves a trace', async () => {
    const answer = await assist(coso, { ...person(), fullName: 'Đặng Thị Ngọc Ánh' });
    const path = `${answer.get('Location')}/to-khai.pdf`;
    const sheet = await coso.get(path);
    expect(sheet.headers['content-type']).toContain('application/pdf');
    expect(pdfText(sheet.body as Buffer).join('\n')).toContain('ĐẶNG THỊ NGỌC ÁNH');
    expect((await (await house.officer('canbo')).get(path)).status).toBe(200);
    const [elsewhere] = (await queriesOf(house).list({ agencies: ['04801'] }, { limit: 1 })).rows;
    expect((await coso.get(`/can-bo/ho-so/${elsewhere?.id}/to-khai.pdf`)).status).toBe(404);
    expect((await coso.get('/can-bo/ho-so/00000000-0000-7000-8000-000000000000/to-khai.pdf')).status).toBe(404);
    expect((await house.browser().get(path)).status).toBe(303);
    const printed = await house.app.db.row<{ n: number }>(
      `SELECT COUNT(*) AS n FROM core_audit WHERE action = 'registration.sheet-printed'`,
    );
    expect(Number(printed?.n)).toBe(2);
  });

  it('is checked like at home: the same sentences, typed values and good files kept', async () => {
    const fields: Record<string, string> = { ...person(), phone: '0236123456', commune: '' };
    const { hidden } = await coso.form(ASSIST);
    const wrong = await coso.send(ASSIST, { ...hidden, ...fields }, await dossierFiles());
    expect(wrong.status).toBe(400);
    expect(wrong.text).toMatch(/id="f-phone-e">.*?số máy bàn/s);
    expect(wrong.text).toContain(`value="${fields['insuranceNumber']}"`);
    expect(wrong.text.match(/Đổi ảnh/g)?.length).toBe(3);
    const right = await coso.send(ASSIST, { ...hidden, ...fields, phone: '0905799001', commune: '20209' });
    expect(right.status).toBe(303);
  });

  it('pressed twice makes one dossier', async () => {
    const { hidden } = await coso.form(ASSIST);
    const fields = { ...hidden, ...person() };
    const files = await dossierFiles();
    const before = await countOf(house, 'registration_dossier');
    const answers = await Promise.all([1, 2, 3].map(() => coso.send(ASSIST, fields, files)));
    expect(new Set(answers.map((answer) => answer.get('Location'))).size).toBe(1);
    expect(await countOf(house, 'registration_dossier')).toBe(before + 1);
  });

  it('never for himself', async () => {
    await house.app.db.uow.run(() =>
      house.app.db.sequelize.query(`UPDATE auth_officer SET insurance_number = '4863999999' WHERE username = 'coso'`),
    );
    const before = await countOf(house, 'registration_dossier');
    const answer = await assist(coso, { ...person(), insuranceNumber: '4863999999' });
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain('Đây là mã số BHXH của chính bạn');
    expect(await countOf(house, 'registration_dossier')).toBe(before);
  });
});

describe('who may', () => {
  it('reception and leader see the way there, nobody else gets in', async () => {
    for (const name of ['canbo', 'lanhdao']) {
      const browser = await house.officer(name);
      expect((await browser.get('/can-bo/ho-so')).text).toContain(`href="${ASSIST}"`);
      expect((await browser.get(ASSIST)).status).toBe(200);
    }
    for (const name of ['quantri', 'bientap', 'giamsat'])
      expect((await (await house.officer(name)).get(ASSIST)).status).toBe(403);
    expect((await (await house.citizen()).get(ASSIST)).status).toBe(303);
    expect((await house.browser().post(ASSIST, goodFields)).get('Location')).toMatch(/^\/can-bo\/dang-nhap/);
  });
});
