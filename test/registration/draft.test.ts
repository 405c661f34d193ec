import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visibleText } from '../kit/forms.js';
import { openHouse, type House } from '../kit/house.js';
import { dossierFiles, picture } from '../kit/pictures.js';
import { FORM, goodFields } from './form.js';
import { photo, refused } from './repair.js';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** The token that belongs to a page, found on the page that was shown again. */
const tokenOn = (html: string): string => /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';

describe('form 01 sent after a long pause', () => {
  it.each([
    ['without its cookie', {}],
    ['with a token of another day', { _csrf: 'abc.def' }],
  ])('%s: everything typed and the files are kept, and one more press is enough', async (_, token) => {
    const { hidden } = await house.browser().form(FORM);
    const later = house.browser();
    const sent = { ...hidden, ...goodFields, insuranceNumber: '4864000001', ...token };
    const old = await later.send(FORM, sent, await dossierFiles());
    expect(old.status).toBe(403);
    expect(visibleText(old.text)).toContain('Những gì bạn đã nhập vẫn còn');
    for (const field of ['fullName', 'birthDate', 'paperNumber', 'phone', 'email', 'street'] as const)
      expect(old.text).toContain(`value="${goodFields[field]}"`);
    for (const option of [goodFields.province, goodFields.commune, goodFields.agency])
      expect(old.text).toMatch(new RegExp(`<option value="${option}" selected>`));
    expect(old.text).toMatch(/name="commitment"[^>]*checked/);
    expect(old.text.match(/Đổi ảnh/g)?.length).toBe(3);
    const again = await later.send(FORM, { ...sent, _csrf: tokenOn(old.text) });
    expect(again.status).toBe(303);
  });

  it('names a file that cannot be used at once', async () => {
    const { hidden } = await house.browser().form(FORM);
    const files = { ...(await dossierFiles()), back: { bytes: Buffer.from('không phải ảnh'), name: 'x.jpg' } };
    const old = await house.browser().send(FORM, { ...hidden, ...goodFields }, files);
    expect(old.status).toBe(403);
    expect(old.text).toMatch(/id="f-back-e">.*?không phải ảnh/s);
    expect(old.text.match(/Đổi ảnh/g)?.length).toBe(2);
  });

  it('gets nothing from another site', async () => {
    const { default: request } = await import('supertest');
    const answer = await request(house.server)
      .post(FORM)
      .set('Sec-Fetch-Site', 'cross-site')
      .field('fullName', 'Ai đó')
      .attach('portrait', await picture(), 'a.jpg');
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain('Ai đó');
  });
});

it('a correction sent after a long pause keeps everything, too', async () => {
  const { link, person } = await refused(house);
  const later = house.browser();
  const fields = { ...person, fullName: 'Trần Thị Bình Minh' };
  const old = await later.send(link, fields, { front: await photo('truoc-moi.jpg') });
  expect(old.status).toBe(403);
  expect(old.text).toContain('value="Trần Thị Bình Minh"');
  expect(old.text).toContain('truoc-moi.jpg');
  expect((await later.send(link, { ...fields, _csrf: tokenOn(old.text) })).status).toBe(303);
});
