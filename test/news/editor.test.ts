import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { bomb, heic, noise, pdf, picture } from '../kit/pictures.js';
import { aDraft, aPicture, articleFields, published } from './desk.js';

let house: House;
let editor: Browser;
let guest: Browser;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  [editor, guest] = [await house.officer('bientap'), house.browser()];
});
afterAll(() => house.close());

const start = (over: Record<string, string>) => editor.submit('/can-bo/tin-tuc/moi', articleFields(over));

describe('the form', () => {
  test('says beside each field what is wrong and keeps what was typed', async () => {
    const answer = await start({ tieuDe: 'A', nguon: '', chuyenMuc: '', duongDanNguon: 'javascript:alert(1)' });
    expect(answer.status).toBe(400);
    for (const field of ['tieuDe', 'nguon', 'chuyenMuc', 'duongDanNguon'])
      expect(answer.text).toContain(`href="#f-${field}"`);
    expect(answer.text).toContain('Đoạn văn có **chữ đậm**');
    expect((await start({ chuyenMuc: 'khong-co' })).text).toContain('Hãy chọn chuyên mục trong danh sách');
  });

  test.each([
    ['empty', ''],
    ['longer than an article', 'a'.repeat(12_001)],
    ['a megabyte', 'a'.repeat(1_000_000)],
  ])('refuses a text that is %s', async (_, noiDung) => {
    expect((await start({ noiDung })).status).toBe(400);
  });

  test('shows a look without saving, faults or not', async () => {
    const answer = await start({ viec: 'xem-truoc', tieuDe: 'Chưa lưu đâu nhé' });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('<strong>chữ đậm</strong>');
    expect(answer.text).toContain('value="Chưa lưu đâu nhé"');
    expect((await editor.get('/can-bo/tin-tuc')).text).not.toContain('Chưa lưu đâu nhé');
    const faulty = await start({ viec: 'xem-truoc', tieuDe: 'A' });
    expect([faulty.status, faulty.text.includes('<strong>chữ đậm</strong>')]).toEqual([400, true]);
  });

  test('waits for its owner when the session has ended', async () => {
    house.clock.forward(31 * 60_000);
    const answer = await editor.send('/can-bo/tin-tuc/moi', articleFields({ tieuDe: 'Viết lâu quá' }));
    expect([answer.status, answer.get('Location')?.startsWith('/can-bo/dang-nhap')]).toEqual([303, true]);
    editor = await house.officer('bientap');
  });
});

describe('versions', () => {
  test('two editors who save at once: the second is told who was first, and loses nothing', async () => {
    const id = await aDraft(editor, { tieuDe: 'Hai người cùng sửa' });
    const second = await house.officer('bientap');
    await editor.submit(
      `/can-bo/tin-tuc/${id}`,
      articleFields({ tomTat: 'Bản của người thứ nhất, lưu trước.', phienBan: '1' }),
    );
    const late = articleFields({ tomTat: 'Bản của người thứ hai, lưu sau một chút.', phienBan: '1' });
    const answer = await second.submit(`/can-bo/tin-tuc/${id}`, late);
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('vừa lưu bản 2');
    expect(answer.text).toContain('Bản của người thứ hai, lưu sau một chút.');
    // Sending the page again writes version 3 on purpose.
    expect(answer.text).toContain('name="phienBan" value="2"');
  });

  test('of ten saves after the same version one wins', async () => {
    const id = await aDraft(editor, { tieuDe: 'Mười lần lưu cùng lúc' });
    const { hidden } = await editor.form(`/can-bo/tin-tuc/${id}`);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () =>
        editor.send(`/can-bo/tin-tuc/${id}`, { ...hidden, ...articleFields({ phienBan: '1' }) }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array.from({ length: 9 }, () => 409)]);
  });

  test('are compared and restored as a new one', async () => {
    const id = await aDraft(editor, {
      tieuDe: 'Có nhiều bản',
      noiDung: 'Dòng chung của hai bản này.\n\nDòng cũ sẽ mất.',
    });
    const later = 'Dòng chung của hai bản này.\n\nDòng mới thay vào.';
    await editor.submit(
      `/can-bo/tin-tuc/${id}`,
      articleFields({ tieuDe: 'Có nhiều bản', noiDung: later, phienBan: '1' }),
    );
    const page = await editor.get(`/can-bo/tin-tuc/${id}/ban/1`);
    expect(page.text).toContain('<del>Dòng cũ sẽ mất.</del>');
    expect(page.text).toContain('<ins>Dòng mới thay vào.</ins>');
    const path = `/can-bo/tin-tuc/${id}/ban/1/khoi-phuc`;
    expect((await editor.submit(path, {}, { page: `/can-bo/tin-tuc/${id}/ban/1` })).status).toBe(303);
    const form = await editor.get(`/can-bo/tin-tuc/${id}`);
    expect(form.text).toContain('Dòng cũ sẽ mất.');
    expect(form.text).toContain('Khôi phục từ bản 1');
    for (const number of ['9', '0', 'x'])
      expect((await editor.get(`/can-bo/tin-tuc/${id}/ban/${number}`)).status).toBe(404);
  });
});

