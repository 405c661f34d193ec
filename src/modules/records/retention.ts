import type { Retention } from '../../core/retention/retention.js';
import type { CardCheckService } from './card-check.service.js';
import type { CardUseService } from './card-use.service.js';
import type { PersonService } from './person.service.js';

interface ShownCards {
  readonly service: Pick<CardUseService, 'due' | 'sweep'>;
  readonly checks: Pick<CardCheckService, 'sweep'>;
}

/** What the module keeps for a time. */
export const recordsRetention = (people: PersonService, shown: ShownCards): readonly Retention[] => [
  {
    name: 'records.card-uses',
    every: '*/15 * * * *',
    what: 'Mã Sử dụng thẻ BHYT',
    why: 'Mã hết hiệu lực sau 5 phút; giữ thêm để báo cho người giữ thẻ nếu có ai thử lại mã cũ',
    until: () => Promise.resolve('1 ngày sau khi mã hết hiệu lực'),
    due: shown.service.due,
    purge: async () => {
      await shown.checks.sweep();
      return shown.service.sweep();
    },
  },
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
