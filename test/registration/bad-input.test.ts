import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { openHouse, type House } from '../kit/house.js';
import { dossierFiles } from '../kit/pictures.js';
import { BAD_VALUES } from './bad-values.js';
import { countOf, FORM, goodFields } from './form.js';

let house: House;
let browser: Browser;
let hidden: Readonly<Record<string, string>>;

/** One form whose files are kept from a first try: every later fault is the only one. */
beforeAll(async () => {
  house = await openHouse();
  browser = house.browser();
  ({ hidden } = await browser.form(FORM));
  const first = await browser.send(FORM, { ...hidden, ...goodFields, phone: '' }, await dossierFiles());
  expect(first.status).toBe(400);
});
afterAll(() => house.close());

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&#34;').replace(/'/g, '&#39;');

for (const [name, cases] of Object.entries(BAD_VALUES)) {
  describe(name, () => {
    it.each(cases)('%j', async (typed, says) => {
      const answer = await browser.send(FORM, { ...hidden, ...goodFields, [name]: typed });
      expect(answer.status).toBe(400);
      expect(answer.text).toContain('<title>Lỗi: Kê khai Mẫu số 01 - An Sinh</title>');
      expect(answer.text).toContain(`href="#f-${name}"`);
      expect(answer.text).toContain(`id="f-${name}"`);
      const beside = new RegExp(`id="f-${name}-e">.*?</p>`, 's').exec(answer.text)?.[0] ?? '';
      expect(beside).toContain(escaped(says));
      // Only what was wrong is named, and everything else typed is still there.
      expect(answer.text.match(/class="msg-err"/g)?.length).toBe(1 + Number(name === 'province'));
      for (const kept of ['insuranceNumber', 'fullName', 'street'] as const)
        if (kept !== name) expect(answer.text).toContain(`value="${escaped(goodFields[kept])}"`);
      if (typed.length < 300 && ['fullName', 'street', 'phone'].includes(name) && !typed.includes('\n'))
        expect(answer.text).toContain(`value="${escaped(typed)}"`);
      expect(answer.text).not.toContain('<script>alert');
      expect(answer.text).not.toMatch(/SQLITE|ER_|at \w+ \(|node_modules/);
    });
  });
}

it('has a hundred and twenty cases and more', () => {
  expect(Object.values(BAD_VALUES).flat().length).toBeGreaterThanOrEqual(120);
});

it('names every fault of an empty form, in the order of the page', async () => {
  const empty = house.browser();
  const answer = await empty.submit(FORM, {});
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('Còn 14 chỗ cần sửa');
  const links = [...answer.text.matchAll(/<li><a href="#f-(\w+)"/g)].map(([, name]) => name);
  expect(links).toEqual([
    'insuranceNumber',
    'fullName',
    'birthDate',
    'sex',
    'paperNumber',
    'phone',
    'province',
    'commune',
    'street',
    'portrait',
    'front',
    'back',
    'agency',
    'commitment',
  ]);
});

it('takes strange bodies for what they are', async () => {
  for (const strange of [
    { ...goodFields, fullName: ['A B', 'C D'] },
    { ...goodFields, formKey: 'x' },
    { ...goodFields, 'fullName[a]': 'b', fullName: '' },
  ]) {
    const answer = await browser.send(FORM, { _csrf: hidden['_csrf'], ...strange });
    expect(answer.status).toBe(400);
  }
});

it('stores nothing on a 400', async () => {
  await house.settle();
  expect(await countOf(house, 'registration_dossier')).toBe(0);
  expect(await countOf(house, 'notification_message')).toBe(0);
  expect(await house.messages()).toEqual([]);
});

it('takes the form once it is right, with the files kept from the first try', async () => {
  const answer = await browser.send(FORM, { ...hidden, ...goodFields });
  expect(answer.status).toBe(303);
  expect(await countOf(house, 'registration_picture')).toBe(3);
});
