import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visibleText } from '../kit/forms.js';
import type { Browser } from '../kit/browser.js';
import { openHouse, type House } from '../kit/house.js';
import { act, openDesk, type Desk } from './desk.js';

const LIST = '/can-bo/quan-tri/mau-ly-do';
const good = { noiDung: 'Ảnh bị lóa, không thấy rõ mặt', cauNgan: 'Ảnh bị lóa', thuTu: '5' };

let house: House;
let desk: Desk;
let leader: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  desk = openDesk(house);
  leader = await house.officer('lanhdao');
});
afterAll(() => house.close());

const rowOf = (text: string) =>
  house.app.db.row<{ id: string; short: string; version: number }>(
    'SELECT id, short, version FROM approval_reason WHERE text = ?',
    [text],
  );

describe('reasons of refusal', () => {
  it('are added and can be picked at once; the SMS carries the short form without marks', async () => {
    expect((await leader.submit(LIST, good)).status).toBe(303);
    expect(await rowOf(good.noiDung)).toMatchObject({ short: 'Anh bi loa' });
    const officer = await house.officer('canbo');
    const dossier = await desk.aDossier({ state: 'handed_in' });
    expect((await officer.get(dossier.path)).text).toContain(good.noiDung);
    const { id = '' } = (await rowOf(good.noiDung)) ?? {};
    expect((await act(officer, dossier, 'danh-gia', { ketQua: 'khong-hop-le', lyDo: id })).status).toBe(303);
    expect((await desk.sms(dossier.phone)).at(-1)).toContain('Anh bi loa');
  });

  it('that are switched off are offered no more and refused when the page was old', async () => {
    const { id = '', version = 0 } = (await rowOf('Ảnh mờ hoặc chụp thiếu, không đọc được')) ?? {};
    const officer = await house.officer('canbo');
    const dossier = await desk.aDossier({ state: 'handed_in' });
    const form = await officer.form(dossier.path, `${dossier.path}/danh-gia`);
    const off = { ...good, noiDung: 'Ảnh mờ hoặc chụp thiếu, không đọc được', dangDung: undefined };
    expect((await leader.submit(`${LIST}/${id}`, { ...off, phienBan: String(version) })).status).toBe(303);
    const late = await officer.send(form.action, { ...form.hidden, ketQua: 'khong-hop-le', lyDo: id });
    expect(late.status).toBe(400);
    expect(visibleText(late.text)).toContain('Chọn lý do trong danh sách.');
    expect((await desk.stateOf(dossier)).state).toBe('handed_in');
  });

  it.each([
    ['nothing', { noiDung: '', cauNgan: '' }, 'Hãy viết lý do'],
    ['a short form over 60', { cauNgan: 'a'.repeat(61) }, 'dài quá 60 ký tự'],
    ['a place to fill in', { noiDung: 'Chào {ten}, ảnh mờ' }, 'không có chỗ điền'],
    ['a phone number', { cauNgan: 'Goi 0912 345 678' }, 'dữ liệu cá nhân'],
    ['a long text', { noiDung: 'ả'.repeat(201) }, 'dài quá 200 ký tự'],
    ['a place that is no number', { thuTu: '-1' }, 'Thứ tự'],
  ])('refuse %s and keep what was typed', async (_, fields, words) => {
    const answer = await leader.submit(LIST, { ...good, noiDung: 'Một lý do khác', ...fields });
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain(words);
    expect(answer.text).toContain('noiDung' in fields && fields.noiDung !== '' ? String(fields.noiDung) : 'cauNgan');
  });

  it('changed by two at once: the second reads so', async () => {
    const { id = '' } = (await rowOf('Mã số BHXH không đúng')) ?? {};
    const path = `${LIST}/${id}`;
    const form = await leader.form(path);
    const fields = { ...form.hidden, ...good, noiDung: 'Mã số BHXH không đúng', dangDung: 'on' };
    expect((await leader.send(path, fields)).status).toBe(303);
    expect((await leader.send(path, fields)).status).toBe(409);
  });

  it('are not for everybody, and a made-up one is not found', async () => {
    expect((await (await house.officer('canbo')).get(LIST)).status).toBe(403);
    expect((await (await house.officer('bientap')).get(LIST)).status).toBe(403);
    expect((await leader.get(`${LIST}/khong-co`)).status).toBe(404);
  });
});
