import { describe, expect, test } from 'vitest';
import { picture } from '../kit/pictures.js';
import { hasChromium } from './chromium.js';
import { Inspection } from './inspection.js';
import { opened } from './opened.js';
import { button, link, officerSignIn } from './steps.js';

const TITLE = 'Bàn đăng ký lưu động về khu dân cư';

describe.runIf(hasChromium)('an article from the first word to its readers', () => {
  const at = opened();

  test.each([true, false])(
    'is written, looked at, released, read and withdrawn (scripts: %s)',
    async (script) => {
      const inspection = new Inspection(script ? 'news' : 'news-no-script');
      const { page, faults } = await at.visit({ script });
      const look = (name: string) => (script ? inspection.look(page, name) : Promise.resolve());
      const title = `${TITLE} ${script ? 'một' : 'hai'}`;
      await officerSignIn(page, 'bientap');
      await page.goto('/can-bo/tin-tuc');
      await link(page, 'Bài mới').click();
      await page.fill('[name=tieuDe]', title);
      await page.fill('[name=tomTat]', 'Lịch và địa điểm của bàn đăng ký lưu động trong tháng.');
      await page.selectOption('[name=chuyenMuc]', 'thong-bao');
      await page.fill('[name=noiDung]', 'Bàn đăng ký mở vào sáng thứ bảy hằng tuần.');
      if (script) {
        await page.locator('[name=noiDung]').press('End');
        await button(page, 'Bảng').click();
        await button(page, 'Đậm').click();
        expect(await page.inputValue('[name=noiDung]')).toContain('**ô**');
      }
      await button(page, 'Xem trước').click();
      await page.locator('.prose').waitFor();
      expect(await page.inputValue('[name=tieuDe]')).toBe(title);
      await look('xem trước');
      await button(page, 'Lưu rồi thêm ảnh').click();
      await page.waitForURL(/\/anh$/);
      const buffer = await picture({ width: 800, height: 500 });
      await page.setInputFiles('[name=anh]', { name: 'ban.jpg', mimeType: 'image/jpeg', buffer });
      await button(page, 'Thêm ảnh').click();
      await page.locator('#f-chuThayThe-e').waitFor();
      await look('ảnh thiếu chữ thay thế');
      await page.setInputFiles('[name=anh]', { name: 'ban.jpg', mimeType: 'image/jpeg', buffer });
      await page.fill('[name=chuThayThe]', 'Bàn đăng ký có hai cán bộ ngồi sau');
      await button(page, 'Thêm ảnh').click();
      const mark = await page.locator('code').innerText();
      await look('ảnh của bài');
      await link(page, 'Về bài').click();
      await page.selectOption('[name=anhBia]', { index: 1 });
      await page.fill('[name=noiDung]', `## Ở đâu\n\n${mark}\n\n| Nơi | Giờ |\n|---|--:|\n| Nhà văn hóa | 8:00 |`);
      await button(page, 'Lưu bản nháp').click();
      await page.locator('text=Bản 2').first().waitFor();
      await look('sửa bài');
      await link(page, 'Bản 1').click();
      await look('so sánh bản');
      await link(page, 'Về bài').click();
      await link(page, 'Đăng hoặc hẹn giờ').click();
      await look('đăng bài');
      await button(page, 'Đăng ngay').click();
      const address = page.locator('.judge a[href^="/tin-tuc/"]');
      const href = (await address.getAttribute('href')) ?? '';

      const reader = await at.visit({ script });
      await reader.page.goto('/tin-tuc');
      await link(reader.page, title).click();
      if (script) await inspection.look(reader.page, 'bài viết');
      expect(new URL(reader.page.url()).pathname).toBe(href);
      const drawn = await reader.page.evaluate<number>(
        "(() => { const image = document.querySelector('.prose img'); image.loading = 'eager'; return image.decode().then(() => image.naturalWidth); })()",
      );
      expect(drawn).toBeGreaterThan(0);

      await link(page, 'Gỡ bài').click();
      await look('gỡ bài');
      await button(page, 'Gỡ bài').click();
      const gone = await reader.page.goto(href);
      expect(gone?.status()).toBe(410);
      if (script) await inspection.look(reader.page, 'bài đã gỡ');
      expect(inspection.faults).toEqual([]);
      expect([...faults, ...reader.faults].filter((fault) => !fault.includes('410') && !fault.includes('400'))).toEqual(
        [],
      );
    },
    120_000,
  );
});