describe('pictures', () => {
  const add = (id: string, bytes: Buffer, chuThayThe: string, name = 'a.jpg') =>
    editor.submit(`/can-bo/tin-tuc/${id}/anh`, { chuThayThe }, { files: { anh: { bytes, name } } });

  test('need words for those who do not see them, beside the field', async () => {
    const id = await aDraft(editor, { tieuDe: 'Ảnh không lời' });
    const answer = await add(id, await picture(), '');
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('id="f-chuThayThe-e"');
  });

  test('are written anew without metadata, shown to readers only with their article, under a lasting name', async () => {
    const id = await aDraft(editor, { tieuDe: 'Bài có ảnh' });
    const mark = await aPicture(editor, id);
    const name = /anh:([0-9a-f]{20})/.exec(mark)?.[1] ?? '';
    const path = `/tin-tuc/anh/${name}-480.webp`;
    expect((await guest.get(path)).status).toBe(404);
    expect((await editor.get(`/can-bo/tin-tuc/${id}/anh/${name}-480.webp`)).status).toBe(200);
    await editor.submit(
      `/can-bo/tin-tuc/${id}`,
      articleFields({ noiDung: `Ảnh ở dưới đây nhé.\n\n${mark}\n\nHết bài.`, phienBan: '1' }),
    );
    await editor.submit(`/can-bo/tin-tuc/${id}/dang`);
    const answer = await guest.get(path);
    expect([answer.status, answer.type]).toEqual([200, 'image/webp']);
    expect(answer.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    const meta = await sharp(answer.body as Buffer).metadata();
    expect([meta.width, meta.exif, (answer.body as Buffer).includes('GPS')]).toEqual([480, undefined, false]);
    expect((await guest.get('/tin-tuc/bai-co-anh')).text).toContain(
      'alt="Quầy tiếp nhận có hai cán bộ" loading="lazy"',
    );
    await editor.submit(`/can-bo/tin-tuc/${id}/go`);
    expect((await guest.get(path)).status).toBe(404);
  });

  test('that are no pictures are refused', async () => {
    const id = await aDraft(editor, { tieuDe: 'Tệp không phải ảnh' });
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
    const fakeJpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), noise(5_000)]);
    const cut = (await picture({ width: 900, height: 900 })).subarray(0, 600);
    const small = await picture({ width: 100, height: 100 });
    const tooLarge = noise(8 * 1024 * 1024 + 1);
    for (const bytes of [pdf(), svg, Buffer.from('MZ'), heic(), fakeJpeg, cut, small, await bomb(), tooLarge]) {
      const answer = await add(id, bytes, 'Chữ thay thế đầy đủ');
      expect([answer.status, answer.text.includes('id="f-anh-e"')]).toEqual([400, true]);
      expect(answer.text).toContain('Chữ thay thế đầy đủ');
    }
    expect((await guest.get('/tin-tuc/anh/..%2f..%2fx')).status).toBe(404);
  });

  test('in a text without words, or from elsewhere, are refused beside the text', async () => {
    const id = await aDraft(editor, { tieuDe: 'Ảnh trong nội dung' });
    const mark = await aPicture(editor, id);
    const save = (noiDung: string) =>
      editor.submit(
        `/can-bo/tin-tuc/${id}`,
        articleFields({ noiDung: `${noiDung}\n\nNội dung đủ dài để lưu được.`, phienBan: '1' }),
      );
    for (const text of [
      mark.replace(/\[.*\]/, '[]'),
      '![x](https://xau.vn/a.png)',
      '![x](data:image/png;base64,AAAA)',
      '![x](anh:00000000000000000000)',
    ]) {
      const answer = await save(text);
      expect([text, answer.status, answer.text.includes('id="f-noiDung-e"')]).toEqual([text, 400, true]);
    }
    expect((await save(mark)).status).toBe(303);
  });
});

