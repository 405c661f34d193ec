import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';

/** What guests may type or make up, in every place that takes words or a place in a list. */
let house: House;
let guest: Browser;
beforeAll(async () => {
  house = await openHouse({ demo: true });
  guest = house.browser();
});
afterAll(() => house.close());

const LISTS = ['co-quan-bhxh', 'cskcb-giay-nghi-viec', 'cskcb-kcb-bhyt', 'don-vi-tham-gia', 'diem-thu'];

/** Addresses that search, without the words. */
const SEARCHES = [
  ...LISTS.flatMap((list) => [`/tra-cuu/${list}?ten=`, `/tra-cuu/${list}.csv?ten=`]),
  '/tim-kiem?q=',
  '/tin-tuc?q=',
  '/ho-tro/cau-hoi-thuong-gap?tim=',
];

const ODD = {
  percent: '%',
  underscore: '_%_',
  quote: "' OR '1'='1",
  'double quote': '"; DROP TABLE x; --',
  backslash: '\\',
  emoji: '👩‍⚕️🏥',
  'right to left': '\u202ehnim hnib\u202c',
  'zero width': 'bệ\u200bnh\u200d vi\ufeffện',
  nothing: '\u200b',
  'end of text': 'a\u0000b\u0004',
  'half a pair': '\ud83d',
  markup: '<script>alert(1)</script>"><img src=x onerror=alert(1)>',
  'many marks': `a${'\u0301'.repeat(90)}`,
};

describe.each(Object.entries(ODD))('%s', (_, words) => {
  test('is a search like any other', async () => {
    for (const search of SEARCHES) {
      // Half a pair cannot be written into an address: as bytes of its own it comes in all the same.
      const sent = words === ODD['half a pair'] ? '%ED%A0%BD' : encodeURIComponent(words);
      const answer = await guest.get(search + sent);
      expect([search, answer.status]).toEqual([search, 200]);
      expect(answer.text).not.toMatch(/<script>alert|<img src=x/);
    }
  });

  test('is a question to the chat, and no name that the number lookup knows', async () => {
    const chat = await house.browser().submit('/ho-tro/tro-ly-ao', { cau: words });
    expect([200, 400]).toContain(chat.status);
    expect(chat.text).not.toMatch(/<script>alert|<img src=x/);
    const number = await house.browser().submit('/tra-cuu/ma-so-bhxh', { hoTen: words, ngaySinh: words, tinh: words });
    expect(number.status).toBe(400);
    expect(number.text).not.toMatch(/<script>alert|<img src=x/);
  });
});

describe('5,000 characters', () => {
  test.each(SEARCHES)('are refused by %s with a sentence', async (search) => {
    const answer = await guest.get(search + 'dien '.repeat(1_000).trim().replaceAll(' ', '+'));
    expect(answer.status).toBe(400);
    expect(visibleText(answer.text)).toMatch(/dài quá \d+ ký tự/);
  });

  test('are refused by the chat and the number lookup, and stay in the form', async () => {
    const long = 'x'.repeat(5_000);
    const chat = await house.browser().submit('/ho-tro/tro-ly-ao', { cau: long });
    expect([chat.status, visibleText(chat.text)]).toEqual([400, expect.stringContaining('dài quá 300 ký tự')]);
    const number = await house.browser().submit('/tra-cuu/ma-so-bhxh', { hoTen: long });
    expect([number.status, visibleText(number.text)]).toEqual([400, expect.stringContaining('dài quá 120 ký tự')]);
    expect(number.text).toContain(long);
  });
});

describe('places in a list that were made up', () => {
  const written = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const PLACES = [
    'x',
    '%00',
    '99999999999999999999',
    '2026-13-45_x',
    '../../etc/passwd',
    '{"a":1}',
    "' OR 1=1 --",
    written([0, 9_007_199_254_740_991, 'zzz', 'zzz']),
    written([1, 0, '\u0000', '\u0000']),
    written([0, -1, 'a', 'b']),
    written([[], {}, null, 1]),
    written(null),
  ];

  test.each([...LISTS.map((list) => `/tra-cuu/${list}`), '/tin-tuc', '/tin-tuc/chuyen-muc/thong-bao'])(
    '%s shows a list, forth and back',
    async (path) => {
      for (const place of PLACES)
        for (const way of ['sau', 'truoc']) {
          const answer = await guest.get(`${path}?${way}=${encodeURIComponent(place)}`);
          expect([place, way, answer.status]).toEqual([place, way, 200]);
        }
      const long = await guest.get(`${path}?truoc=${'x'.repeat(5_000)}`);
      expect([200, 400]).toContain(long.status);
    },
  );
});
