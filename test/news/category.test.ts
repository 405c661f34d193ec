import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { openNeighbour, type Neighbour } from '../kit/neighbour.js';
import { aDraft, aPicture, articleFields } from './desk.js';

const LIST = '/can-bo/tin-tuc/chuyen-muc';
const NEW = `${LIST}/moi`;

let house: House;
let other: Neighbour;
let editor: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  other = await openNeighbour(house);
  editor = await house.officer('bientap');
});
afterAll(async () => {
  await other.close();
  await house.close();
});

/** The names that readers see, in both processes. */
const shown = async (): Promise<string[]> => {
  const [here = [], there] = await Promise.all(
    [house.browser(), other.browser()].map(async (guest) =>
      [...(await guest.get('/tin-tuc')).text.matchAll(/href="\/tin-tuc\/chuyen-muc\/[\w-]+"[^>]*>([^<]+)</g)].map(
        ([, name = '']) => name,
      ),
    ),
  );
  expect(there).toEqual(here);
  return [...new Set(here)];
};

const ON = { dangDung: 'on' };

describe('a category', () => {
  test('is added with an address made of its name, and stands in its place for everybody at once', async () => {
    expect((await shown())[0]).toBe('Chính sách');
    expect((await editor.submit(NEW, { ten: 'Sự kiện & hội nghị', thuTu: '5', ...ON })).get('Location')).toBe(LIST);
    expect((await shown()).slice(0, 2)).toEqual(['Sự kiện &amp; hội nghị', 'Chính sách']);
    expect((await house.browser().get('/tin-tuc/chuyen-muc/su-kien-hoi-nghi')).status).toBe(200);
    expect((await aDraft(editor, { tieuDe: 'Hội nghị tháng ba', chuyenMuc: 'su-kien-hoi-nghi' })).length).toBe(36);
  });

  test.each([
    ['ten', { ten: 'X' }],
    ['ten', { ten: 'Chính sách' }],
    ['ten', { ten: 'Sự kiện hội nghị' }],
    ['ten', { ten: '!!!' }],
    ['ten', { ten: 'x'.repeat(61) }],
    ['thuTu', { thuTu: '-1' }],
    ['thuTu', { thuTu: 'đầu' }],
  ])('with a bad %s is refused beside it: %o', async (field, wrong) => {
    const answer = await editor.submit(NEW, { ten: 'Chuyện hay', thuTu: '7', ...ON, ...wrong });
    expect([answer.status, answer.text.includes(`id="f-${field}-e"`)]).toEqual([400, true]);
  });

  test('is renamed and moved under the same address, and the second of two is told so', async () => {
    const path = `${LIST}/su-kien-hoi-nghi`;
    const late = (await editor.form(path)).hidden;
    expect((await editor.submit(path, { ten: 'Sự kiện', thuTu: '15', ...ON })).status).toBe(303);
    expect((await shown()).slice(0, 2)).toEqual(['Chính sách', 'Sự kiện']);
    expect((await house.browser().get('/tin-tuc/chuyen-muc/su-kien-hoi-nghi')).text).toContain('Sự kiện');
    const answer = await editor.send(path, { ...late, ten: 'Hội nghị', thuTu: '15', ...ON });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('value="Hội nghị"');
  });

  test('is switched off: nobody is offered it, its articles and its address stay', async () => {
    const path = `${LIST}/su-kien-hoi-nghi`;
    expect((await editor.submit(path, { ten: 'Sự kiện', thuTu: '15' })).status).toBe(303);
    expect(await shown()).not.toContain('Sự kiện');
    expect((await house.browser().get('/tin-tuc/chuyen-muc/su-kien-hoi-nghi')).status).toBe(200);
    const refused = await editor.submit('/can-bo/tin-tuc/moi', articleFields({ chuyenMuc: 'su-kien-hoi-nghi' }));
    expect([refused.status, refused.text.includes('id="f-chuyenMuc-e"')]).toEqual([400, true]);
    for (const code of ['chinh-sach', 'bao-hiem-y-te']) {
      const { text } = await editor.get(`${LIST}/${code}`);
      const ten = /name="ten"[^>]*value="([^"]*)"/.exec(text)?.[1] ?? '';
      await editor.submit(`${LIST}/${code}`, { ten, thuTu: '10' });
    }
    const last = await editor.submit(`${LIST}/thong-bao`, { ten: 'Thông báo', thuTu: '30' });
    expect([last.status, visibleText(last.text)]).toEqual([400, expect.stringContaining('ít nhất một chuyên mục')]);
  });

  test('is for those who release, and writes the journal', async () => {
    expect((await (await house.officer('canbo')).get(LIST)).status).toBe(403);
    expect((await editor.get(`${LIST}/khong-co`)).status).toBe(404);
    const written = await house.app.db.row<{ count: number }>(
      "SELECT COUNT(*) AS count FROM core_audit WHERE action = 'news.category-saved' AND subject_id = 'su-kien-hoi-nghi'",
    );
    expect(Number(written?.count)).toBe(3);
  });
});

test('a picture that a crash kept from its article is removed within the hour, one of an article never', async () => {
  const id = await aDraft(editor, { tieuDe: 'Bài có một ảnh' });
  await aPicture(editor, id);
  const { db, scheduler } = house.app;
  const waiting = () => db.rows<{ fileId: string }>('SELECT file_id AS fileId FROM news_doomed_file');
  expect(await waiting()).toEqual([]);
  const rows = () =>
    db.rows<{ large: string; small: string }>(
      'SELECT large_file_id AS large, small_file_id AS small FROM news_picture WHERE article_id = ?',
      [id],
    );
  const [picture] = await rows();
  const name = /anh\/([0-9a-f]{20}-480\.webp)/.exec((await editor.get(`/can-bo/tin-tuc/${id}/anh`)).text)?.[1] ?? '';
  const shownTo = async (): Promise<number> => (await editor.get(`/can-bo/tin-tuc/${id}/anh/${name}`)).status;
  // As the crash leaves it: stored, doomed, named by nobody.
  await db.uow.run(() =>
    db.sequelize.query("INSERT INTO news_doomed_file (file_id, since) VALUES (?, '2026-03-16 00:00:00.000')", {
      replacements: [picture?.small ?? ''],
    }),
  );
  expect(await shownTo()).toBe(200);
  await scheduler.run('news.files');
  expect(await waiting()).toEqual([]);
  expect(await shownTo()).not.toBe(200);
});
