import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';

const LETTER = '/ho-tro/thu-dien-tu';
const good = {
  hoTen: 'Lê Thị Hoa',
  lienHe: 'hoa@vidu.vn',
  tieuDe: 'Hỏi về thẻ BHYT',
  noiDung: 'Thẻ của tôi hết hạn cuối tháng này.\nTôi cần làm gì để không bị gián đoạn?',
};

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const send = (fields: Record<string, string> = {}) => house.browser().submit(LETTER, { ...good, ...fields });

describe('a letter', () => {
  it('reaches the office, its writer gets a code, and a copy where it was asked for', async () => {
    const answer = await send({ banSao: 'on' });
    expect(answer.status).toBe(303);
    const page = await house.browser().get(answer.get('Location') ?? '');
    const code = /HT-[A-Z2-9]{8}/.exec(visibleText(page.text))?.[0];
    expect(code).toBeDefined();
    await house.settle();
    const [office] = await house.messages({ to: 'hotro@ansinh.example' });
    for (const words of [code ?? '', 'Lê Thị Hoa', 'hoa@vidu.vn', 'Tôi cần làm gì'])
      expect(office?.text).toContain(words);
    const copies = await house.messages({ to: 'hoa@vidu.vn' });
    expect(copies).toHaveLength(1);
    expect(copies[0]?.text).toContain('Tôi cần làm gì');
    await send({ banSao: 'on', tieuDe: 'Một thư nữa' });
    await house.settle();
    expect(await house.messages({ to: 'hoa@vidu.vn' })).toHaveLength(1);
  });

  it('has no confirmation for a code that somebody made up', async () => {
    expect((await house.browser().get(`${LETTER}/da-gui/HT-AAAAAAAA-0123456789abcdef`)).status).toBe(404);
  });

  it.each([
    ['no name', { hoTen: '' }, 'Hãy ghi họ tên'],
    ['no way to answer', { lienHe: '' }, 'Hãy ghi thư điện tử hoặc số điện thoại'],
    ['a broken address', { lienHe: 'hoa@' }, 'Chưa đúng dạng'],
    ['no subject', { tieuDe: '' }, 'Hãy ghi tiêu đề'],
    ['a short text', { noiDung: 'ngắn' }, 'ít nhất 20 ký tự'],
    ['a text without end', { noiDung: 'x'.repeat(4_001) }, 'dài quá 4.000'],
    ['a copy to a phone', { lienHe: '0905612347', banSao: 'on' }, 'Bản sao gửi qua thư điện tử'],
    ['what a program filled in', { trang: 'http://spam' }, 'tải lại trang'],
  ])('with %s is shown again with what was typed', async (_, fields, words) => {
    const answer = await send(fields);
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain(words);
    if (!('hoTen' in fields)) expect(answer.text).toContain('Lê Thị Hoa');
  });

  it('cannot be sent without end from one address', async () => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 14; turn += 1) statuses.push((await send({ hoTen: '' })).status);
    expect(statuses.at(-1)).toBe(429);
  });
});
