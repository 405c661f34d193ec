import type { Retention } from '../../core/retention/retention.js';
import type { PersonService } from './person.service.js';

/** What the module keeps for a time. */
export const recordsRetention = (people: PersonService): readonly Retention[] => [
  {
    name: 'records.openings',
    every: '*/15 * * * *',
    what: 'Lượt mở thông tin người tham gia của cán bộ',
    why: 'Mỗi lượt mở chỉ dùng được trong thời gian đã nêu mục đích; nhật ký vẫn giữ lại',
    until: () => Promise.resolve('30 phút sau khi mở'),
    due: people.due,
    purge: people.sweep,
  },
];
