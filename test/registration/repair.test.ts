import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { countOf, goodFields, queriesOf, runJob } from './form.js';
import { asOfficer, CODE_PAGE, enter, photo, refused } from './repair.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const errorOn = (html: string): string => /<div class="summary-err".*?<\/div>/s.exec(html)?.[0] ?? '';

describe('the way in', () => {
  it('leads from the code of the SMS to the link of the e-mail', async () => {
    const dossier = await refused(house);
    const answer = await enter(house.browser(), dossier.number, dossier.code);
    expect([answer.status, answer.get('Location')]).toEqual([303, dossier.link]);
    const page = await house.browser().get(dossier.link);
    expect(page.status).toBe(200);
    expect([page.headers['cache-control'], page.headers['referrer-policy']]).toEqual(['no-store', 'no-referrer']);
  });

  it('forgives blanks, small letters, dashes, and O for what looks like it', async () => {
    const { number, code, link } = await refused(house);
    const loose = `  ${code.slice(0, 4).toLowerCase()} - ${code.slice(4)} `.replace(/Q/g, 'O').replace(/q/g, '0');
    expect((await enter(house.browser(), number.replace('/', ' / '), loose)).get('Location')).toBe(link);
  });

  it('brings the number along from the tracking page', async () => {
    const { number, person } = await refused(house);
    const browser = house.browser();
    const tracking = await browser.submit('/dang-ky/tra-cuu', { number, phone: person['phone'] });
    expect(visibleText(tracking.text)).toContain('sửa trên chính hồ sơ này');
    const page = await browser.post(CODE_PAGE, { number, open: '1' });
    expect(page.status).toBe(200);
    expect(page.text).toContain(`value="${number}"`);
    expect(errorOn(page.text)).toBe('');
  });

  it('tells one neutral sentence for whatever is wrong, foreign, used, renewed or over', async () => {
    const [one, other, used, renewed] = [
      await refused(house),
      await refused(house),
      await refused(house),
      await refused(house),
    ];
    await house
      .browser()
      .submit(used.link, { ...used.person, fullName: 'Trần Thị Bình Minh' }, { files: { front: await photo() } });
    await asOfficer(house, (steps) => steps.renewRepair({ id: renewed.id, version: 4 }));
    const wrong = [
      [one.number, 'ABCDEFGH'],
      [one.number, other.code],
      ['99999/2026/04802', one.code],
      [used.number, used.code],
      [renewed.number, renewed.code],
    ] as const;
    const answers = [];
    for (const [number, code] of wrong) answers.push(await enter(house.browser(), number, code));
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400]);
    const said = answers.map(({ text }) => errorOn(text));
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toContain('Chưa mở được hồ sơ với số hồ sơ và mã sửa này.');
  });

  it.each([
    ['', 'ABCDEFGH', 'Hãy nhập số hồ sơ'],
    ['412', 'ABCDEFGH', 'chưa đúng dạng'],
    ['00001/2026/04802', '', 'Hãy nhập mã sửa hồ sơ'],
    ['00001/2026/04802', 'ABC', 'đúng 8 chữ và số'],
    ['00001/2026/04802', "' OR 1=1 --", 'đúng 8 chữ và số'],
    ['<script>alert(1)</script>', 'ABCDEFGH', 'chưa đúng dạng'],
    ['00001/2026/04802', 'X'.repeat(10_000), 'đúng 8 chữ và số'],
  ])('%j and %j', async (number, code, says) => {
    const answer = await enter(house.browser(), number, code);
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain(says);
    expect(answer.text).not.toContain('<script>alert');
  });

  it.each(['', '😀😀'])('says one thing about the code %j', async (code) => {
    const { text } = await enter(house.browser(), '00001/2026/04802', code);
    expect(visibleText(text)).toContain('Còn một chỗ cần sửa');
  });

  it('counts guesses at one dossier and lets its link work all the while', async () => {
    const guessed = await openHouse();
    const kept = house;
    house = guessed;
    const { number, code, link } = await refused(house);
    const browser = house.browser();
    const tries: number[] = [];
    for (let round = 0; round < 6; round += 1)
      tries.push((await browser.post(CODE_PAGE, { number, code: 'ABCDEFGH' })).status);
    expect(tries).toEqual([400, 400, 400, 400, 400, 429]);
    const right = await browser.post(CODE_PAGE, { number, code });
    expect(right.status).toBe(429);
    expect(visibleText(right.text)).toContain('mở liên kết trong thư');
    expect((await browser.get(link)).status).toBe(200);
    const other = await refused(house);
    expect((await enter(house.browser(), other.number, other.code)).get('Location')).toBe(other.link);
    house.clock.forward(15 * 60_000 + 1_000);
    expect((await enter(house.browser(), number, code)).get('Location')).toBe(link);
    await runJob(house, 'registration.repair-attempts');
    expect(await countOf(house, 'registration_repair_attempt')).toBe(0);
    house = kept;
    await guessed.close();
  });
});

