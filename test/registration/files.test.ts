import { hkdfSync } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createVault, type Vault } from '../../src/core/files/vault.js';
import type { Attachment, Browser } from '../kit/browser.js';
import { openHouse, type House } from '../kit/house.js';
import { bomb, dossierFiles, heic, noise, pdf, picture } from '../kit/pictures.js';
import { countOf, declare, FORM, goodFields, queriesOf } from './form.js';

let house: House;
let vault: Vault;
let browser: Browser;
let hidden: Readonly<Record<string, string>>;

beforeAll(async () => {
  house = await openHouse();
  const { uploadDir, key } = house.app.config;
  vault = createVault(uploadDir, Buffer.from(hkdfSync('sha256', key, '', 'files', 32)));
});
afterAll(() => house.close());
beforeEach(async () => {
  browser = house.browser();
  ({ hidden } = await browser.form(FORM));
});

const filesOnDisk = (): number => {
  const folder = house.app.config.uploadDir;
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((name) => /[0-9a-f-]{36}$/.test(String(name))).length
    : 0;
};

const send = async (files: Record<string, Attachment>, fields: Record<string, string> = {}) =>
  browser.send(FORM, { ...hidden, ...goodFields, ...fields }, files);

const beside = (html: string, name: string): string =>
  new RegExp(`id="f-${name}-e">.*?</p>`, 's').exec(html)?.[0] ?? '';

describe('files that are refused', () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"><script>alert(1)</script></svg>',
  );
  const cases: readonly (readonly [string, () => Promise<Buffer> | Buffer, string])[] = [
    ['text', () => Buffer.from('xin chào'), 'không phải ảnh'],
    ['HTML named .jpg', () => Buffer.from('<html><script>alert(1)</script></html>'), 'không phải ảnh'],
    ['SVG with script', () => svg, 'không phải ảnh'],
    [
      'GIF',
      () =>
        sharp({ create: { width: 500, height: 500, channels: 3, background: '#fff' } })
          .gif()
          .toBuffer(),
      'không phải ảnh',
    ],
    [
      'TIFF',
      () =>
        sharp({ create: { width: 500, height: 500, channels: 3, background: '#fff' } })
          .tiff()
          .toBuffer(),
      'không phải ảnh',
    ],
    ['programme', () => Buffer.concat([Buffer.from('MZ'), noise(4_000)]), 'không phải ảnh'],
    ['zip', () => Buffer.concat([Buffer.from('PK\u0003\u0004'), noise(4_000)]), 'không phải ảnh'],
    ['HEIC', heic, 'không phải ảnh'],
    ['noise', () => noise(5_000), 'không phải ảnh'],
    ['JPEG head and noise', () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), noise(5_000)]), 'bị hỏng'],
    ['cut JPEG', async () => (await picture({ width: 900, height: 900, exif: true })).subarray(0, 600), 'bị hỏng'],
    ['cut PNG', async () => (await picture({ type: 'png' })).subarray(0, 60), 'bị hỏng'],
    ['PDF without end', () => pdf().subarray(0, 200), 'bị hỏng'],
    ['too small', () => picture({ width: 399, height: 900 }), 'cạnh ngắn cần ít nhất 400'],
    ['one pixel', () => picture({ width: 1, height: 1 }), 'cạnh ngắn cần ít nhất 400'],
    ['oversized in pixels', bomb, 'Hãy chụp lại'],
    ['over 8 MB', () => noise(8 * 1024 * 1024 + 1), 'lớn hơn 8 MB'],
    ['far over 8 MB', () => Buffer.alloc(20 * 1024 * 1024, 0xff), 'lớn hơn 8 MB'],
  ];
  it.each(cases)('%s', async (name, make, says) => {
    const good = await dossierFiles();
    const answer = await send({ ...good, front: { bytes: await make(), name: `${name}.jpg`, type: 'image/jpeg' } });
    expect(answer.status).toBe(400);
    expect(beside(answer.text, 'front')).toContain(says);
    expect(answer.text.match(/class="msg-err"/g)?.length).toBe(1);
    // The two good ones need not be chosen again.
    expect(answer.text).toContain('anh-chan-dung.jpg');
    expect(answer.text).toContain('mat-sau.jpg');
    expect(answer.text.match(/Đổi ảnh/g)?.length).toBe(2);
    expect(answer.text).toContain(`value="${goodFields.fullName}"`);
  });

  it('an empty file counts as none', async () => {
    const answer = await send({ ...(await dossierFiles()), back: { bytes: Buffer.alloc(0), name: 'rong.jpg' } });
    expect(beside(answer.text, 'back')).toContain('Thêm ảnh mặt sau');
  });

  it('a file in a field that the form does not have is refused without a fault of ours', async () => {
    const answer = await send({ ...(await dossierFiles()), extra: { bytes: await picture(), name: 'x.jpg' } });
    expect(answer.status).toBe(400);
  });

  it('a hostile file name is shown as text', async () => {
    const files = await dossierFiles();
    const answer = await send(
      { ...files, portrait: { ...files.portrait, name: '<img src=x onerror=alert(1)>.jpg' } },
      { phone: '' },
    );
    expect(answer.text).not.toContain('<img src=x');
  });
});

it('stores nothing but drafts on a 400', async () => {
  expect(await countOf(house, 'registration_dossier')).toBe(0);
  expect(await countOf(house, 'notification_message')).toBe(0);
});

