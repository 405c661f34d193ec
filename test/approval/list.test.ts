import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { openDesk, type Case, type Desk } from './desk.js';

const LIST = '/can-bo/ho-so';
let house: House;
let desk: Desk;
let province: Browser;
let local: Browser;
let thanhKhe: Case;
let hoaXuan: Case;
let foreign: Case;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  desk = openDesk(house);
  thanhKhe = await desk.aDossier({ agencyCode: '04802', fullName: 'Ông Ích Khiêm', state: 'handed_in' });
  hoaXuan = await desk.aDossier({ agencyCode: '04803', fullName: 'Ông Thị Sương' });
  foreign = await desk.aDossier({ agencyCode: '07901', fullName: 'Ông Văn Xa' });
  province = await house.officer('canbo');
  local = await house.officer('coso');
});
afterAll(() => house.close());

const query = (params: Record<string, string>): string => `${LIST}?${new URLSearchParams(params).toString()}`;

describe('who sees what', () => {
  test('the province sees its agencies, a local agency only its own', async () => {
    const [all, own] = [await province.get(LIST), await local.get(LIST)];
    expect(all.status).toBe(200);
    for (const { number } of [thanhKhe, hoaXuan]) expect(all.text).toContain(number);
    expect(all.text).not.toContain(foreign.number);
    expect(own.text).toContain(thanhKhe.number);
    expect(own.text).not.toContain(hoaXuan.number);
    expect(own.text).not.toContain('/04801</a>');
  });

  test.each(['number', 'person', 'agency'])('a search by %s does not reach beyond', async (kind) => {
    const by = {
      number: { soHoSo: foreign.number },
      person: { maSo: foreign.insuranceNumber },
      agency: { hoTen: 'ong van xa' },
    }[kind];
    const page = await province.get(query(by as Record<string, string>));
    expect(page.status).toBe(200);
    expect(page.text).not.toContain(`${foreign.number}</a>`);
    expect(page.text).toContain('Không có hồ sơ nào khớp với bộ lọc');
  });

  test.each(['', '/anh/x', '/xem-anh/x', '/huong-dan', '/thay-anh/front'])(
    'the dossier%s of another office is not there',
    async (tail) => {
      expect((await province.get(foreign.path + tail)).status).toBe(404);
      expect((await local.get(hoaXuan.path + tail)).status).toBe(404);
      expect((await province.get(`${LIST}/khong-co${tail}`)).status).toBe(404);
    },
  );

  test.each(['nop', 'nhan-xu-ly', 'thoi-xu-ly', 'danh-gia'])('nothing is done to it by %s', async (verb) => {
    const fields = { phienBan: '1', ketQua: 'hop-le', daKy: 'on', daDoiChieu: 'on', giayTo: 'Hộ chiếu' };
    const answer = await province.submit(`${foreign.path}/${verb}`, fields, { page: LIST });
    expect(answer.status).toBe(404);
    expect((await desk.stateOf(foreign)).version).toBe(1);
  });

  test('guests are sent to sign in, other roles are refused', async () => {
    expect((await house.browser().get(LIST)).status).toBe(303);
    for (const name of ['bientap', 'quantri', 'giamsat']) {
      const officer = await house.officer(name);
      expect((await officer.get(LIST)).status).toBe(403);
      expect((await officer.get(thanhKhe.path)).status).toBe(403);
    }
    const citizen = await house.citizen();
    expect((await citizen.get(LIST)).status).toBe(303);
  });
});

