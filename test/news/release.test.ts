import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { openHouse, type House } from '../kit/house.js';
import { openNeighbour, type Neighbour } from '../kit/neighbour.js';
import { aDraft, articleFields, published, step } from './desk.js';

let house: House;
let editor: Browser;
let guest: Browser;
let other: Neighbour;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  [editor, guest] = [await house.officer('bientap'), house.browser()];
  other = await openNeighbour(house);
});
afterAll(async () => {
  await other.close();
  await house.close();
});

/** Where the words of an article can be read by anybody. */
const traces = async (words: string, slug: string): Promise<Record<string, boolean>> => {
  const seen = async (path: string, browser = guest): Promise<boolean> =>
    (await browser.get(path)).text.includes(words);
  return {
    list: await seen('/tin-tuc'),
    category: await seen('/tin-tuc/chuyen-muc/thong-bao'),
    feed: await seen('/tin-tuc/rss.xml'),
    search: await seen(`/tin-tuc?q=${encodeURIComponent('gio lam viec mot cua')}`),
    map: (await guest.get('/sitemap.xml')).text.includes(`/tin-tuc/${slug}<`),
    other: await seen('/tin-tuc', other.browser()),
  };
};

const all = (value: boolean) => ({
  list: value,
  category: value,
  feed: value,
  search: value,
  map: value,
  other: value,
});

describe('an article', () => {
  const words = 'Đổi giờ làm việc của bộ phận một cửa';
  const slug = 'doi-gio-lam-viec-cua-bo-phan-mot-cua';
  let id: string;

  test('is a draft first that nobody outside sees', async () => {
    id = await aDraft(editor);
    expect(await traces(words, slug)).toEqual(all(false));
    expect((await guest.get(`/tin-tuc/${slug}`)).status).toBe(404);
  });

  test('is read by everybody from its publication on, in every process', async () => {
    expect((await step(editor, id, 'dang')).status).toBe(303);
    expect(await traces(words, slug)).toEqual(all(true));
    const answer = await guest.get(`/tin-tuc/${slug}`);
    expect(answer.status).toBe(200);
    expect(answer.get('Cache-Control')).toBe('public, max-age=0, s-maxage=10');
    expect(answer.get('Set-Cookie')).toBeUndefined();
    expect(answer.text).toContain('16/03/2026');
    expect(answer.text).toContain('BHXH thành phố Đà Nẵng');
    expect(answer.text).toContain('<strong>chữ đậm</strong>');
    expect(answer.text).toContain('<a href="https://vidu.vn/bai" rel="noopener">');
    expect(answer.text).toContain('<td class="r">1.000 đ</td>');
  });

  test('keeps its address when the title changes; readers see the change when it is published', async () => {
    house.clock.forward(86_400_000);
    editor = await house.officer('bientap');
    const title = 'Đổi giờ làm việc của bộ phận một cửa từ tuần này';
    await editor.submit(`/can-bo/tin-tuc/${id}`, articleFields({ tieuDe: title, phienBan: '1' }));
    expect((await guest.get(`/tin-tuc/${slug}`)).text).not.toContain(title);
    expect((await step(editor, id, 'dang')).status).toBe(303);
    const { text } = await guest.get(`/tin-tuc/${slug}`);
    expect(text).toContain(title);
    expect(text).toContain('Cập nhật ngày');
    expect(text).toContain('17/03/2026');
  });

  test('shares no address with another of the same title', async () => {
    const twin = await published(editor);
    expect((await guest.get(`/tin-tuc/${slug}-2`)).status).toBe(200);
    expect((await step(editor, twin, 'go')).status).toBe(303);
  });

  test('leaves everything when it is withdrawn, and who kept the link is told', async () => {
    expect((await step(editor, id, 'go')).status).toBe(303);
    expect(await traces(words, slug)).toEqual(all(false));
    const answer = await guest.get(`/tin-tuc/${slug}`);
    expect([answer.status, answer.get('Cache-Control')]).toEqual([410, 'no-store']);
    expect(answer.text).toContain('đã được gỡ');
    expect((await other.browser().get(`/tin-tuc/${slug}`)).status).toBe(410);
  });

  test('is not deleted once it was published, a draft is', async () => {
    expect((await step(editor, id, 'xoa')).status).toBe(409);
    const draft = await aDraft(editor, { tieuDe: 'Bản nháp bỏ đi' });
    expect((await step(editor, draft, 'xoa')).status).toBe(303);
    expect((await editor.get(`/can-bo/tin-tuc/${draft}`)).status).toBe(404);
  });
});

