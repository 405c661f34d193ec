import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lasting, standingOf } from '../../src/modules/support/call.rules.js';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';

const CALLS = '/can-bo/ho-tro/duong-day-nong';
const good = {
  coSo: 'Bệnh viện Đà Nẵng (48001)',
  maThe: 'GD4 48 4812345678',
  dienThoai: '0905 612 347',
  suCo: 'Máy báo thẻ không còn giá trị, người bệnh đang chờ khám.',
};

let house: House;
let officer: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  officer = await house.officer('canbo');
});
afterAll(() => house.close());

const note = (fields: Record<string, string> = {}, browser = officer) => browser.submit(CALLS, { ...good, ...fields });
const list = async (browser = officer): Promise<string> => visibleText((await browser.get(CALLS)).text);
const firstCase = async (): Promise<string> =>
  /href="(\/can-bo\/ho-tro\/duong-day-nong\/[\da-f-]{36})"/.exec((await officer.get(CALLS)).text)?.[1] ?? '';

describe('minutes', () => {
  it.each([
    [0, '0 phút', 'work', 'Còn 15 phút'],
    [14, '14 phút', 'work', 'Còn 1 phút'],
    [15, '15 phút', 'bad', 'Quá 0 phút'],
    [95, '1 giờ 35 phút', 'bad', 'Quá 1 giờ 20 phút'],
  ])('%i', (minutes, words, kind, text) => {
    expect(lasting(minutes)).toBe(words);
    expect(standingOf(minutes, 15)).toMatchObject({ kind, text });
  });
});

describe('a call about a card', () => {
  it('is noted, runs, and is closed with what was done', async () => {
    expect((await note()).status).toBe(303);
    house.clock.forward(4 * 60_000);
    const running = await list();
    for (const words of ['Bệnh viện Đà Nẵng (48001)', '4 phút', 'Còn 11 phút']) expect(running).toContain(words);
    expect(running).not.toContain('4812345678');
    house.clock.forward(14 * 60_000);
    expect(await list()).toContain('Quá 3 phút');
    const path = await firstCase();
    expect(visibleText((await officer.get(path)).text)).toContain('GD4484812345678');
    expect((await officer.submit(`${path}/dong`, { ketQua: 'xong' }, { page: path })).status).toBe(400);
    const { hidden } = await officer.form(path, `${path}/dong`);
    const close = () => officer.send(`${path}/dong`, { ...hidden, ketQua: 'Đã đồng bộ lại dữ liệu thẻ, máy nhận.' });
    expect([(await close()).status, (await close()).status]).toEqual([303, 409]);
    const done = await list();
    for (const words of ['Không có cuộc gọi nào đang chờ', '18 phút quá hạn', 'Đã đồng bộ lại'])
      expect(done).toContain(words);
    const acts = await house.app.db.rows<{ action: string; person: string }>(
      "SELECT action, person FROM core_audit WHERE action LIKE 'support.call%' ORDER BY id",
    );
    const names = acts.map(({ action }) => action);
    expect(names).toContain('support.call-viewed');
    expect(names.filter((name) => !name.endsWith('viewed'))).toEqual(['support.call-opened', 'support.call-closed']);
    expect(new Set(acts.map(({ person }) => person))).toEqual(new Set(['4812345678']));
  });

  it('is seen by its agency and above, by nobody else', async () => {
    const below = await house.officer('coso');
    await note({ coSo: 'Trạm y tế Thanh Khê' }, below);
    expect(await list(below)).toContain('Trạm y tế Thanh Khê');
    expect(await list()).toContain('Trạm y tế Thanh Khê');
    const [own] = await house.app.db.rows<{ id: string }>("SELECT id FROM support_call WHERE facility LIKE 'B%'");
    expect((await below.get(`${CALLS}/${own?.id ?? ''}`)).status).toBe(404);
    for (const name of ['bientap', 'quantri']) expect((await (await house.officer(name)).get(CALLS)).status).toBe(403);
  });

  it('is told to the person it concerns', async () => {
    const citizen = await house.citizen();
    expect((await citizen.get('/ca-nhan/du-lieu-cua-toi.json')).text).toContain('Bệnh viện Đà Nẵng (48001)');
    expect(visibleText((await citizen.get('/ca-nhan/ai-da-xem')).text)).toContain('Xem cuộc gọi đường dây nóng');
  });

  it.each([
    ['no facility', { coSo: '' }, 'Hãy ghi tên hoặc mã cơ sở'],
    ['half a card', { maThe: 'GD4' }, 'Hãy nhập mã số 10 chữ số'],
    ['no phone of ours', { dienThoai: 'abc' }, 'Số gọi lại chưa đúng'],
    ['no trouble', { suCo: 'lỗi' }, 'Hãy ghi máy báo gì'],
  ])('with %s is shown again, and nothing typed is lost', async (_, fields, words) => {
    const answer = await note(fields);
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain(words);
    if (!('coSo' in fields)) expect(answer.text).toContain('Bệnh viện Đà Nẵng (48001)');
  });

  it('is forgotten a year after it was closed', async () => {
    const retention = house.app.modules
      .find(({ definition }) => definition.id === 'support')
      ?.parts.retention?.find(({ name }) => name === 'support.calls');
    expect(await retention?.due()).toBe(0);
    house.clock.forward(367 * 86_400_000);
    expect(await retention?.purge()).toBe(1);
  });
});
