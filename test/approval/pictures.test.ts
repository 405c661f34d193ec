import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../kit/browser.js';
import { openHouse, type House } from '../kit/house.js';
import { pdf, picture } from '../kit/pictures.js';
import { openDesk, type Case, type Desk } from './desk.js';

let house: House;
let desk: Desk;
let ha: Browser;

beforeAll(async () => {
  house = await openHouse({ demo: true });
  desk = openDesk(house);
  ha = await house.officer('canbo');
});
afterAll(() => house.close());

const viewed = async (of: Case, action: string): Promise<number> =>
  (await desk.audit(of)).filter((row) => row.action === action).length;

test('every view stands in the audit and is never cached', async () => {
  const dossier = await desk.aDossier();
  const id = await desk.aPicture(dossier, 'portrait');
  await ha.get(dossier.path);
  expect(await viewed(dossier, 'approval.dossier-viewed')).toBe(1);
  for (let round = 1; round <= 3; round += 1) {
    const answer = await ha.get(`${dossier.path}/anh/${id}`);
    expect(answer.status).toBe(200);
    expect(answer.get('content-type')).toContain('image/jpeg');
    expect(answer.get('cache-control')).toBe('no-store');
    expect(await viewed(dossier, 'approval.picture-viewed')).toBe(round);
  }
  const rows = await desk.audit(dossier);
  expect(rows.every(({ person, actorName }) => person === dossier.insuranceNumber && actorName === 'Lê Thu Hà')).toBe(
    true,
  );
});

test('a picture is shown with its own dossier only', async () => {
  const [mine, other] = [await desk.aDossier(), await desk.aDossier({ agencyCode: '07901' })];
  const id = await desk.aPicture(other, 'front');
  for (const path of [
    `${mine.path}/anh/${id}`,
    `${other.path}/anh/${id}`,
    `${mine.path}/anh/x`,
    `${mine.path}/xem-anh/${id}`,
  ])
    expect((await ha.get(path)).status).toBe(404);
  expect(await desk.audit(other)).toEqual([]);
});

test('a PDF is handed out as a download in a sandbox', async () => {
  const dossier = await desk.aDossier();
  const id = await desk.aPicture(dossier, 'front', { bytes: pdf(), type: 'application/pdf' });
  const answer = await ha.get(`${dossier.path}/anh/${id}`);
  expect(answer.get('content-type')).toContain('application/pdf');
  expect(answer.get('content-disposition')).toContain('attachment');
  expect(answer.get('content-security-policy')).toContain('sandbox');
  expect((await ha.get(dossier.path)).text).toContain('Tải PDF');
});

test('a turn is kept, four turns are none', async () => {
  const dossier = await desk.aDossier();
  const id = await desk.aPicture(dossier, 'front');
  for (const turn of [90, 180, 270, 0]) {
    const answer = await ha.submit(`${dossier.path}/anh/${id}/xoay`, {}, { page: dossier.path });
    expect(answer.status).toBe(303);
    expect((await ha.get(dossier.path)).text).toContain(`class="rot-${turn}" src="${dossier.path}/anh/${id}"`);
  }
  const page = await ha.get(`${dossier.path}/xem-anh/${id}`);
  expect(page.text).toContain('class="rot-0"');
  const turned = await ha.submit(`${dossier.path}/anh/${id}/xoay`, {}, { page: `${dossier.path}/xem-anh/${id}` });
  expect(turned.get('location')).toBe(`${dossier.path}/xem-anh/${id}`);
});

const replace = async (of: Case, bytes: Buffer, name = 'moi.jpg') =>
  ha.submit(`${of.path}/thay-anh/back`, {}, { files: { tep: { bytes, name } } });

test('Thay ảnh: the new one is shown, the old one stays in the history', async () => {
  const dossier = await desk.aDossier();
  const old = await desk.aPicture(dossier, 'back');
  const answer = await replace(dossier, await picture({ type: 'png', exif: true }));
  expect(answer.status).toBe(303);
  const { text } = await ha.get(dossier.path);
  expect(text).toContain('Ảnh đã thay (1)');
  expect(text).toContain(`/xem-anh/${old}`);
  expect(text).not.toContain(`src="${dossier.path}/anh/${old}"`);
  expect((await ha.get(`${dossier.path}/anh/${old}`)).status).toBe(200);
  const fresh = new RegExp(`src="(${dossier.path}/anh/[^"]+)"`).exec(text)?.[1] ?? '';
  const sent = await ha.get(fresh);
  expect(sent.get('content-type')).toContain('image/jpeg');
  expect((sent.body as Buffer).includes('Chu the anh')).toBe(false);
  expect(await desk.history(dossier)).toContain('Thay ảnh');
  expect(await viewed(dossier, 'approval.picture-replaced')).toBe(1);
});

test.each([
  ['none', undefined, 'Chọn, chụp hoặc dán ảnh mới'],
  ['text', () => Buffer.from('xin chào'), 'không phải ảnh JPEG, PNG, WebP hoặc PDF'],
  [
    'script in a picture’s name',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    'không phải ảnh',
  ],
  ['broken', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500)]), 'bị hỏng'],
  ['small', () => picture({ width: 300, height: 399 }), 'Cạnh ngắn phải có ít nhất 400 điểm ảnh'],
  ['too large', () => Buffer.alloc(8 * 1024 * 1024 + 1), 'Ảnh lớn hơn 8 MB'],
])('a file that cannot be used: %s', async (_, make, words) => {
  const dossier = await desk.aDossier();
  const bytes = await make?.();
  const answer = await ha.submit(
    `${dossier.path}/thay-anh/back`,
    {},
    bytes ? { files: { tep: { bytes, name: 'anh.jpg' } } } : {},
  );
  expect(answer.status).toBe(400);
  expect(answer.text).toContain(words);
  expect((await desk.stateOf(dossier)).version).toBe(1);
});

test('not after the decision, not from an old page, not for a kind that does not exist', async () => {
  const approved = await desk.aDossier({ state: 'approved' });
  expect((await replace(approved, await picture())).status).toBe(409);
  const dossier = await desk.aDossier();
  const form = await ha.form(`${dossier.path}/thay-anh/back`);
  await replace(dossier, await picture());
  const files = { tep: { bytes: await picture(), name: 'a.jpg' } };
  expect((await ha.send(`${dossier.path}/thay-anh/back`, form.hidden, files)).status).toBe(409);
  expect((await ha.get(`${dossier.path}/thay-anh/khac`)).status).toBe(404);
});
