import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Retention } from '../../core/retention/retention.js';
import type { Drafts } from './draft.service.js';
import type { Expiry } from './expiry.service.js';

interface Parts {
  readonly expiry: Expiry;
  readonly drafts: Drafts;
  readonly settings: DatedSettings;
  readonly clock: Clock;
}

/** What the module keeps for a time. The number, the agency and the dates of a dossier stay. */
export const registrationRetention = ({ expiry, drafts, settings, clock }: Parts): readonly Retention[] => {
  const today = (): string => dayOf(clock.now());
  return [
    {
      name: 'registration.expiry',
      every: '*/5 * * * *',
      what: 'Tờ khai chưa nộp, cùng ảnh và giấy tờ',
      why: 'Không nộp trong thời hạn của tờ khai mẫu 01 thì hết mục đích',
      until: async () =>
        `đến hết ngày thứ ${await settings.number(settingNames.declarationDays, today())} sau khi kê khai`,
      due: expiry.expiredDue,
      purge: expiry.expire,
    },
    {
      name: 'registration.refused',
      every: '20 * * * *',
      what: 'Hồ sơ bị từ chối mà không bổ sung, cùng ảnh và giấy tờ',
      why: 'Người kê khai không sửa trong thời hạn thì hết mục đích',
      until: async () => `${await settings.number(settingNames.refusedPurgeDays, today())} ngày sau khi từ chối`,
      due: expiry.refusedDue,
      purge: expiry.purgeRefused,
    },
    {
      name: 'registration.drafts',
      every: '*/15 * * * *',
      what: 'Ảnh của tờ khai đang điền dở, tệp không còn hồ sơ nào dùng',
      why: 'Chỉ giữ để người kê khai sửa ô sai mà không phải chụp lại',
      until: async () => '2 giờ sau lần gửi cuối',
      due: drafts.due,
      purge: drafts.sweep,
    },
  ];
};
