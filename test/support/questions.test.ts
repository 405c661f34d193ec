import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';

const LIST = '/can-bo/ho-tro/cau-hoi';
const GAPS = '/can-bo/ho-tro/chua-tra-loi';
const CHAT = '/ho-tro/tro-ly-ao';
const fresh = {
  nhom: 'ho-tro',
  cauHoi: 'Bãi gửi xe của cơ quan ở đâu?',
  cachHoi: 'Gửi xe máy chỗ nào\nCó chỗ đậu xe không',
  traLoi: 'Bạn gửi xe ở cổng sau, không mất tiền. Mức tham chiếu là {base_salary}.',
  nguon: 'Thông báo của văn phòng ngày 01/03/2026',
  ngay: '01/03/2026',
  trang: '',
  chuTrang: '',
};

let house: House;
let editor: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  editor = await house.officer('bientap');
});
afterAll(() => house.close());

const chat = async (cau: string): Promise<string> => visibleText((await house.browser().submit(CHAT, { cau })).text);
const add = async (): Promise<string> => (await editor.submit(`${LIST}/moi`, fresh)).get('Location') ?? '';
const turn = async (path: string, act: 'dang' | 'rut') => editor.submit(`${path}/${act}`, {}, { page: path });

describe('an editor', () => {
  it('writes a draft that nobody sees, publishes it for pages and chat at once, and takes it back', async () => {
    const path = await add();
    const known = `/ho-tro/cau-hoi-thuong-gap/bai-gui-xe-cua-co-quan-o-dau`;
    expect((await house.browser().get(known)).status).toBe(404);
    expect(await chat('gửi xe máy chỗ nào')).not.toContain('cổng sau');
    expect((await turn(path, 'dang')).status).toBe(303);
    expect(visibleText((await house.browser().get(known)).text)).toContain(
      'cổng sau, không mất tiền. Mức tham chiếu là 2.340.000 đ',
    );
    expect(await chat('gui xe may cho nao')).toContain('cổng sau');
    expect((await turn(path, 'rut')).status).toBe(303);
    expect((await house.browser().get(known)).status).toBe(404);
    expect(await chat('gui xe may cho nao')).not.toContain('cổng sau');
  });

  it('sees every version as it was', async () => {
    const path = await add();
    await editor.submit(path, { ...fresh, traLoi: 'Nay bạn gửi xe ở cổng trước, mời bạn đi theo biển chỉ dẫn.' });
    const page = visibleText((await editor.get(path)).text);
    expect(page).toContain('Bản 2');
    expect(visibleText((await editor.get(`${path}/ban/1`)).text)).toContain('cổng sau');
    expect(visibleText((await editor.get(`${path}/ban/2`)).text)).toContain('cổng trước');
    expect((await editor.get(`${path}/ban/9`)).status).toBe(404);
  });

  it('is told when somebody else was first', async () => {
    const path = await add();
    const { hidden } = await editor.form(path, path);
    const send = () => editor.send(path, { ...hidden, ...fresh });
    const statuses = (await Promise.all([send(), send()])).map(({ status }) => status).sort();
    expect(statuses).toEqual([303, 409]);
    const rows = await house.app.db.rows('SELECT id FROM support_question_version WHERE question_id = ?', [
      path.split('/').at(-1) ?? '',
    ]);
    expect(rows).toHaveLength(2);
  });

  it.each([
    ['no question', { cauHoi: '' }, 'Hãy viết câu hỏi'],
    ['no answer', { traLoi: '' }, 'Hãy viết câu trả lời'],
    ['no source', { nguon: '' }, 'Hãy ghi nguồn'],
    ['a day that is none', { ngay: '30/02/2026' }, 'không có trong lịch'],
    ['a group that is none', { nhom: 'x' }, 'Chọn nhóm'],
    ['a link to elsewhere', { trang: '//evil.example', chuTrang: 'Xem' }, 'trang của cổng này'],
    ['half a link', { trang: '/dang-ky' }, 'đi cùng nhau'],
  ])('is told of %s, and nothing typed is lost', async (_, fields, words) => {
    const answer = await editor.submit(`${LIST}/moi`, { ...fresh, ...fields });
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain(words);
    expect(answer.text).toContain('Gửi xe máy chỗ nào');
  });

  it('finds questions by state and group, page by page', async () => {
    const first = await editor.get(LIST);
    expect(first.text.match(/data-rows/g)).toHaveLength(1);
    const next = /href="([^"]+)" rel="next"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await editor.get(next);
    expect(second.status).toBe(200);
    expect(visibleText(second.text)).toContain('Trang trước');
    const drafts = visibleText((await editor.get(`${LIST}?trangThai=draft`)).text);
    expect(drafts).toContain('Bãi gửi xe');
    expect(drafts).not.toContain('Tôi quên mật khẩu thì lấy lại thế nào?');
    expect(visibleText((await editor.get(`${LIST}?nhom=bhtn`)).text)).toContain('trợ cấp thất nghiệp');
    expect((await editor.get(`${LIST}?sau=x&trangThai=zzz`)).status).toBe(200);
  });

  it('alone may do so', async () => {
    for (const name of ['canbo', 'quantri'])
      for (const path of [LIST, GAPS]) expect((await (await house.officer(name)).get(path)).status).toBe(403);
    expect((await editor.get(`${LIST}/00000000-0000-7000-8000-000000000000`)).status).toBe(404);
  });
});

describe('what had no answer', () => {
  const idOf = async (part: string): Promise<string> =>
    (await house.app.db.row<{ id: string }>('SELECT id FROM support_gap WHERE folded LIKE ?', [`${part}%`]))?.id ?? '';

  it('becomes a draft, once', async () => {
    await chat('thẻ thư viện làm ở phòng mấy');
    expect(visibleText((await editor.get(GAPS)).text)).toContain('thẻ thư viện làm ở phòng mấy');
    const id = await idOf('the thu vien');
    const act = () => editor.submit(`${GAPS}/${id}/viet`, {}, { page: LIST });
    const answer = await act();
    expect(answer.status).toBe(303);
    const draft = await editor.get(answer.get('Location') ?? '');
    expect(draft.text).toContain('thẻ thư viện làm ở phòng mấy');
    expect((await act()).status).toBe(409);
    expect(visibleText((await editor.get(GAPS)).text)).not.toContain('thẻ thư viện');
    expect((await turn(answer.get('Location') ?? '', 'dang')).status).toBe(400);
  });

  it('is set aside', async () => {
    await chat('phim hay tối nay chiếu rạp nào');
    const id = await idOf('phim hay');
    expect((await editor.submit(`${GAPS}/${id}/bo-qua`, {}, { page: LIST })).status).toBe(303);
    expect(visibleText((await editor.get(GAPS)).text)).not.toContain('phim hay');
  });

  it('is forgotten half a year after it was asked last', async () => {
    const retention = house.app.modules
      .find(({ definition }) => definition.id === 'support')
      ?.parts.retention?.find(({ name }) => name === 'support.gaps');
    expect(await retention?.due()).toBe(0);
    house.clock.set('2027-03-16T03:00:00Z');
    expect(await retention?.due()).toBeGreaterThan(0);
    expect(await retention?.purge()).toBeGreaterThan(0);
    expect(await retention?.due()).toBe(0);
  });
});
