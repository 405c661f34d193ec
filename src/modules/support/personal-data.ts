import { words, type DataSection } from '../../core/personal-data.js';
import type { CallQueries } from './call.queries.js';

/** Calls about a card. Letters and talks are not kept here. */
export const callData = (queries: CallQueries): readonly DataSection[] => [
  {
    name: 'support.calls',
    title: 'Cuộc gọi về thẻ BHYT',
    order: 160,
    about: 'Cuộc gọi đến đường dây nóng khi thẻ của bạn trục trặc tại cơ sở khám chữa bệnh; giữ một năm.',
    fields: {
      openedAt: 'Lúc gọi',
      facility: 'Cơ sở',
      cardNumber: 'Mã thẻ hoặc mã số',
      trouble: 'Sự cố',
      state: { label: 'Tình trạng', say: words({ open: 'Đang xử lý', closed: 'Đã đóng' }) },
      closedAt: 'Đóng lúc',
      outcome: 'Kết quả',
    },
    rows: ({ person }) => queries.about(person),
  },
];
