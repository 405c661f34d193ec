import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { openHouse, type House } from '../kit/house.js';
import { published } from './desk.js';

let house: House;
let guest: Browser;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  guest = house.browser();
  const editor = await house.officer('bientap');
  for (const number of [1, 2, 3])
    await published(editor, { tieuDe: `Tin để danh sách dài hơn một trang, số ${number}` });
});
afterAll(() => house.close());

describe('the list', () => {
  test('goes on by keyset without leaving or repeating one', async () => {
    const titles: string[] = [];
    for (let path = '/tin-tuc'; path;) {
      const { text } = await guest.get(path);
      const rest = text.slice(text.indexOf('class="news-list"'));
      titles.push(...[...rest.matchAll(/<h2><a [^>]*>([^<]+)</g)].map(([, title = '']) => title));
      path = /<a class="btn btn-sm" href="([^"]+)" rel="next"/.exec(text)?.[1]?.replace(/&amp;/g, '&') ?? '';
    }
    expect(titles.length).toBeGreaterThan(12);
    expect(new Set(titles).size).toBe(titles.length);
  });

  test.each(['%', '_', "' OR 1=1 --", '😀', 'zzzzkhongco', 'a'.repeat(5_000)])(
    'finds nothing for %.20s, calmly',
    async (q) => {
      const answer = await guest.get(`/tin-tuc?q=${encodeURIComponent(q)}`);
      expect(answer.status).toBeLessThanOrEqual(400);
      expect(answer.text).not.toContain('class="news-item');
    },
  );

  test('finds without accents, by the beginnings of words, in the search of the header too', async () => {
    expect((await guest.get('/tin-tuc?q=bao+hiem+tu+ngu')).text).toContain('Bảo hiểm xã hội tự nguyện');
    expect((await guest.get('/tim-kiem?q=cai+dat+iph')).text).toContain('/tin-tuc/cai-dat-tren-iphone');
  });

  test('guides stand under lasting addresses, in no list by date and in no feed', async () => {
    for (const slug of ['cai-dat-tren-android', 'cai-dat-tren-iphone', 'huong-dan-dang-ky', 'huong-dan-su-dung'])
      expect([slug, (await guest.get(`/tin-tuc/${slug}`)).status]).toEqual([slug, 200]);
    expect((await guest.get('/tin-tuc/rss.xml')).text).not.toContain('cai-dat-tren-android');
    expect((await guest.get('/tin-tuc/chuyen-muc/huong-dan')).text).toContain('cai-dat-tren-android');
  });

  test('machines find the map of the site', async () => {
    const robots = await guest.get('/robots.txt');
    expect([robots.type, robots.text.includes('Sitemap: http://127.0.0.1/sitemap.xml')]).toEqual(['text/plain', true]);
    const map = (await guest.get('/sitemap.xml')).text;
    expect(map).toContain('<loc>http://127.0.0.1/tin-tuc/huong-dan-dang-ky</loc>');
    expect(map).not.toContain('/can-bo');
  });
});