describe('files that are taken', () => {
  const stored = async (number: string, kind: string) => {
    const page = await queriesOf(house).list({ agencies: 'all', insuranceNumber: number }, { limit: 5 });
    const pictures = await queriesOf(house).pictures(page.rows[0]?.id ?? '');
    return pictures.find((row) => row.kind === kind);
  };

  it.each([['png'], ['webp'], ['jpeg']] as const)('%s becomes an upright JPEG without metadata', async (type) => {
    const number = { png: '4800000001', webp: '4800000002', jpeg: '4800000003' }[type];
    const bytes = await picture({ type, width: 3_000, height: 800, exif: type !== 'png' });
    const answer = await send(
      { ...(await dossierFiles()), front: { bytes, name: `truoc.${type}` } },
      { insuranceNumber: number },
    );
    expect(answer.status).toBe(303);
    const front = await stored(number, 'front');
    expect(front?.type).toBe('image/jpeg');
    const kept = await vault.get(front?.fileId ?? '');
    const meta = await sharp(kept).metadata();
    expect([meta.format, meta.width, meta.exif, meta.icc]).toEqual(['jpeg', 2_400, undefined, undefined]);
    expect(kept.includes('GPS')).toBe(false);
  });

  it('turns a picture by its EXIF orientation', async () => {
    const bytes = await sharp({ create: { width: 900, height: 500, channels: 3, background: '#aaa' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    await send({ ...(await dossierFiles()), front: { bytes, name: 'nghieng.jpg' } }, { insuranceNumber: '4800000004' });
    const meta = await sharp(await vault.get((await stored('4800000004', 'front'))?.fileId ?? '')).metadata();
    expect([meta.width, meta.height]).toEqual([500, 900]);
  });

  it('keeps a PDF as it is, encrypted on disk', async () => {
    const answer = await send(
      { ...(await dossierFiles()), front: { bytes: pdf(), name: 'can-cuoc.pdf' } },
      { insuranceNumber: '4800000005' },
    );
    expect(answer.status).toBe(303);
    const front = await stored('4800000005', 'front');
    expect(front?.type).toBe('application/pdf');
    expect(await vault.get(front?.fileId ?? '')).toEqual(pdf());
  });

  it('needs no back side for a passport, and takes one', async () => {
    const { portrait, front } = await dossierFiles();
    expect((await send({ portrait, front }, { insuranceNumber: '4800000006', paperNumber: 'C1234567' })).status).toBe(
      303,
    );
    expect(await stored('4800000006', 'back')).toBeUndefined();
    expect((await send({ portrait, front }, { insuranceNumber: '4800000007' })).status).toBe(400);
  });
});

describe('drafts', () => {
  it('changes a kept picture and leaves no file behind', async () => {
    const before = filesOnDisk();
    await send(await dossierFiles(), { phone: '' });
    const changed = await send({ portrait: { bytes: await picture(), name: 'anh-moi.jpg' } }, { phone: '' });
    expect(changed.text).toContain('anh-moi.jpg');
    expect(changed.text).not.toContain('anh-chan-dung.jpg');
    expect(filesOnDisk() - before).toBe(3);
    const last = await send(
      { back: { bytes: await picture(), name: 'sau-moi.jpg' } },
      { insuranceNumber: '4800000010' },
    );
    expect(last.status).toBe(303);
    expect(filesOnDisk() - before).toBe(3);
    expect(await countOf(house, 'registration_doomed_file')).toBe(0);
  });

  it('asks again after two hours, and the job removes what is left', async () => {
    await house.app.scheduler.run('registration.drafts');
    const before = filesOnDisk();
    const drafts = await countOf(house, 'registration_draft');
    await send(await dossierFiles(), { phone: '' });
    house.clock.forward(2 * 3_600_000 - 1_000);
    expect((await send({}, { phone: '' })).text.match(/Đổi ảnh/g)?.length).toBe(3);
    house.clock.forward(2_000);
    const late = await send({}, {});
    expect(late.status).toBe(400);
    expect(beside(late.text, 'portrait')).toContain('Thêm ảnh cá nhân');
    expect(filesOnDisk() - before).toBe(3);
    await house.app.scheduler.run('registration.drafts');
    expect(filesOnDisk()).toBeLessThanOrEqual(before);
    expect(await countOf(house, 'registration_draft')).toBeLessThanOrEqual(drafts);
  });

  it('belongs to one form only', async () => {
    await send(await dossierFiles(), { phone: '' });
    const other = house.browser();
    const answer = await other.submit(FORM, { ...goodFields, formKey: 'A'.repeat(22) });
    expect(answer.text.match(/Đổi ảnh/g)).toBeNull();
  });

  it('keeps everything when the province is chosen', async () => {
    const answer = await send(await dossierFiles(), {
      chooseProvince: '1',
      phone: 'sai',
      province: '01',
      commune: '',
      agency: '',
    });
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain('Lỗi:');
    expect(answer.text).toContain('value="sai"');
    expect(answer.text).toContain('Phường Hoàn Kiếm');
    expect(answer.text).toContain('(00101)');
    expect(answer.text.match(/Đổi ảnh/g)?.length).toBe(3);
  });
});

it('declares with a helper, too', async () => {
  expect(await declare(browser, { insuranceNumber: '4800000020' })).toMatch(/^\/dang-ky\/da-ghi-nhan\/[\w-]{22}$/);
});
