import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';

const MINE = '/ca-nhan/dong-y';
const TEXTS = '/can-bo/quan-tri/van-ban-dong-y';
const newText = {
  tieuDe: 'Mời góp ý về chất lượng phục vụ',
  noiDung: 'Nếu bạn đồng ý, cơ quan BHXH mời bạn trả lời ba câu hỏi ngắn sau mỗi hồ sơ.\nCâu trả lời giữ 12 tháng.',
  coSo: 'Sự đồng ý của bạn',
};

let house: House;
let citizen: Browser;
let admin: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  [citizen, admin] = [await house.citizen(), await house.officer('quantri')];
});
afterAll(() => house.close());

const rows = () =>
  house.app.db.rows<{ version: number; open: string | null; ended: Date | null }>(
    'SELECT version, open_key AS open, withdrawn_at AS ended FROM privacy_consent WHERE code = ? ORDER BY given_at, id',
    ['khao-sat'],
  );
const give = (browser: Browser, muc = 'khao-sat', ban = '1') => browser.submit(MINE, { muc, ban });
const withdraw = (muc = 'khao-sat') => citizen.submit(`${MINE}/rut-lai`, { muc }, { page: MINE });

describe('consents', () => {
  it('are never given by default; what a law asks for is told, not asked', async () => {
    const text = visibleText((await citizen.get(MINE)).text);
    expect(text).toContain('Bạn chưa đồng ý');
    expect(text).toContain('Theo luật, không cần đồng ý');
    expect(await rows()).toEqual([]);
    expect((await give(citizen, 'nhat-ky')).status).toBe(404);
    expect((await give(citizen, 'khong-co')).status).toBe(404);
  });

  it('are given one by one, once however often it is clicked, with the text they belong to', async () => {
    const { hidden } = await citizen.form(MINE);
    const click = () => citizen.send(MINE, { ...hidden, muc: 'khao-sat', ban: '1' });
    const answers = await Promise.all([click(), click(), click()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await rows()).toMatchObject([{ version: 1, open: '4812345678:khao-sat', ended: null }]);
    expect(visibleText((await citizen.get(MINE)).text)).toContain('Bạn đã đồng ý');
  });

  it('are withdrawn, stay as evidence, and withdrawing twice does no harm', async () => {
    expect([(await withdraw()).status, (await withdraw()).status]).toEqual([303, 303]);
    const [first, ...rest] = await rows();
    expect(rest).toEqual([]);
    expect([first?.open, first?.ended !== null]).toEqual([null, true]);
    const actions = await house.app.db.rows<{ action: string }>(
      "SELECT action FROM core_audit WHERE action LIKE 'privacy.consent%' ORDER BY id",
    );
    expect(actions.map(({ action }) => action)).toEqual(['privacy.consent-given', 'privacy.consent-withdrawn']);
  });
});

describe('texts', () => {
  it('get new versions, never other words: whoever agreed is asked again and can read what it was', async () => {
    await give(citizen);
    expect((await admin.submit(`${TEXTS}/khao-sat`, newText)).status).toBe(303);
    const page = visibleText((await citizen.get(MINE)).text);
    expect(page).toContain('Có bản mới');
    const old = await citizen.get('/quyen-rieng-tu/khao-sat/1');
    expect(visibleText(old.text)).toContain('vài câu hỏi ngắn');
    expect(visibleText(old.text)).toContain('Đây là bản cũ');
    expect((await give(citizen, 'khao-sat', '1')).status).toBe(409);
    expect((await give(citizen, 'khao-sat', '2')).status).toBe(303);
    expect((await rows()).filter(({ open }) => open !== null)).toMatchObject([{ version: 2 }]);
  });

  it('are public', async () => {
    const page = await house.browser().get('/quyen-rieng-tu');
    expect(page.status).toBe(200);
    expect(visibleText(page.text)).toContain('Câu trả lời giữ 12 tháng.');
    expect((await house.browser().get('/quyen-rieng-tu/khao-sat/9')).status).toBe(404);
  });

  it('changed by two at once: the second reads so and nothing is half done', async () => {
    const path = `${TEXTS}/tin-moi`;
    const { hidden } = await admin.form(path);
    const send = () => admin.send(path, { ...hidden, ...newText, tieuDe: 'Nhận tin mới' });
    const statuses = (await Promise.all([send(), send()])).map(({ status }) => status).sort();
    expect(statuses).toEqual([303, 409]);
    expect((await house.browser().get('/quyen-rieng-tu/tin-moi/3')).status).toBe(404);
  });

  it.each([
    ['no title', { tieuDe: '' }, 'tên mục đích'],
    ['a short text', { noiDung: 'Ngắn' }, 'ít nhất 50 ký tự'],
    ['a text without end', { noiDung: 'x'.repeat(5_001) }, 'dài quá 5.000'],
    ['no legal basis', { coSo: '' }, 'cơ sở pháp lý'],
    ['a made-up version', { ban: 'x' }, 'Trang này đã cũ'],
  ])('refuse %s', async (_, fields, words) => {
    const answer = await admin.submit(`${TEXTS}/khao-sat`, { ...newText, ...fields });
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text).toLowerCase()).toContain(words.toLowerCase());
  });

  it('are for administrators', async () => {
    for (const name of ['canbo', 'lanhdao']) expect((await (await house.officer(name)).get(TEXTS)).status).toBe(403);
    expect((await admin.get(`${TEXTS}/khong-co`)).status).toBe(404);
  });
});
