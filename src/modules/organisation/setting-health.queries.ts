import { settingCatalog } from '../../contracts/setting-catalog.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { HealthCheck } from '../../core/module.js';
import type { SettingAdminQueries } from './setting-admin.queries.js';
import { valueOn } from './setting.rules.js';

/** Whether every setting has a value: a newer version may read one that only its seed brings. */
export const settingHealth = (queries: Pick<SettingAdminQueries, 'all'>, clock: Clock): HealthCheck => ({
  name: 'settings',
  check: async () => {
    const [all, today] = [await queries.all(), dayOf(clock.now())];
    const missing = Object.keys(settingCatalog).filter((name) => valueOn(all.get(name) ?? [], today) === undefined);
    const names = missing.join(', ');
    return missing.length > 0
      ? {
          ok: false,
          vi: `Cài đặt chưa có giá trị: ${names}. Hãy chạy: npx ansinh seed`,
          en: `Settings without a value: ${names}. Run: npx ansinh seed`,
        }
      : { ok: true, vi: 'Mọi cài đặt đều có giá trị.', en: 'Every setting has a value.' };
  },
});