describe('a scheduled article', () => {
  const plan = (id: string, fields: Record<string, string>) => step(editor, id, 'hen-gio', fields);

  test('appears at its minute, once, with two processes running, and goes at its end', async () => {
    house.clock.set('2026-03-20T09:00:00+07:00');
    editor = await house.officer('bientap');
    const id = await aDraft(editor, { tieuDe: 'Tin hẹn giờ sáng mai' });
    const answer = await plan(id, { dangLuc: '20/03/2026 10:00', goLuc: '20/03/2026 11:30' });
    expect(answer.status).toBe(303);
    const due = async (at: string): Promise<void> => {
      house.clock.set(`2026-03-20T${at}+07:00`);
      await Promise.all([house.app.scheduler.run('news.due'), other.app.scheduler.run('news.due')]);
    };
    const visitors = [house.browser(), other.browser()];
    /** How often each process tells of it: in the list, the feed, the map of the site. */
    const times = (): Promise<number[][]> =>
      Promise.all(
        visitors.map(async (visitor) => {
          const count = async (path: string, words: string): Promise<number> =>
            (await visitor.get(path)).text.split(words).length - 1;
          return [
            await count('/tin-tuc', 'href="/tin-tuc/tin-hen-gio-sang-mai"'),
            await count('/tin-tuc/rss.xml', '<title>Tin hẹn giờ sáng mai</title>'),
            await count('/sitemap.xml', '/tin-tuc/tin-hen-gio-sang-mai<'),
          ];
        }),
      );
    const pages = (): Promise<number[]> =>
      Promise.all(visitors.map(async (visitor) => (await visitor.get('/tin-tuc/tin-hen-gio-sang-mai')).status));
    const nowhere = [Array(3).fill(0), Array(3).fill(0)];
    await due('09:59:59');
    expect([await times(), await pages()]).toEqual([nowhere, [404, 404]]);
    await due('10:00:00');
    expect([await times(), await pages()]).toEqual([
      [Array(3).fill(1), Array(3).fill(1)],
      [200, 200],
    ]);
    expect((await guest.get('/tin-tuc/tin-hen-gio-sang-mai')).text).toContain('20/03/2026');
    await due('11:30:00');
    expect([await times(), await pages()]).toEqual([nowhere, [410, 410]]);
    const { count } = (await house.app.db.row<{ count: number }>(
      "SELECT COUNT(*) AS count FROM core_audit WHERE action = 'news.published' AND subject_id = ?",
      [id],
    )) ?? { count: 0 };
    expect(Number(count)).toBe(1);
  });

  test('refuses times that are past, upside down or no times, and keeps what was typed', async () => {
    editor = await house.officer('bientap');
    const id = await aDraft(editor, { tieuDe: 'Tin có giờ sai' });
    for (const [fields, message] of [
      [{ dangLuc: '01/01/2020 08:00' }, 'Giờ hẹn đã qua'],
      [{ dangLuc: '32/13/2026 08:00' }, 'Hãy ghi ngày và giờ'],
      [{ dangLuc: '01/04/2026 08:00', goLuc: '31/03/2026 08:00' }, 'Giờ gỡ bài phải sau'],
      [{ dangLuc: '' }, 'Hãy ghi ngày và giờ'],
    ] as const) {
      const answer = await plan(id, fields);
      expect([answer.status, answer.text.includes(message)]).toEqual([400, true]);
      expect(answer.text).toContain(`value="${fields.dangLuc}"`);
    }
    expect((await plan(id, { dangLuc: '01/04/2026 08:00' })).status).toBe(303);
    expect((await step(editor, id, 'hen-gio/bo')).status).toBe(303);
    expect((await editor.get(`/can-bo/tin-tuc/${id}`)).text).toContain('Bản nháp');
  });
});

describe('the banner', () => {
  test('holds one article, on the front page too, and nothing after it is withdrawn', async () => {
    const [first, second] = [
      await published(editor, { tieuDe: 'Tin ghim thứ nhất' }),
      await published(editor, { tieuDe: 'Tin ghim thứ hai' }),
    ];
    const pinned = async (): Promise<string> =>
      /class="news-pinned"[\s\S]*?<h2><a [^>]*>([^<]+)</.exec((await guest.get('/tin-tuc')).text)?.[1] ?? '';
    await step(editor, first, 'ghim');
    expect(await pinned()).toBe('Tin ghim thứ nhất');
    await step(editor, second, 'ghim');
    expect(await pinned()).toBe('Tin ghim thứ hai');
    expect((await guest.get('/')).text).toContain('Tin ghim thứ hai');
    await step(editor, second, 'go');
    expect(await pinned()).toBe('');
  });
});

test('who may not release is refused, whatever he sends', async () => {
  const reception = await house.officer('canbo');
  for (const path of ['/can-bo/tin-tuc', '/can-bo/tin-tuc/moi']) expect((await reception.get(path)).status).toBe(403);
});
