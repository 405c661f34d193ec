import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseRow } from '../../src/modules/feedback/case.model.js';
import type { Browser } from '../kit/browser.js';
import { picture } from '../kit/pictures.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { tablesOf } from './ground.js';
import { filled, FORM, tell, words } from './tell.js';

let house: House;
beforeAll(async () => {
  house = await openHouse({ demo: true });
});
afterAll(() => house.close());

const CODE = /PA-[A-Z2-9]{8}/;
/** A phone that has sent nothing yet. */
let phones = 0;
const newPhone = (): string => `0905${String(100_000 + (phones += 1))}`;

const casesOf = (phone: string): Promise<CaseRow[]> => tablesOf(house).cases.many({ phone });
const onlyCase = async (phone: string): Promise<CaseRow> => {
  const rows = await casesOf(phone);
  expect(rows).toHaveLength(1);
  return rows[0] as CaseRow;
};

describe('a guest', () => {
  it('gets a code on the screen, by SMS and by e-mail, and is told who answers until when', async () => {
    const dienThoai = newPhone();
    const browser = house.browser();
    const answer = await tell(browser, { dienThoai, thuDienTu: 'lan@vidu.vn' }, { by: 'script' });
    expect(answer.status).toBe(303);
    const address = answer.get('Location') ?? '';
    const page = await browser.follow(answer);
    expect(page.get('Cache-Control')).toContain('no-store');
    const row = await onlyCase(dienThoai);
    expect(visibleText(page.text)).toContain(row.code);
    expect(visibleText(page.text)).toContain('BHXH thành phố Đà Nẵng chịu trách nhiệm');
    for (const secret of [row.code, dienThoai]) expect(address).not.toContain(secret);
    await house.settle();
    for (const to of [dienThoai, 'lan@vidu.vn']) expect((await house.messages({ to }))[0]?.text).toContain(row.code);
    expect(row).toMatchObject({
      ...{ ownerAgency: '04801', handlingAgency: '04801', monitorAgency: '00002', state: 'received', channel: 'web' },
      ...{ senderName: 'Phạm Thị Lan', anonymous: false, verified: false, title: words.tieuDe, body: words.noiDung },
    });
  });

  it('sends without a script by a sum, and chooses the province by a button that checks nothing', async () => {
    const browser = house.browser();
    const { text } = await browser.get(FORM);
    const chosen = await browser.send(FORM, { ...filled(text), tinh: '48', tieuDe: 'Ng', chonTinh: '1' }, {});
    expect(chosen.status).toBe(200);
    expect(chosen.text).toContain('Phường Thanh Khê');
    expect(chosen.text).toContain('value="Ng"');
    const dienThoai = newPhone();
    const where = { tinh: '48', xa: /value="(\d{5})">Phường Thanh Khê</.exec(chosen.text)?.[1] ?? '' };
    const more = { dienThoai, ...where, coQuan: '04802', diaDiem: 'Quầy số 2' };
    expect((await tell(browser, more)).status).toBe(303);
    // The agency it is about is told, and owns nothing.
    expect(await onlyCase(dienThoai)).toMatchObject({
      aboutAgency: '04802',
      ownerAgency: '04801',
      communeCode: where.xa,
    });
  });

  it('is shown the hotline for urgent topics at once', async () => {
    const text = visibleText((await house.browser().get(FORM)).text);
    expect(text).toMatch(/Đang ở cơ sở khám chữa bệnh.*gọi ngay \d[\d ]+ \(trực Thứ Hai/);
    expect((await house.browser().get(FORM)).text).toMatch(/class="fb-urgent"[\s\S]*?href="tel:\d+"/);
  });

  it('sets neither owner nor monitor nor state nor deadline, whatever else it sends', async () => {
    const dienThoai = newPhone();
    const forged = {
      ...{ ownerAgency: '07901', handlingAgency: '07901', monitorAgency: '00005', state: 'closed', channel: 'desk' },
      ...{
        answerBy: '2030-01-01',
        dueAt: '',
        verified: '1',
        code: 'PA-AAAAAAAA',
        handOffs: '9',
        insuranceNumber: '4812345678',
      },
      ...{ origin: 'record', reference: 'x', receivedBy: 'Ai đó' },
    };
    await tell(house.browser(), { dienThoai, ...forged });
    const row = await onlyCase(dienThoai);
    expect(row).toMatchObject({
      ...{ ownerAgency: '04801', handlingAgency: '04801', monitorAgency: '00002', state: 'received', channel: 'web' },
      ...{ verified: false, handOffs: 0, insuranceNumber: '', origin: 'form', reference: '', receivedBy: '' },
    });
    expect(row.answerBy.getTime() - house.clock.now().getTime()).toBeLessThan(15 * 86_400_000);
  });

  it('stays unnamed where he wishes: nothing that tells who he is is kept', async () => {
    const dienThoai = newPhone();
    const told = { dienThoai, anDanh: 'on', hoTen: 'Tên Thật', maSo: '4812345678', diaChi: '12 Lê Lợi' };
    expect((await tell(house.browser(), told)).status).toBe(303);
    expect(await onlyCase(dienThoai)).toMatchObject({
      ...{ anonymous: true, verified: false, senderName: '', insuranceNumber: '', address: '' },
    });
  });

  it('sends once, however often the same form comes in; other words are another case', async () => {
    const dienThoai = newPhone();
    const browser = house.browser();
    const form = { ...filled((await browser.get(FORM)).text), daXem: '1', ...words, dienThoai };
    const first = await browser.send(FORM, form, {});
    const second = await browser.send(FORM, form, {});
    expect([first.status, second.status]).toEqual([303, 303]);
    await onlyCase(dienThoai);
    const { cauDo, ketQua } = filled((await browser.get(FORM)).text);
    expect((await browser.send(FORM, { ...form, cauDo, ketQua, tieuDe: 'Việc khác hẳn' }, {})).status).toBe(303);
    expect(await casesOf(dienThoai)).toHaveLength(2);
  });

  it('needs an answer to a puzzle of ours, and cannot send without end', async () => {
    const dienThoai = newPhone();
    const none = await tell(house.browser(), { dienThoai, loiGiai: '', ketQua: '' });
    expect(none.status).toBe(400);
    expect(visibleText(none.text)).toContain('Hãy nhập kết quả của phép tính');
    expect((await tell(house.browser(), { dienThoai, cauDo: 'AAAA' })).status).toBe(400);
    const statuses: number[] = [];
    for (let turn = 0; turn < 11; turn += 1)
      statuses.push((await tell(house.browser(), { dienThoai, tieuDe: `Việc thứ ${turn}` })).status);
    expect(statuses.slice(0, 10).every((status) => status === 303)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
    house.clock.forward(25 * 3_600_000);
  });
});

describe('answers that may do already', () => {
  it('are offered once, before anything is sent, and what was typed stays', async () => {
    const dienThoai = newPhone();
    const browser = house.browser();
    const asked = { dienThoai, daXem: undefined, tieuDe: 'Quên mật khẩu thì làm thế nào' };
    const offered = await tell(browser, asked, { files: { tep1: { bytes: await picture(), name: 'man-hinh.jpg' } } });
    expect(offered.status).toBe(200);
    const text = visibleText(offered.text);
    expect(text).toContain('Xem thử, có thể đã có câu trả lời');
    expect(text).toContain('Vẫn gửi phản ánh');
    expect(offered.text).toContain('/ho-tro/cau-hoi-thuong-gap/');
    expect(offered.text).toContain('man-hinh.jpg');
    expect(offered.text.match(/target="_blank"/g)?.length).toBeLessThanOrEqual(3);
    expect(await casesOf(dienThoai)).toHaveLength(0);
    const sent = await browser.send(FORM, { ...words, ...asked, ...filled(offered.text) }, {});
    expect(sent.status).toBe(303);
    // The file of the first press goes with it.
    const row = await onlyCase(dienThoai);
    const files = await tablesOf(house).files.many({ caseId: row.id });
    expect(files.map(({ name }) => name)).toEqual(['man-hinh.jpg']);
    expect(await tablesOf(house).drafts.count({})).toBe(0);
  });
});

describe('what cannot be taken', () => {
  const refused: readonly [string, Record<string, string>, string][] = [
    ['no topic', { linhVuc: '' }, 'Hãy chọn lĩnh vực'],
    ['a made-up topic', { linhVuc: 'khong-co' }, 'Hãy chọn lĩnh vực trong danh sách'],
    ['a short text', { noiDung: 'ngắn' }, 'ít nhất 20 ký tự'],
    ['no name and not unnamed', { hoTen: '' }, 'Hãy ghi họ tên, hoặc chọn Gửi ẩn danh'],
    ['a landline', { dienThoai: '0236 3888 999' }, 'số máy bàn'],
    ['unnamed without a phone', { anDanh: 'on', dienThoai: '' }, 'Hãy nhập số điện thoại di động'],
    ['a commune of another province', { tinh: '48', xa: '00004' }, 'Chọn phường, xã trong danh sách'],
    ['a made-up agency', { coQuan: '99999' }, 'Chọn cơ quan trong danh sách'],
    ['a broken number', { maSo: '123' }, 'Mã số BHXH có 10 chữ số'],
  ];
  it.each(refused)('%s', async (_, fields, sentence) => {
    const answer = await tell(house.browser(), fields);
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain(sentence);
    expect(answer.text).toContain('Thiếu ba tháng đóng năm 2023');
  });

  it('10,000 characters are refused clearly, and kept', async () => {
    const noiDung = 'Đường đến cơ quan bị ngập. '.repeat(400).slice(0, 10_000);
    const answer = await tell(house.browser(), { noiDung });
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain('Nội dung dài quá 4.000 ký tự');
    expect(answer.text).toContain(noiDung.trim().slice(-200));
    // Letters of three bytes make a form of 30 KB.
    const heavy = await tell(house.browser(), { noiDung: 'ệ'.repeat(10_000) });
    expect(visibleText(heavy.text)).toContain('Nội dung dài quá 4.000 ký tự');
  });

  it('files of a wrong kind; good ones wait for the next try', async () => {
    const dienThoai = newPhone();
    const browser = house.browser();
    const files = {
      tep1: { bytes: await picture(), name: 'ban-luong.jpg' },
      tep2: { bytes: Buffer.from('MZ virus'), name: 'anh.jpg', type: 'image/jpeg' },
      tep3: { bytes: Buffer.alloc(9 * 1024 * 1024), name: 'to.pdf' },
    };
    const answer = await tell(browser, { dienThoai }, { files });
    expect(answer.status).toBe(400);
    const text = visibleText(answer.text);
    for (const sentence of ['không phải ảnh JPEG', 'lớn hơn 8 MB']) expect(text).toContain(sentence);
    expect(answer.text).toContain('ban-luong.jpg');
    expect((await browser.send(FORM, { ...words, dienThoai, ...filled(answer.text), daXem: '1' }, {})).status).toBe(
      303,
    );
    const { id: caseId } = await onlyCase(dienThoai);
    expect(await tablesOf(house).files.count({ caseId })).toBe(1);
  });

  it('marks that turn the writing are taken out, lines stay', async () => {
    const dienThoai = newPhone();
    await tell(house.browser(), {
      dienThoai,
      tieuDe: 'Tệp \u202Egpj.exe\u202C lạ',
      noiDung: `Dòng một \u200F rất dài đây\u0000\nDòng hai`,
    });
    const row = await onlyCase(dienThoai);
    expect(row.title).toBe('Tệp gpj.exe lạ');
    expect(row.body).toBe('Dòng một rất dài đây\nDòng hai');
  });
});

describe('whoever is signed in', () => {
  let citizen: Browser;
  beforeAll(async () => {
    citizen = await house.citizen();
  });

  it('types neither name nor phone nor number, works out no puzzle, and cannot forge them', async () => {
    const { text } = await citizen.get(FORM);
    expect(text).not.toContain('data-puzzle');
    expect(visibleText(text)).toContain('0912345678');
    const answer = await tell(citizen, { hoTen: 'Người Khác', dienThoai: '0905999888', maSo: '4811223344' });
    expect(answer.status).toBe(303);
    const [row] = await tablesOf(house).cases.many({ insuranceNumber: '4812345678', title: words.tieuDe });
    expect(row).toMatchObject({ senderName: 'Nguyễn Văn An', phone: '0912345678', verified: true });
    expect(visibleText((await citizen.follow(answer)).text)).toMatch(CODE);
  });

  it('and unnamed leaves no trace of his account', async () => {
    await tell(citizen, { anDanh: 'on', tieuDe: 'Thái độ ở quầy số 3' });
    const [row] = await tablesOf(house).cases.many({ title: 'Thái độ ở quầy số 3' });
    expect(row).toMatchObject({ anonymous: true, verified: false, senderName: '', insuranceNumber: '' });
    const [line] = await tablesOf(house).events.many({ caseId: row?.id ?? '' });
    expect(line?.actorId).toBe('');
  });
});
