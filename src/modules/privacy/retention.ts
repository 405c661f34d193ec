import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import type { OldAudit } from '../../core/audit/old-audit.js';
import { DAY, dayOf, type Clock } from '../../core/clock.js';
import { number } from '../../core/http/format.js';
import type { Retention } from '../../core/retention/retention.js';

/** The audit of the house: core deletes its old end, how long it is kept is a setting. */
export const auditRetention = (oldAudit: OldAudit, settings: DatedSettings, clock: Clock): Retention => {
  const days = (): Promise<number> => settings.number(settingNames.auditDays, dayOf(clock.now()));
  const before = async (): Promise<Date> => new Date(clock.now().getTime() - (await days()) * DAY);
  return {
    name: 'privacy.audit',
    every: '40 2 * * *',
    what: 'Nhật ký thao tác, đã niêm phong',
    why: 'Bằng chứng xử lý dữ liệu cá nhân (Luật 91/2025/QH15); quá hạn thì không còn mục đích',
    until: async () => `${number(await days())} ngày sau khi ghi`,
    due: async () => oldAudit.count(await before()),
    purge: async () => oldAudit.remove(await before()),
  };
};
