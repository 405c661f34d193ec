import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { formsOf, visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { picture } from '../kit/pictures.js';
import { act, BUCK, deskOf, GOOD, pathOf } from './desk.js';
import { tablesOf } from './ground.js';
import { filled, FORM, tell, words } from './tell.js';

let house: House;
let officer: Browser;
let second: Browser;
let leader: Browser;
let desk: ReturnType<typeof deskOf>;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  desk = deskOf(house);
  officer = await house.officer('canbo');
  second = await house.officer('canbo2');
  leader = await house.officer('lanhdao');
});
afterAll(() => house.close());

describe('files of an answer', () => {
  test('two at once: the files of the one who lost wait with his draft, until it goes out or they are crossed out', async () => {
    const row = await desk.inWork();
    const path = `${pathOf(row)}/tra-loi`;
    const files = { tep1: { bytes: await picture(), name: 'bang-luong.jpg' } };
    const [mine, other] = [await officer.form(pathOf(row), path), await second.form(pathOf(row), path)];
    await second.send(path, { ...other.hidden, noiDung: `${GOOD} Hai.`, loai: 'tam' });
    const lost = await officer.send(path, { ...mine.hidden, noiDung: `${GOOD} Một.` }, files);
    expect(lost.status).toBe(409);
    for (const page of [lost, await officer.get(pathOf(row))]) expect(page.text).toContain('bang-luong.jpg');
    const filesOf = () => tablesOf(house).files.many({ caseId: row.id });
    expect(await filesOf()).toEqual([]);
    await act(officer, row, 'tra-loi', { noiDung: `${GOOD} Một.`, viec: 'luu', boTep: 'tep1' });
    expect((await officer.get(pathOf(row))).text).not.toContain('bang-luong.jpg');
    const tep2 = { ...files.tep1, name: 'so-bhxh.jpg' };
    await officer.submit(path, { noiDung: `${GOOD} Một.`, viec: 'luu' }, { page: pathOf(row), files: { tep2 } });
    expect((await act(officer, row, 'tra-loi', { noiDung: `${GOOD} Một.` })).status).toBe(303);
    expect((await filesOf()).map(({ name }) => name)).toEqual(['so-bhxh.jpg']);
    expect(await tablesOf(house).drafts.count({})).toBe(0);
  });

  test('whoever lost to the last answer still reads his draft and its files', async () => {
    const row = await desk.inWork();
    const path = `${pathOf(row)}/tra-loi`;
    const { hidden } = await officer.form(pathOf(row), path);
    await act(second, row, 'tra-loi', { noiDung: GOOD });
    const files = { tep1: { bytes: await picture(), name: 'bang-luong.jpg' } };
    const lost = await officer.send(path, { ...hidden, noiDung: `${GOOD} Chậm hơn.` }, files);
    expect(lost.status).toBe(409);
    for (const page of [lost, await officer.get(pathOf(row))]) {
      const text = visibleText(page.text);
      for (const words of ['Bản nháp của bạn, chưa gửi', `${GOOD} Chậm hơn.`, 'bang-luong.jpg'])
        expect(text).toContain(words);
    }
    expect((await second.get(pathOf(row))).text).not.toContain('bang-luong.jpg');
  });

  test('files outlast a form that is refused, and go along when a leader sends the draft', async () => {
    const row = await desk.inWork();
    const path = `${pathOf(row)}/tra-loi`;
    const files = { tep1: { bytes: await picture(), name: 'quyet-dinh.jpg' } };
    const page = pathOf(row);
    const long = await officer.submit(path, { noiDung: 'dài '.repeat(2_000) }, { page, files });
    expect(long.status).toBe(400);
    expect(long.text).toContain('quyet-dinh.jpg');
    const bad = { tep2: { bytes: Buffer.from('MZ'), name: 'a.jpg' } };
    expect((await officer.submit(path, { noiDung: BUCK }, { page, files: bad })).status).toBe(400);
    expect((await act(officer, row, 'tra-loi', { noiDung: BUCK })).text).toContain('quyet-dinh.jpg');
    const [draft] = await desk.answersOf(row);
    const opened = `${page}?nhap=${draft?.id}`;
    expect(visibleText((await leader.get(opened)).text)).toContain('Gửi kèm tệp của bản nháp: quyet-dinh.jpg');
    const sent = { noiDung: BUCK, lyDoNgoaiLe: 'Người dân đã hẹn lấy sổ tại đó.', kemTep: draft?.id };
    expect((await leader.submit(path, sent, { page: opened })).status).toBe(303);
    expect((await tablesOf(house).files.many({ caseId: row.id })).map(({ name }) => name)).toEqual(['quyet-dinh.jpg']);
  });
});

describe('files of other forms', () => {
  const path = '/can-bo/phan-anh/moi';
  const typed = {
    ...{ kenh: 'desk', linhVuc: 'card', tieuDe: 'Thẻ ghi sai nơi khám', hoTen: 'Nguyễn Văn An' },
    noiDung: 'Thẻ của tôi ghi sai nơi khám chữa bệnh ban đầu.',
  };

  test('of an intake at the desk wait while the rest is put right, or are crossed out', async () => {
    const dienThoai = '0905000775';
    const [tep1, tep2] = [
      { bytes: await picture(), name: 'giay-to.jpg' },
      { bytes: await picture(), name: 'nham-tep.jpg' },
    ];
    const refused = await officer.submit(
      path,
      { ...typed, dienThoai, noiDung: 'ngắn' },
      { page: path, files: { tep1, tep2 } },
    );
    expect(refused.status).toBe(400);
    for (const name of ['giay-to.jpg', 'nham-tep.jpg']) expect(refused.text).toContain(name);
    const hidden = formsOf(refused.text, path).find(({ action }) => action === path)?.hidden;
    expect((await officer.send(path, { ...hidden, ...typed, dienThoai, boTep: 'tep2' }, {})).status).toBe(303);
    const row = await tablesOf(house).cases.one({ phone: dienThoai });
    const files = await tablesOf(house).files.many({ caseId: row?.id ?? '' });
    expect(files.map(({ name }) => name)).toEqual(['giay-to.jpg']);
  });

  test('of a citizen: one that was chosen by mistake is crossed out', async () => {
    const dienThoai = '0905000774';
    const browser = house.browser();
    const files = {
      tep1: { bytes: await picture(), name: 'dung.jpg' },
      tep2: { bytes: await picture(), name: 'nham.jpg' },
    };
    const { text } = await tell(browser, { dienThoai, noiDung: 'ngắn' }, { files });
    expect(text).toContain('nham.jpg');
    const sent = { ...words, dienThoai, ...filled(text), daXem: '1', boTep: 'tep2' };
    expect((await browser.send(FORM, sent, {})).status).toBe(303);
    const row = await tablesOf(house).cases.one({ phone: dienThoai });
    expect((await tablesOf(house).files.many({ caseId: row?.id ?? '' })).map(({ name }) => name)).toEqual(['dung.jpg']);
  });
});
