import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { checkCard, MINUTE, QR, showCard, toldOfChecks, USE } from './shown-card.js';

const AN = '4812345678';
const PROVINCES = '/can-bo/quan-tri/su-dung-the';

let house: House;
let an: Browser;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  an = await house.citizen();
});
afterAll(() => house.close());
beforeEach(async () => {
  // Every code before is over, and the session is not.
  house.clock.forward(6 * MINUTE);
  await an.get('/ca-nhan');
});

const check = (ma: string) => checkCard(house.browser(), ma);

/** An import changes the card in force. */
const change = (sql: string): Promise<unknown> =>
  house.app.db.uow.run(() =>
    house.app.db.sequelize.query(
      `UPDATE records_card SET ${sql} WHERE insurance_number = '${AN}' AND issued_on = '2025-12-21'`,
    ),
  );

describe('Sử dụng thẻ', () => {
  test('stands on the page of the card in force, and makes a code that runs five minutes', async () => {
    house.clock.set('2026-03-16T09:08:00+07:00');
    expect((await an.get('/ca-nhan/the-bhyt')).text).toContain(`action="${USE}"`);
    expect(visibleText((await an.get(USE)).text)).toContain('Bấm Tạo mã khi bạn đã đến quầy');
    const { link, code } = await showCard(an);
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1\/xac-minh-the\?ma=[\w-]+\.[\w-]+\.[\w-]{86}$/);
    expect(code).toMatch(/^([A-HJKMNP-Z2-9]{3}-){2}[A-HJKMNP-Z2-9]{3}$/);
    const { text } = await an.get(USE);
    expect(text).toContain('data-use="300"');
    expect(visibleText(text)).toContain('Dùng được đến 09:13:00');
    house.clock.forward(4 * MINUTE);
    expect((await an.get(USE)).text).toContain('data-use="60"');
    house.clock.forward(MINUTE);
    expect((await an.get(USE)).text).not.toMatch(QR.use);
  });

  test('the token tells initials and days, not who it is, and anybody can check it with the published key', async () => {
    const { token } = await showCard(an);
    const [head = '', body = '', signature = ''] = token.split('.');
    const claims = Buffer.from(body, 'base64url').toString('utf8');
    expect(JSON.parse(claims)).toMatchObject({ ini: 'N.V.A', vf: '2026-01-01', vt: '2026-12-31' });
    for (const secret of [AN, 'Nguyễn', '1985']) expect(claims).not.toContain(secret);
    const answer = await house.browser().get('/.well-known/ansinh-card-keys.json');
    const { keys } = answer.body as { keys: (JsonWebKey & { kid: string })[] };
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString('utf8')) as { kid: string };
    const jwk = keys.find((key) => key.kid === kid);
    expect([answer.status, jwk?.crv]).toEqual([200, 'Ed25519']);
    const key = createPublicKey({ key: jwk ?? {}, format: 'jwk' });
    expect(verify(null, Buffer.from(`${head}.${body}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(answer.text).not.toContain('"d"');
  });

  test('codes are not kept as they are shown', async () => {
    const { code, token } = await showCard(an);
    const kept = JSON.stringify(await house.app.db.rows<object>('SELECT * FROM records_card_use'));
    expect(kept).not.toContain(code.replaceAll('-', ''));
    expect(kept).not.toContain(token.split('.')[2]);
  });

  test('is hidden where the province of the card is switched off, and nothing else is', async () => {
    const admin = await house.officer('quantri');
    const turn = (bat: string) => admin.submit(`${PROVINCES}/bat-tat`, { ma: '48', bat }, { page: PROVINCES });
    expect((await turn('0')).status).toBe(303);
    expect(visibleText((await admin.get(PROVINCES)).text)).toContain('Đà Nẵng: đã tắt Sử dụng thẻ.');
    const { text } = await an.get('/ca-nhan/the-bhyt');
    expect(text).not.toContain(`action="${USE}"`);
    for (const words of ['DN 4 48 4812345678', '80%', 'Xem thẻ Bảo hiểm y tế'])
      expect(visibleText(text)).toContain(words);
    expect((await an.submit(USE, {}, { page: '/ca-nhan' })).status).toBe(409);
    expect(visibleText((await an.get(USE)).text)).toContain('tỉnh cấp thẻ chưa dùng cách này');
    expect((await turn('1')).status).toBe(303);
    expect((await an.get('/ca-nhan/the-bhyt')).text).toContain(`action="${USE}"`);
  });

  test('provinces are added once, by a code of two digits', async () => {
    const admin = await house.officer('quantri');
    expect(visibleText((await admin.get(PROVINCES)).text)).toMatch(/Hà Tĩnh \(42\).*Kon Tum \(62\)/s);
    const wrong = await admin.submit(PROVINCES, { ma: '4', ten: 'Hà Nội' });
    expect(wrong.status).toBe(400);
    expect(visibleText(wrong.text)).toContain('Mã tỉnh là 2 chữ số');
    expect(wrong.text).toContain('value="Hà Nội"');
    expect((await admin.submit(PROVINCES, { ma: '48', ten: 'Đà Nẵng' })).status).toBe(400);
    expect((await admin.submit(PROVINCES, { ma: '01', ten: 'Hà Nội' })).status).toBe(303);
    expect(visibleText((await admin.get(PROVINCES)).text)).toContain('Hà Nội');
    expect((await (await house.officer('canbo')).get(PROVINCES)).status).toBe(403);
  });
});

describe('Xác minh thẻ', () => {
  test('opening the link asks nothing yet; its button shows name, end and what to do', async () => {
    const { link } = await showCard(an);
    const page = await house.browser().get(link.replace('http://127.0.0.1', ''));
    expect(visibleText(page.text)).toContain('Bạn vừa quét một mã Sử dụng thẻ');
    expect(visibleText(page.text)).not.toContain('Nguyễn Văn An');
    expect(await toldOfChecks(house)).toEqual([]);
    const { status, words } = await check(link);
    expect(status).toBe(200);
    for (const part of ['Thẻ còn giá trị', 'Nguyễn Văn An', '31/12/2026', 'giấy tờ có ảnh'])
      expect(words).toContain(part);
    expect(words).not.toContain(AN);
  });

  test('takes the token, the typed code in any form, and tells the holder each time', async () => {
    const before = (await toldOfChecks(house)).length;
    const { token, code } = await showCard(an);
    for (const form of [token, code, code.replaceAll('-', '').toLowerCase(), ` ${code.replaceAll('-', ' ')} `])
      expect((await check(form)).words).toContain('Thẻ còn giá trị');
    const messages = await toldOfChecks(house);
    expect(messages.length - before).toBe(4);
    expect(messages.at(-1)).toMatch(/còn giá trị|con gia tri/);
    expect(visibleText((await an.get(USE)).text)).toContain('Kết quả: còn giá trị');
    const seen = visibleText((await an.get('/ca-nhan/ai-da-xem')).text);
    expect(seen).toMatch(/Kiểm tra thẻ BHYT.*Trang công khai/s);
  });

  test.each([
    ['expired', "valid_to = '2026-03-15'", 'Thẻ đã hết hạn'],
    ['withdrawn', "state = 'withdrawn'", 'Thẻ đã thu hồi'],
    ['not yet valid', "valid_from = '2026-05-01'", 'Thẻ chưa đến hạn'],
  ])('a card that is %s by now', async (_, sql, words) => {
    const { token, code } = await showCard(an);
    await change(sql);
    try {
      for (const form of [token, code]) {
        const answer = await check(form);
        expect(answer.words).toContain(words);
        expect(answer.words).not.toContain('Thẻ còn giá trị');
      }
      expect((await an.get(USE)).text).not.toMatch(QR.use);
    } finally {
      await change("valid_from = '2026-01-01', valid_to = '2026-12-31', state = 'active'");
    }
  });

  test('a card that is gone from the record counts as withdrawn', async () => {
    const { token } = await showCard(an);
    await change("insurance_number = '4811111111'");
    try {
      const { words } = await check(token);
      expect(words).toContain('Thẻ đã thu hồi');
      expect(words).not.toContain('Nguyễn Văn An');
    } finally {
      await house.app.db.uow.run(() =>
        house.app.db.sequelize.query(
          `UPDATE records_card SET insurance_number = '${AN}' WHERE insurance_number = '4811111111' AND number LIKE '%${AN}'`,
        ),
      );
    }
  });

  test('one code is answered five times, however many ask at once', async () => {
    const { token } = await showCard(an);
    const answers = await Promise.all(Array.from({ length: 9 }, () => check(token)));
    expect(answers.filter(({ words }) => words.includes('Thẻ còn giá trị'))).toHaveLength(5);
    expect(answers.filter(({ words }) => words.includes('Mã đã dùng hết lượt'))).toHaveLength(4);
    expect(visibleText((await an.get(USE)).text)).toContain('Mã đã dùng hết lượt');
  });
});
