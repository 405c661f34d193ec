import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/core/ids.js';
import { messageTable, type MessageRow } from '../../src/modules/notification/message.model.js';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';

const LIST = '/can-bo/tin-nhan';
const RECIPIENT = `${LIST}/nguoi-nhan`;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let house: House;
let ha: Browser;

/** A message that went its way `minutes` ago. */
const given = async (minutes: number, set: Partial<MessageRow>): Promise<void> => {
  const at = new Date(house.clock.now().getTime() - minutes * MINUTE);
  const { db } = house.app;
  await db.uow.run(() =>
    messageTable(db.sequelize).insert({
      id: newId(),
      eventKey: newId(),
      channel: 'sms',
      recipient: '0912345678',
      template: 'dossier-handed-in',
      sealed: null,
      textShown: 'NOI DUNG KHONG AI CAN',
      subjectKind: '',
      subjectId: '',
      agencyCode: null,
      state: 'sent',
      attempt: 1,
      unsure: 0,
      nextTryAt: null,
      expiresAt: null,
      providerId: '',
      error: '',
      createdAt: at,
      sentAt: at,
      endedAt: at,
      repeats: 0,
      repeatedAt: null,
      ...set,
    }),
  );
};

beforeAll(async () => {
  house = await openHouse({ demo: true });
  await house.settle();
  const { db } = house.app;
  await db.uow.run(() => messageTable(db.sequelize).remove({}));
  await given(5, { recipient: '0905880001', template: 'otp', state: 'delivered' });
  await given(6, { recipient: 'binh@vidu.vn', channel: 'email', template: 'dossier-refused' });
  await given(7, { recipient: '0412345678', state: 'permanent-failure', error: 'sai số điện thoại hoặc địa chỉ' });
  for (let index = 0; index < 120; index += 1) await given(26 * 60 + index, { template: 'dossier-declared' });
  ha = await house.officer('canbo');
});
afterAll(() => house.close());

const rows = (html: string): string[] =>
  [...html.matchAll(/<tr><td class="num">.*?<\/tr>/gs)].map(([row]) => visibleText(row));

describe('who may see messages', () => {
  it.each(['canbo', 'lanhdao', 'quantri'])('%s may', async (name) => {
    expect((await (await house.officer(name)).get(LIST)).status).toBe(200);
  });
  it.each(['giamsat', 'bientap'])('%s may not', async (name) => {
    expect((await (await house.officer(name)).get(LIST)).status).toBe(403);
  });
});

describe('whose messages an officer sees', () => {
  it('are those of the own agency and below it; those of nobody only from the own office up', async () => {
    const coso = await house.officer('coso');
    expect(rows((await coso.get(LIST)).text)).toEqual([]);
    await given(4, { recipient: '0905880002', agencyCode: '04802' });
    await given(3, { recipient: '0905880003', agencyCode: '04803' });
    const own = rows((await coso.get(LIST)).text);
    expect(own).toHaveLength(1);
    expect(own[0]).toContain('0905•••002');
    const found = (den: string) => coso.submit(RECIPIENT, { den }, { page: LIST });
    expect(rows((await found('0905880003')).text)).toEqual([]);
    expect(rows((await found('0905880002')).text)).toHaveLength(1);
    expect(
      rows((await ha.get(LIST)).text)
        .slice(0, 2)
        .join(' '),
    ).toMatch(/0905•••003.*0905•••002/);
    const { db } = house.app;
    await db.uow.run(() => messageTable(db.sequelize).remove({ agencyCode: ['04802', '04803'] }));
  });
});

