import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defineModule } from '../../src/core/module.js';
import { fitOf, type SearchWords } from '../../src/core/public-search.js';
import { fold } from '../../src/core/text.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';

const NAMES = ['Đường Điện Biên Phủ', 'Dương Đông', ...Array.from({ length: 7 }, (_, index) => `Bệnh viện ${index}`)];

const hospitals = defineModule({
  id: 'probe',
  title: 'things to find',
  tables: [],
  migrations: [],
  setup: () => ({
    nav: [
      { area: 'public', label: 'Đăng ký', href: '/dang-ky', icon: 'pencil-square', order: 1 },
      { area: 'officer', label: 'Đăng ký của cán bộ', href: '/can-bo/dang-ky', icon: 'pencil-square', order: 1 },
    ],
    publicSearch: [
      {
        title: 'Nơi khám',
        icon: 'flag',
        order: 10,
        all: ({ text }) => `/noi-kham?ten=${encodeURIComponent(text)}`,
        find: (words, limit) =>
          Promise.resolve(
            NAMES.map((name) => ({ name, fit: fitOf(name, fold(name), words) }))
              .filter(({ fit }) => fit > 0)
              .sort((a, b) => b.fit - a.fit)
              .slice(0, limit)
              .map(({ name }) => ({
                title: name,
                href: `/noi-kham/${fold(name).replaceAll(' ', '-')}`,
                text: 'Đà Nẵng',
              })),
          ),
      },
    ],
  }),
});

let house: House;
beforeAll(async () => {
  house = await openHouse({ modules: [hospitals] });
});
afterAll(() => house.close());

const search = async (q: string) => house.browser().get(`/tim-kiem?q=${encodeURIComponent(q)}`);
const words = (text: string): SearchWords => ({ text, folded: fold(text) });

describe('the search over everything public', () => {
  test('finds by the starts of words, with and without marks, and groups what it finds', async () => {
    const { text } = await search('dien bien');
    expect(text).toContain('<h2 id="nhom-0">Nơi khám</h2>');
    expect(text).toContain('href="/noi-kham/duong-dien-bien-phu"');
    expect(text).not.toContain('Dương Đông');
  });

  test('puts what is written as typed before what only sounds alike', async () => {
    const text = visibleText((await search('đường')).text);
    expect(text.indexOf('Đường Điện Biên Phủ')).toBeLessThan(text.indexOf('Dương Đông'));
  });

  test('shows five of a kind and where all of them are', async () => {
    const { text } = await search('bệnh viện');
    expect(text.match(/href="\/noi-kham\//g)).toHaveLength(5);
    expect(text).toContain('href="/noi-kham?ten=b%E1%BB%87nh%20vi%E1%BB%87n"');
  });

  test('finds pages of the menus, those of officers not', async () => {
    const { text } = await search('dang ky');
    expect(text).toContain('Trang và dịch vụ');
    expect(text).not.toContain('/can-bo/dang-ky');
  });

  test('says what to do when there is nothing', async () => {
    const answer = await search('zzz');
    expect(answer.status).toBe(200);
    expect(visibleText(answer.text)).toContain('Chưa tìm thấy gì với “zzz”');
  });

  test.each(['', '   ', '\u200b', '%', '_', "'", '🙂', '‮', '-- ;'])('is not put off by "%s"', async (q) => {
    const answer = await search(q);
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('/noi-kham/');
  });

  test('refuses what is too long kindly, and keeps it', async () => {
    const answer = await search('a'.repeat(5_000));
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain('Hãy viết ngắn lại');
    expect(answer.text).toContain('a'.repeat(5_000));
  });

  test('writes nothing typed into the page as markup', async () => {
    expect((await search('<script>alert(1)</script>')).text).not.toContain('<script>alert');
  });

  test('takes one answer of several', async () => {
    expect((await house.browser().get('/tim-kiem?q=a&q=b')).status).toBe(200);
  });
});

test('how well something fits', () => {
  expect(fitOf('Nguyễn Thị Bình', 'nguyen thi binh', words('nguyen binh'))).toBe(1);
  expect(fitOf('Nguyễn Thị Bình', 'nguyen thi binh', words('Thị Bình'))).toBe(2);
  expect(fitOf('Nguyễn Thị Bình', 'nguyen thi binh', words('inh'))).toBe(0);
});