describe('search', () => {
  test('the panel has the words of the letter', async () => {
    const text = visibleText((await province.get(LIST)).text);
    for (const word of [
      'Mở rộng',
      'Số hồ sơ',
      'Mã số BHXH',
      'Từ ngày',
      'Đến ngày',
      'Tình trạng',
      'Trạng thái',
      'Tra cứu',
      'Xóa lọc',
    ])
      expect(text).toContain(word);
  });

  test.each([
    ['number', { soHoSo: '90001/2026/04802' }],
    ['number with blanks', { soHoSo: ' 90001/2026/04802 ' }],
    ['insurance number with dots', { maSo: '4899 90.0001' }],
    ['name without accents, words in any order', { hoTen: 'khi ong' }],
    ['name and state', { hoTen: 'ich khiem', trangThai: 'handed_in' }],
    ['day', { hoTen: 'khiem', tuNgay: '16/03/2026', denNgay: '2026-03-16' }],
    ['kind and assessment', { hoTen: 'khiem', loai: 'new', tinhTrang: 'none' }],
    ['agency', { hoTen: 'ong', coQuan: '04802' }],
  ])('by %s', async (_, params) => {
    const { status, text } = await province.get(query(params));
    expect(status).toBe(200);
    expect(text).toContain(`${thanhKhe.number}</a>`);
    expect(text).not.toContain(`${hoaXuan.number}</a>`);
  });

  test.each([
    ['state', { hoTen: 'khiem', trangThai: 'approved' }],
    ['day', { hoTen: 'khiem', denNgay: '15/03/2026' }],
    ['kind', { hoTen: 'khiem', loai: 'stop' }],
    ['middle of a word', { hoTen: 'hiem' }],
  ])('finds nothing where the %s does not fit', async (_, params) => {
    const { text } = await province.get(query(params));
    expect(text).not.toContain(`${thanhKhe.number}</a>`);
    expect(text).toContain('Không có hồ sơ nào khớp với bộ lọc');
  });

  test.each([
    ['soHoSo', '12345', 'Số hồ sơ có dạng 00412/2026/04802'],
    ['maSo', '481122334', 'Số bạn nhập có 9 chữ số'],
    ['maSo', 'abc', 'Mã số BHXH chỉ có chữ số'],
    ['tuNgay', '30/02/2026', 'Ngày này không có trong lịch'],
    ['denNgay', 'mai', 'Ngày này không có trong lịch'],
    ['tinhTrang', 'x', 'Chọn tình trạng trong danh sách'],
    ['trangThai', "' OR 1=1", 'Chọn trạng thái trong danh sách'],
    ['loai', 'x', 'Chọn loại hồ sơ trong danh sách'],
    ['coQuan', '07901', 'Chọn cơ quan trong danh sách'],
    ['coQuan', '<b>', 'Chọn cơ quan trong danh sách'],
    ['hoTen', 'a'.repeat(101), 'Họ tên dài quá 100 ký tự'],
  ])('%s=%s is refused beside its field and kept', async (name, value, words) => {
    const { status, text } = await province.get(query({ [name]: value, hoTen: name === 'hoTen' ? value : 'giữ lại' }));
    expect(status).toBe(400);
    expect(text).toContain(words);
    expect(text).toContain(`id="f-${name}-e"`);
    expect(text).not.toContain('<b>"');
    if (name !== 'hoTen') expect(text).toContain('value="giữ lại"');
  });

  test('days in the wrong order', async () => {
    const { status, text } = await province.get(query({ tuNgay: '16/03/2026', denNgay: '01/03/2026' }));
    expect(status).toBe(400);
    expect(text).toContain('Đến ngày phải bằng hoặc sau Từ ngày');
    expect(text).toContain('value="01/03/2026"');
  });

  test.each(['sau', 'truoc'])('a cursor that is none of ours does no harm: %s', async (name) => {
    expect((await province.get(query({ [name]: 'lung-tung' }))).status).toBe(200);
    expect((await province.get(query({ [name]: 'a'.repeat(300) }))).status).toBe(400);
  });

  test('a chip takes away its own filter only', async () => {
    const { text } = await province.get(query({ hoTen: 'khiem', tuNgay: '01/03/2026' }));
    const chips = [...text.matchAll(/class="chip" href="([^"]*)"/g)].map(([, href]) => href);
    expect(chips).toEqual([`${LIST}?hoTen=khiem`, `${LIST}?tuNgay=01%2F03%2F2026`]);
  });
});

test('pages go forth and back over the same rows', async () => {
  for (let index = 0; index < 30; index += 1)
    await desk.aDossier({ fullName: `Trang Giấy ${index}`, agencyCode: '04804' });
  const numbers = (text: string): string[] =>
    [...text.matchAll(/class="num" href="[^"]*">([^<]*)</g)].map(([, number]) => number ?? '');
  const link = (text: string, rel: string): string =>
    new RegExp(`href="([^"]*)" rel="${rel}"`).exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const first = await province.get(query({ hoTen: 'trang giay' }));
  expect(numbers(first.text)).toHaveLength(25);
  expect(link(first.text, 'prev')).toBe('');
  const second = await province.get(link(first.text, 'next'));
  expect(numbers(second.text)).toHaveLength(5);
  expect(link(second.text, 'next')).toBe('');
  expect(new Set([...numbers(first.text), ...numbers(second.text)]).size).toBe(30);
  const back = await province.get(link(second.text, 'prev'));
  expect(numbers(back.text)).toEqual(numbers(first.text));
});

test('a made-up place counts as the first page', async () => {
  const id = '01a20692-03a5-76ed-8a06-5b35d0925686';
  for (const place of [`8640000000000000.${id}`, `-1e14.${id}`, `-62135596800001.${id}`, `NaN.${id}`, 'x.y', id])
    for (const name of ['sau', 'truoc']) {
      const answer = await province.get(`${LIST}?${name}=${Buffer.from(place).toString('base64url')}`);
      expect([place, answer.status]).toEqual([place, 200]);
    }
});

test('the menu counts what waits', async () => {
  const count = async (): Promise<number> =>
    Number(/<span class="n">(\d+)<span class="sr"> việc đang chờ/.exec((await local.get(LIST)).text)?.[1] ?? 0);
  const before = await count();
  await desk.aDossier({ agencyCode: '04802', state: 'handed_in' });
  await desk.aDossier({ agencyCode: '04802', state: 'in_review' });
  await desk.aDossier({ agencyCode: '04802', state: 'declared' });
  await desk.aDossier({ agencyCode: '04803', state: 'handed_in' });
  expect(await count()).toBe(before + 2);
});

test('Thoát leads back to the same list, filter and row', async () => {
  const list = query({ hoTen: 'khiem' });
  const href =
    new RegExp(`href="(${thanhKhe.path}[^"]*)"`).exec((await province.get(list)).text)?.[1]?.replaceAll('&amp;', '&') ??
    '';
  const { text } = await province.get(href);
  expect(text).toContain(`href="${LIST}?hoTen=khiem#h-${thanhKhe.id}"`);
  const hostile = await province.get(`${thanhKhe.path}?tu=${encodeURIComponent('https://evil.example')}`);
  expect(hostile.text).not.toContain('evil.example');
  expect(hostile.text).toContain(`href="${LIST}#h-${thanhKhe.id}"`);
});