describe('the page', () => {
  it('is filled in as declared, with the reason and the marks', async () => {
    const { number, link, person } = await refused(house, { fields: ['fullName', 'front'] });
    const { text } = await house.browser().get(link);
    const words = visibleText(text);
    for (const said of [number, 'Cán bộ cần bạn sửa 2 chỗ', 'Ảnh mờ. Xem lại tên.', 'Các mục khác', 'Gửi lại hồ sơ'])
      expect(words).toContain(said);
    expect(text).toContain('href="#f-fullName"');
    expect(text).toMatch(/id="f-fullName-e">.*?Cán bộ thấy ô này chưa đúng/s);
    expect(text).toMatch(/id="f-front-e">.*?Cần ảnh mới/s);
    for (const field of ['fullName', 'phone', 'paperNumber', 'street', 'email'] as const)
      expect(text).toMatch(new RegExp(`name="${field}"[^>]*value="${person[field]}"`));
    // What was right is folded, and the number stays.
    expect(text).toMatch(/<details class="more-fields">/);
    expect(text.indexOf('name="fullName"')).toBeLessThan(text.indexOf('<details'));
    expect(text.indexOf('name="phone"')).toBeGreaterThan(text.indexOf('<details'));
    expect(text).not.toContain('name="insuranceNumber"');
    // The marked picture is asked for anew, the others are named.
    expect(text.match(/Đổi ảnh/g)?.length).toBe(2);
    expect(text).not.toContain('mat-truoc.jpg');
    expect(text).toContain('anh-chan-dung.jpg');
  });

  it('shows everything where the officer marked nothing', async () => {
    const { link } = await refused(house, { fields: [] });
    const { text } = await house.browser().get(link);
    expect(text).not.toContain('<details class="more-fields"');
    expect(visibleText(text)).toContain('Lý do hồ sơ bị từ chối');
    expect(errorOn(text)).toBe('');
  });

  it('takes text as text', async () => {
    const { link } = await refused(house, { reason: '<img src=x onerror=alert(1)>' });
    expect((await house.browser().get(link)).text).not.toContain('<img src=x');
  });

  it('asks for a new picture where one was marked, keeps what was typed, and unfolds what is wrong', async () => {
    const { link } = await refused(house);
    const browser = house.browser();
    const answer = await browser.submit(link, { fullName: 'Trần Thị Bình An', phone: '0912', commitment: 'yes' });
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(/id="f-front-e">.*?Thêm ảnh mặt trước/s);
    expect(answer.text).toContain('value="Trần Thị Bình An"');
    expect(answer.text).toMatch(/<details class="more-fields" open>/);
    expect(visibleText(answer.text)).toContain('Lý do từ chối: Ảnh mờ.');
  });

  it('goes on marking what is still as it was when something else is wrong', async () => {
    const { link, person } = await refused(house);
    const browser = house.browser();
    const again = await browser.submit(link, { ...person, commitment: '' }, { files: { front: await photo() } });
    expect(again.text).toMatch(/id="f-fullName-e">.*?Họ và tên chưa khác lần trước/s);
    expect(visibleText(again.text)).toContain('Còn 2 chỗ cần sửa');
    const other = await browser.submit(link, { ...person, fullName: 'Trần Thị Bình An', commitment: '' });
    expect(visibleText(other.text)).not.toContain('chưa khác lần trước');
  });

  it('keeps a good new picture when something else is wrong', async () => {
    const { link, id } = await refused(house);
    const browser = house.browser();
    const { hidden } = await browser.form(link);
    const fields = { ...hidden, ...goodFields, fullName: 'Trần Thị Bình An' };
    const first = await browser.send(link, { ...fields, commitment: '' }, { front: await photo('mat-truoc-moi.jpg') });
    expect(first.status).toBe(400);
    expect(first.text).toContain('mat-truoc-moi.jpg');
    expect((await browser.send(link, fields)).status).toBe(303);
    const now = (await queriesOf(house).pictures(id)).filter(({ current }) => current);
    expect(now.map(({ name }) => name).sort()).toEqual(['anh-chan-dung.jpg', 'mat-sau.jpg', 'mat-truoc-moi.jpg']);
  });

  it('chooses a province without a script and loses nothing', async () => {
    const { link } = await refused(house, { fields: ['street'] });
    const browser = house.browser();
    const answer = await browser.submit(link, {
      ...goodFields,
      province: '01',
      street: 'Đường mới 12',
      chooseProvince: '1',
    });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('value="Đường mới 12"');
    expect(answer.text).toMatch(/<option value="01" selected>/);
  });

  it('does not take back what is the same as before', async () => {
    const { link, person } = await refused(house, { fields: ['fullName'] });
    const answer = await house.browser().submit(link, person);
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain('Tờ khai chưa khác lần trước.');
  });
});
