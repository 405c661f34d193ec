import type { Browser, Fields } from '../kit/browser.js';
import { picture } from '../kit/pictures.js';

const BODY = `## Mục một

Đoạn văn có **chữ đậm** và [đường dẫn](https://vidu.vn/bai).

| Khoản | Số |
|---|--:|
| Một | 1.000 đ |`;

/** A complete form of an article; `over` replaces fields. */
export const articleFields = (over: Fields = {}): Fields => ({
  viec: 'luu',
  tieuDe: 'Đổi giờ làm việc của bộ phận một cửa',
  tomTat: 'Bộ phận một cửa làm việc thêm sáng thứ bảy trong tháng này.',
  chuyenMuc: 'thong-bao',
  noiDung: BODY,
  nguon: 'BHXH thành phố Đà Nẵng',
  duongDanNguon: '',
  anhBia: '',
  phienBan: '0',
  ...over,
});

/** Writes a draft and returns its id. */
export const aDraft = async (editor: Browser, over: Fields = {}): Promise<string> => {
  const answer = await editor.submit('/can-bo/tin-tuc/moi', articleFields(over));
  const id = /\/can-bo\/tin-tuc\/([0-9a-f-]{36})/.exec(answer.get('Location') ?? '')?.[1];
  if (!id) throw new Error(`no draft: ${answer.status} ${answer.text.slice(0, 400)}`);
  return id;
};

/** Sends a form of the article that needs only its version. */
export const step = (editor: Browser, id: string, name: string, fields: Fields = {}) =>
  editor.submit(`/can-bo/tin-tuc/${id}/${name}`, fields, {
    page: ['ghim', 'hen-gio/bo'].includes(name) ? `/can-bo/tin-tuc/${id}` : `/can-bo/tin-tuc/${id}/${name}`,
  });

/** Writes and publishes at once; returns the id. */
export const published = async (editor: Browser, over: Fields = {}): Promise<string> => {
  const id = await aDraft(editor, over);
  const answer = await step(editor, id, 'dang');
  if (answer.status !== 303) throw new Error(`not published: ${answer.status}`);
  return id;
};

/** Adds a picture to an article and returns the words that put it into a text. */
export const aPicture = async (editor: Browser, id: string, alt = 'Quầy tiếp nhận có hai cán bộ'): Promise<string> => {
  const path = `/can-bo/tin-tuc/${id}/anh`;
  const bytes = await picture({ width: 900, height: 600, exif: true });
  await editor.submit(path, { chuThayThe: alt }, { files: { anh: { bytes, name: 'quay.jpg', type: 'image/jpeg' } } });
  const { text } = await editor.get(path);
  return /<code>(!\[[^<]+)<\/code>/.exec(text)?.[1] ?? '';
};