describe('the list', () => {
  it('tells how messages stand, newest first, without recipients in full and without their text', async () => {
    const { text } = await ha.get(LIST);
    const [first = '', second = '', third = ''] = rows(text);
    expect(first).toMatch(/SMS 0905•••001 Mã OTP Đã nhận/);
    expect(second).toMatch(/E-mail bi•••@vidu\.vn Hồ sơ cần sửa Đã gửi/);
    expect(third).toMatch(/0412•••678 Đã nhận hồ sơ Số sai 1 sai số điện thoại hoặc địa chỉ/);
    expect(text).not.toMatch(/0905880001|binh@vidu\.vn|0412345678|NOI DUNG/);
  });

  it('shows the figures of a day', async () => {
    const words = visibleText((await ha.get(LIST)).text);
    expect(words).toContain('Đã gửi 2 24 giờ qua');
    expect(words).toContain('Không gửi được 1 24 giờ qua');
    expect(words).toContain('Đang chờ 0 không có tin nào');
    expect(words).toContain('Đã nhận Chưa rõ Nhà mạng chưa báo lại');
  });

  it('goes through all messages, each once, there and back', async () => {
    const { text } = await ha.get(LIST);
    const linkOf = (html: string, rel: string): string =>
      (new RegExp(`href="([^"]+)" rel="${rel}"`).exec(html)?.[1] ?? '').replaceAll('&amp;', '&');
    expect(linkOf(text, 'prev')).toBe('');
    const second = (await ha.get(linkOf(text, 'next'))).text;
    const third = (await ha.get(linkOf(second, 'next'))).text;
    expect([text, second, third].map((page) => rows(page).length)).toEqual([50, 50, 23]);
    expect(linkOf(third, 'next')).toBe('');
    expect(rows((await ha.get(linkOf(third, 'prev'))).text)).toEqual(rows(second));
    expect(rows((await ha.get(linkOf(second, 'prev'))).text)).toEqual(rows(text));
  });

  it.each([
    ['tinhTrang=permanent-failure', 1],
    ['kenh=email', 1],
    ['kenh=sms&tinhTrang=delivered', 1],
    ['tinhTrang=created', 0],
  ])('by %s has %i', async (query, count) => {
    expect(rows((await ha.get(`${LIST}?${query}`)).text)).toHaveLength(count);
  });

  it('by day has that day only', async () => {
    const today = new Date(house.clock.now().getTime() + 7 * HOUR).toISOString().slice(0, 10);
    const page = await ha.get(`${LIST}?ngay=${today.split('-').reverse().join('/')}`);
    expect(rows(page.text)).toHaveLength(3);
  });

  it.each([
    ['ngay=31/02/2026', 'Ngày này không có trong lịch'],
    ['kenh=bo-cau', 'Chọn kênh trong danh sách'],
    ['tinhTrang=constructor', 'Chọn tình trạng gửi trong danh sách'],
  ])('says what is wrong with %s', async (query, words) => {
    const answer = await ha.get(`${LIST}?${query}`);
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain(words);
  });

  it('begins anew where the place in the address is none', async () => {
    expect(rows((await ha.get(`${LIST}?sau=vo-nghia`)).text)).toHaveLength(50);
  });
});

describe('one recipient', () => {
  it.each(['0905880001', '+84 905.880.001'])(
    'is found as %s, shown masked, and the search is written down',
    async (den) => {
      const answer = await ha.submit(RECIPIENT, { den }, { page: LIST });
      expect(answer.status).toBe(200);
      expect(rows(answer.text)).toEqual([expect.stringContaining('0905•••001 Mã OTP')]);
      const last = await house.app.db.row<{ action: string; label: string; name: string }>(
        'SELECT action, subject_label AS label, actor_name AS name FROM core_audit ORDER BY id DESC LIMIT 1',
      );
      expect(last).toEqual({ action: 'notification.recipient-searched', label: '0905•••001', name: 'Lê Thu Hà' });
    },
  );

  it('may be an e-mail address', async () => {
    const answer = await ha.submit(RECIPIENT, { den: 'binh@vidu.vn' }, { page: LIST });
    expect(rows(answer.text)).toEqual([expect.stringContaining('bi•••@vidu.vn')]);
  });

  it('without messages is a kind sentence', async () => {
    const answer = await ha.submit(RECIPIENT, { den: '0987654321' }, { page: LIST });
    expect(visibleText(answer.text)).toContain('Chưa có tin nào gửi đến 0987•••321.');
  });

  it.each(['0905', 'binh', "' OR 1=1", '%'])('%j is neither phone nor address', async (den) => {
    const answer = await ha.submit(RECIPIENT, { den }, { page: LIST });
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toContain('Hãy nhập đủ số di động 10 chữ số hoặc địa chỉ thư điện tử.');
  });

  it('asked for by its address leads back to the list', async () => {
    expect((await ha.get(RECIPIENT)).get('Location')).toBe(LIST);
  });
});

describe('an alarm', () => {
  it('stands in red above the list and as a pill in the menu', async () => {
    expect(visibleText((await ha.get('/can-bo')).text)).not.toMatch(/Tin nhắn [1-9]/);
    await given(15, { state: 'temporary-failure', endedAt: null, sentAt: null, error: 'cổng SMS trả lời 500' });
    await house.app.scheduler.run('notification.watch');
    const words = visibleText((await ha.get(LIST)).text);
    expect(words).toContain('Có tin đã chờ 15 phút mà chưa gửi được.');
    expect(words).toContain('Đang chờ 1 lâu nhất 15 phút');
    expect(visibleText((await ha.get('/can-bo')).text)).toMatch(/Tin nhắn 1 /);
  });
});
