import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { formsOf, visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { aCase, tablesOf } from './ground.js';
import { FORM, tell } from './tell.js';

let house: House;
let citizen: Browser;
let officer: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  citizen = await house.citizen();
  officer = await house.officer('canbo');
});
afterAll(() => house.close());

/** The first link of a page to the form, filled in. */
const linkIn = (html: string): string => (/href="(\/phan-anh\?[^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');

describe('the list of whoever is signed in', () => {
  it('has what he sent and what came from his phone, not what another says under his number', async () => {
    const facts = { receivedAt: house.clock.now() };
    const mine = { insuranceNumber: '4812345678' };
    await aCase(house, { ...facts, ...mine, verified: true, phone: '0905000444', title: 'Gửi khi đăng nhập' });
    await aCase(house, { ...facts, phone: '0912345678', title: 'Gửi từ máy của tôi' });
    const foreign = await aCase(house, {
      ...facts,
      ...mine,
      verified: false,
      phone: '0905000555',
      title: 'Người lạ ghi mã của tôi',
    });
    const text = visibleText((await citizen.get('/ca-nhan/phan-anh')).text);
    for (const title of ['Gửi khi đăng nhập', 'Gửi từ máy của tôi']) expect(text).toContain(title);
    expect(text).not.toContain('Người lạ ghi mã của tôi');
    expect((await citizen.get(`/ca-nhan/phan-anh/${foreign.id}`)).status).toBe(404);
  });

  it('goes on page by page, and each case opens without its code', async () => {
    const at = house.clock.now().getTime() + 1_000;
    for (let n = 0; n < 45; n += 1)
      await aCase(house, { phone: '0912345678', title: `Việc thứ ${n}`, receivedAt: new Date(at + Math.floor(n / 3)) });
    const seen: string[] = [];
    for (let next = '/ca-nhan/phan-anh'; next;) {
      const { text } = await citizen.get(next);
      seen.push(...[...text.matchAll(/Việc thứ \d+/g)].map(([title]) => title));
      next = (/href="([^"]*)" rel="next"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&');
    }
    expect(new Set(seen).size).toBe(45);
    expect(seen).toHaveLength(45);
    const own = await aCase(house, { phone: '0912345678', state: 'answered', answeredAt: house.clock.now() });
    const address = `/ca-nhan/phan-anh/${own.id}`;
    expect(visibleText((await citizen.get(address)).text)).toContain(own.code);
    expect((await citizen.submit(`${address}/danh-gia`, { diem: '5' }, { page: address })).status).toBe(303);
    expect((await tablesOf(house).cases.one({ id: own.id }))?.satisfaction).toBe(5);
  });

  it('is part of what he may take along', async () => {
    const page = await citizen.get('/ca-nhan/du-lieu-cua-toi');
    expect(visibleText(page.text)).toContain('Phản ánh, kiến nghị');
  });
});

