import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { tablesOf } from './ground.js';

const LIST = '/can-bo/quan-tri/linh-vuc-phan-anh';
const CARD = `${LIST}/card`;
const GOOD = {
  ten: 'Thông tin trên thẻ BHYT',
  donVi: '00003',
  phanLoai: '2',
  traLoi: '7',
  phucTap: '20',
  giaHan: '0',
  khan: 'on',
};

let house: House;
let admin: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  admin = await house.officer('quantri');
});
afterAll(() => house.close());

const topic = () => tablesOf(house).topics.one({ code: 'card' });
const send = async (fields: Readonly<Record<string, string>>) => {
  const before = await topic();
  return admin.submit(CARD, { ...GOOD, phienBan: String(before?.version), ...fields });
};

describe('topics', () => {
  it('are changed by administrators; the history tells what, new feedback follows, cases on the way do not', async () => {
    const on = await tablesOf(house).cases.many(
      { topicCode: 'card' },
      { columns: ['id', 'answerBy', 'monitorAgency'] },
    );
    const answer = await send({});
    expect(visibleText((await admin.follow(answer)).text)).toContain('Đã lưu');
    expect(await topic()).toMatchObject({
      monitorAgency: '00003',
      classifyDays: 2,
      answerDays: 7,
      complexDays: 20,
      extensionDays: 0,
    });
    const words = visibleText((await admin.get(CARD)).text);
    for (const change of ['Đơn vị theo dõi', '00002', '00003', 'Ngày trả lời', '5', '7'])
      expect(words).toContain(change);
    expect(
      await tablesOf(house).cases.many({ topicCode: 'card' }, { columns: ['id', 'answerBy', 'monitorAgency'] }),
    ).toEqual(on);
  });

  it.each([
    ['ten', { ten: '' }, 'Hãy ghi tên lĩnh vực'],
    ['donVi', { donVi: '04801' }, 'Chọn đơn vị theo dõi trong danh sách'],
    ['donVi', { donVi: '99999' }, 'Chọn đơn vị theo dõi trong danh sách'],
    ['phanLoai', { phanLoai: '0' }, 'từ 1 đến 90'],
    ['phanLoai', { phanLoai: '-1' }, 'nhập số ngày làm việc'],
    ['traLoi', { traLoi: '1' }, 'không ngắn hơn hạn phân loại'],
    ['phucTap', { phucTap: '3' }, 'không ngắn hơn hạn thường'],
    ['giaHan', { giaHan: '91' }, 'từ 0 đến 90'],
  ])('are not changed by a bad %s', async (field, fields, sentence) => {
    const before = await topic();
    const answer = await send(fields);
    expect([answer.status, visibleText(answer.text).includes(sentence)], field).toEqual([400, true]);
    expect(answer.text).toContain(`href="#f-${field}"`);
    expect(await topic()).toEqual(before);
  });

  it('of two administrators at once one is told that the other was first', async () => {
    const version = String((await topic())?.version);
    expect((await admin.submit(CARD, { ...GOOD, phienBan: version })).status).toBe(303);
    expect((await admin.submit(CARD, { ...GOOD, phienBan: version, traLoi: '9' })).status).toBe(409);
    expect((await topic())?.answerDays).toBe(7);
  });

  it('that take no more are not offered to anybody', async () => {
    const offered = async (): Promise<string> => (await house.browser().get('/phan-anh')).text;
    expect(await offered()).toContain('Thông tin trên thẻ BHYT');
    expect((await send({ ngung: 'on' })).status).toBe(303);
    expect(await offered()).not.toContain('Thông tin trên thẻ BHYT');
  });
});
