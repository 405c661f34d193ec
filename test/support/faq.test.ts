import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faqGroups } from '../../seeders/data/faq/all.js';
import { unknownPlaces } from '../../src/modules/support/answer.rules.js';
import { GROUPS } from '../../src/modules/support/question.rules.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';

const FAQ = '/ho-tro/cau-hoi-thuong-gap';
const entries = faqGroups.flatMap(({ entries: list }) => list);

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const get = async (path: string) => house.browser().get(path);
const textOf = async (path: string): Promise<string> => visibleText((await get(path)).text);

describe('the answers to begin with', () => {
  it('are at least 80, in every group, each with source, and of an address of its own', () => {
    expect(entries.length).toBeGreaterThanOrEqual(80);
    expect(faqGroups.map(({ code }) => code)).toEqual(GROUPS.map(({ code }) => code));
    expect(new Set(entries.map(({ code }) => code)).size).toBe(entries.length);
    expect(entries.filter(({ source, asks }) => source.length < 5 || asks.length === 0)).toEqual([]);
  });

  it('are of a length that people read', () => {
    expect(entries.filter(({ answer }) => answer.length < 60 || answer.length > 900).map(({ code }) => code)).toEqual(
      [],
    );
  });

  it('lead to pages that answer, or ask to sign in', async () => {
    // Pages of modules that come after this one.
    const later = ['/ho-tro/thu-dien-tu'];
    const links = [...new Set(entries.flatMap(({ link }) => (link ? [link[0]] : [])))].filter(
      (to) => !later.includes(to),
    );
    const answers = await Promise.all(links.map(async (path) => ({ path, status: (await get(path)).status })));
    expect(answers.filter(({ status }) => ![200, 303].includes(status))).toEqual([]);
  });

  it('leave no place of a figure empty on the page', async () => {
    for (const { code, answer } of entries.filter(({ answer: text }) => text.includes('{'))) {
      const text = await textOf(`${FAQ}/${code}`);
      expect([code, unknownPlaces(text, [])]).toEqual([code, []]);
      expect(answer).not.toBe(text);
    }
  });

  it('stay as the editors have them when the seed runs again', async () => {
    const count = () => house.app.db.row<{ n: number }>('SELECT COUNT(*) AS n FROM support_question');
    const seed = house.app.modules.find(({ definition }) => definition.id === 'support')?.parts.seed;
    const before = await count();
    await seed?.reference?.();
    expect(await count()).toEqual(before);
    expect(Number(before?.n)).toBe(entries.length);
  });
});

describe('the pages', () => {
  it('list all groups, one group, and one answer with its source and date', async () => {
    const all = await textOf(FAQ);
    for (const { title } of GROUPS) expect(all).toContain(title);
    expect(await textOf(`${FAQ}?nhom=bhyt`)).toContain('BHYT hộ gia đình đóng bao nhiêu tiền?');
    const one = await textOf(`${FAQ}/bhyt-ho-gia-dinh-bao-nhieu`);
    expect(one).toContain('105.300 đ');
    expect(one).toContain('Nguồn:');
    expect(one).toContain('20/11/2026');
  });

  it.each(['quên mật khẩu', 'quen mat khau', 'quen mk', 'quen mat khua'])('find %s', async (words) => {
    expect(await textOf(`${FAQ}?tim=${encodeURIComponent(words)}`)).toContain('Tôi quên mật khẩu thì lấy lại thế nào?');
  });

  it('say kindly when nothing is near', async () => {
    expect(await textOf(`${FAQ}?tim=${encodeURIComponent('bitcoin')}`)).toContain('Chưa có câu trả lời nào gần');
  });

  it.each(['%', '_', "' OR 1=1", '<script>alert(1)</script>', '‮x', '😀', '​'])('stand %j', async (words) => {
    const answer = await get(`${FAQ}?tim=${encodeURIComponent(words)}`);
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('<script>alert');
  });

  it('refuse what is too long, and what is not there', async () => {
    expect((await get(`${FAQ}?tim=${'x'.repeat(5_000)}`)).status).toBe(400);
    expect((await get(`${FAQ}/khong-co`)).status).toBe(404);
    expect((await get(`${FAQ}?nhom=khong-co`)).status).toBe(200);
  });

  it('are found by the search of the header', async () => {
    const text = await textOf(`/tim-kiem?q=${encodeURIComponent('thẻ BHYT hết hạn')}`);
    expect(text).toContain('Thẻ BHYT của tôi hết hạn, phải làm gì?');
  });
});

describe('/ho-tro', () => {
  it('has every way to get help, with duty hours and whether somebody answers now', async () => {
    const { text } = await get('/ho-tro');
    const words = visibleText(text);
    for (const way of [
      'Chat bot',
      'Tổng đài',
      'Email',
      'Câu hỏi thường gặp',
      'Phản ánh kiến nghị',
      'Thứ Hai đến Thứ Sáu',
    ])
      expect(words).toContain(way);
    expect(text).toContain('href="tel:19009068"');
    expect(words).toMatch(/Đang có người trực, đến|Ngoài giờ trực,/);
    expect(text).toContain('href="/phan-anh"');
  });

  it('tells of a public holiday', async () => {
    house.clock.set('2026-04-30T03:00:00Z');
    expect(await textOf('/ho-tro')).toContain('Hôm nay nghỉ Ngày Chiến thắng');
  });
});