describe('a report that another page begins', () => {
  const linkOn = async (page: string): Promise<string> => linkIn((await citizen.get(page)).text);

  const rows: readonly [string, string, object][] = [
    [
      'a row of the participation',
      '/ca-nhan/qua-trinh-tham-gia',
      { topicCode: 'participation', monitorAgency: '00002' },
    ],
    ['a benefit', '/ca-nhan/thong-tin-huong?nhom=om-dau-thai-san', { topicCode: 'benefits', monitorAgency: '00003' }],
    ['the card', '/ca-nhan/the-bhyt', { topicCode: 'card', monitorAgency: '00002' }],
    ['a visit', '/ca-nhan/so-kham-chua-benh?nam=2025', { topicCode: 'treatment', monitorAgency: '00004' }],
  ];
  it.each(rows)(
    '%s carries the row, its topic and the right monitor; nothing is typed twice',
    async (_, page, facts) => {
      const visit = /href="(\/ca-nhan\/so-kham-chua-benh\/[^"?]+)"/.exec((await citizen.get(page)).text)?.[1];
      const link = await linkOn(visit ?? page);
      expect(link).not.toBe('');
      const { text } = await citizen.get(link);
      const [title] = /name="tieuDe"[^>]*value="([^"]*)"/.exec(text)?.slice(1) ?? [];
      expect(title).toContain('Sai sót');
      const noiDung = `Dòng này sai, tôi xin gửi giấy tờ kèm theo. ${page}`;
      const answer = await tell(
        citizen,
        { linhVuc: 'technical', tieuDe: title, noiDung, daXem: undefined },
        { page: link },
      );
      expect(answer.status).toBe(303);
      const [row] = await tablesOf(house).cases.many({ body: noiDung });
      expect(row).toMatchObject({ ...facts, origin: 'record', verified: true, insuranceNumber: '4812345678' });
      expect(row?.reference.length).toBeGreaterThan(10);
      // What the row says stands in no address in clear, and opens for nobody else.
      expect(decodeURIComponent(link)).not.toContain((row?.reference ?? '').slice(0, 10));
      const stranger = await house.browser().get(link);
      expect(visibleText(stranger.text)).toContain('chỉ mở được cho người đã bấm');
      expect(stranger.text).not.toContain((row?.reference ?? '').slice(0, 20));
    },
  );

  it('a look at his data: one press sends the question', async () => {
    const looked = { nguoi: '4812345678', mucDich: 'Trả lời câu hỏi của người dân' };
    const opened = await officer.submit('/can-bo/nguoi-tham-gia/mo', looked, { page: '/can-bo/nguoi-tham-gia' });
    expect((await officer.follow(opened)).status).toBe(200);
    const link = await linkOn('/ca-nhan/ai-da-xem');
    expect(link).not.toBe('');
    const page = await citizen.get(link);
    const hidden = formsOf(page.text, FORM).find(({ action }) => action === FORM)?.hidden ?? {};
    const words = 'Tôi muốn biết vì sao dữ liệu của tôi được mở lần này.';
    expect(page.text).toContain(words);
    const answer = await citizen.send(FORM, { ...hidden, tieuDe: 'Hỏi lý do xem dữ liệu của tôi', noiDung: words }, {});
    expect(answer.status).toBe(303);
    const [row] = await tablesOf(house).cases.many(
      { origin: 'seen', body: words },
      { order: [['receivedAt', 'DESC']] },
    );
    expect(row).toMatchObject({ topicCode: 'personal', monitorAgency: '00002' });
    expect(row?.reference).toContain('BHXH thành phố Đà Nẵng');
  });

  it('a talk with the chat goes along with what a guest asked; he chooses the topic himself', async () => {
    const chat = '/ho-tro/tro-ly-ao';
    const guest = house.browser();
    const cau = 'Con lạc đà ăn gì vào mùa đông';
    const { text } = await guest.submit(chat, { cau });
    const link = linkIn(text);
    expect(link).not.toBe('');
    expect(decodeURIComponent(link)).not.toContain('lạc đà');
    expect(visibleText((await guest.get(link)).text)).toMatch(/Cuộc trò chuyện được gửi kèm.*Con lạc đà/);
    const typed = { noiDung: 'Trợ lý chưa trả lời được câu này của tôi.', linhVuc: 'technical', daXem: undefined };
    const sent = await tell(guest, { ...typed, dienThoai: '0905 777 001' }, { page: link });
    expect(sent.status).toBe(303);
    const [row] = await tablesOf(house).cases.many({ phone: '0905777001' });
    expect(row).toMatchObject({ origin: 'chat', topicCode: 'technical', monitorAgency: '00005', verified: false });
    expect(row?.reference).toContain(cau);
    expect(row?.reference).not.toContain('Tôi muốn hỏi thêm');
    const seen = await officer.get(`/can-bo/phan-anh/${row?.id}`);
    expect(visibleText(seen.text)).toMatch(/Từ trò chuyện với trợ lý:.*Con lạc đà/);
    // Whoever signs in on his way brings it along.
    expect((await citizen.get(link)).text).toContain('Con lạc đà');
  });

  it('a forged mark is no arrival', async () => {
    const answer = await tell(citizen, { tu: 'AAAA', noiDung: 'Một nội dung dài hơn hai mươi ký tự.' });
    expect(answer.status).toBe(303);
    const [row] = await tablesOf(house).cases.many({ body: 'Một nội dung dài hơn hai mươi ký tự.' });
    expect(row).toMatchObject({ origin: 'form', reference: '', topicCode: 'participation' });
  });
});
