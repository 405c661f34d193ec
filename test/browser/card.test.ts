import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasChromium, launch, visit } from './chromium.js';
import { Inspection } from './inspection.js';
import { opened } from './opened.js';
import { button, citizenSignIn } from './steps.js';

const SIDE = 640;

/** A film of one picture, for a browser whose camera is a file: grey, raw, no colours. */
const film = async (picture: Buffer): Promise<Buffer> => {
  const grey = sharp(picture).resize(SIDE, SIDE, { fit: 'contain', background: '#fff' }).greyscale();
  const frame = Buffer.concat([await grey.raw().toBuffer(), Buffer.alloc((SIDE * SIDE) / 2, 128)]);
  const head = Buffer.from(`YUV4MPEG2 W${SIDE} H${SIDE} F10:1 Ip A1:1 C420jpeg\n`);
  return Buffer.concat([head, Buffer.from('FRAME\n'), frame]);
};

describe.runIf(hasChromium)('a card is held out on a phone and read by a camera', () => {
  const at = opened();
  let folder: string;
  const inspection = new Inspection('card');

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ansinh-card-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
  });

  const holdOut = async (): Promise<Page> => {
    const { page } = await at.visit();
    await citizenSignIn(page, '4812345678', 'Ansinh#2026');
    await page.goto('/ca-nhan/the-bhyt');
    await button(page, 'Sử dụng thẻ').click();
    await page.getByText('còn lại').waitFor();
    return page;
  };

  test('the camera reads the code, the button of the page is not needed', async () => {
    const phone = await holdOut();
    expect(await phone.locator('[data-use-left]').innerText()).toMatch(/^[45]:\d\d còn lại$/);
    await inspection.look(phone, 'held out');
    const path = join(folder, 'code.y4m');
    writeFileSync(path, await film(await phone.locator('.qr-use').screenshot()));

    const facility = await launch([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${path}`,
    ]);
    try {
      const { page, faults } = await visit(facility, at.house.address);
      await page.goto('/xac-minh-the');
      await button(page, 'Quét mã QR bằng máy ảnh').click();
      await page.getByRole('heading', { name: 'Thẻ còn giá trị' }).waitFor();
      expect(await page.locator('main').innerText()).toContain('Nguyễn Văn An');
      await inspection.look(page, 'checked');
      expect(faults).toEqual([]);
    } finally {
      await facility.close();
    }
    await phone.reload();
    expect(await phone.locator('main').innerText()).toContain('Kết quả: còn giá trị');
    expect(inspection.faults).toEqual([]);
  }, 60_000);

  test('without a script there is no camera, and the code can be typed', async () => {
    const { page } = await at.visit({ script: false });
    await page.goto('/xac-minh-the');
    expect(await page.getByText('Quét mã QR bằng máy ảnh').isVisible()).toBe(false);
    await page.getByLabel('Mã 9 chữ và số').fill('abc');
    await button(page, 'Kiểm tra thẻ').click();
    expect(await page.locator('main').innerText()).toContain('Mã gồm 9 chữ và số');
  }, 60_000);
});