describe('what a text cannot do', () => {
  const ATTACKS = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<iframe src="https://xau.vn"></iframe>',
    '[bấm](javascript:alert(1))',
    '[bấm](JaVaScRiPt&#58;alert(1))',
    '[bấm](vbscript:msgbox(1))',
    '[bấm](data:text/html;base64,PHNjcmlwdD4=)',
    '[bấm](//xau.vn/x)',
    '<a href="javascript:alert(1)" onclick="alert(1)">x</a>',
    '<svg><script>alert(1)</script></svg>',
    '<style>body{display:none}</style>',
    '[x](https://vidu.vn "tiêu đề\\" onmouseover=\\"alert(1)")',
    '`<script>`',
    '<div style="position:fixed">che</div>',
  ];

  test('no script, handler, frame or foreign address reaches a reader', async () => {
    await published(editor, { tieuDe: 'Bài thử tấn công', noiDung: ATTACKS.join('\n\n') });
    const { text } = await guest.get('/tin-tuc/bai-thu-tan-cong');
    const prose = /<div class="prose">([\s\S]*?)<\/div>\s*<p class="news-source"/.exec(text)?.[1] ?? '';
    expect(prose).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    const tags = prose.match(/<[^>]+>/g) ?? [];
    expect(tags.filter((tag) => /<(script|iframe|svg|style|img|form|input)\b/i.test(tag))).toEqual([]);
    expect(tags.filter((tag) => /\son\w+=|style=|javascript:|vbscript:|data:|href="\/\//i.test(tag))).toEqual([]);
    expect(visibleText(text)).not.toContain('�');
  });

  test('a text of a megabyte is refused at the door, one that is too long beside its field', async () => {
    const huge = await start({ noiDung: 'Chữ nhiều vô kể. '.repeat(65_000) });
    expect([huge.status, visibleText(huge.text)]).toEqual([400, expect.stringContaining('quá lớn')]);
    const long = await start({ noiDung: '['.repeat(12_001) });
    expect([long.status, long.text.includes('id="f-noiDung-e"')]).toEqual([400, true]);
  });

  test.each(['[', '![', '*_', '`', '> ', '- ', '<!--', '|a', '[a](', '&#'])(
    'signs without an end are shown as they are: %j',
    async (sign) => {
      const noiDung = sign.repeat(11_900 / sign.length);
      const look = await editor.submit('/can-bo/tin-tuc/moi', articleFields({ viec: 'xem-truoc', noiDung }));
      expect(look.status).toBe(200);
    },
  );

  test('titles and summaries are words as well, in the feed too', async () => {
    await published(editor, { tieuDe: 'Tiêu đề <b>&"đậm"</b>', tomTat: ']]><script>alert(1)</script> tóm tắt đủ dài' });
    const feed = (await guest.get('/tin-tuc/rss.xml')).text;
    expect(feed).toContain('<title>Tiêu đề &lt;b&gt;&amp;&quot;đậm&quot;&lt;/b&gt;</title>');
    expect(feed).not.toContain('<script>');
    expect((await guest.get('/tin-tuc')).text).not.toContain('<script>alert');
  });
});
