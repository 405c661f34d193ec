import { words, type DataSection } from '../../core/personal-data.js';
import { stateTags } from './state.rules.js';
import type { Tables } from './tables.js';

const STATES = Object.fromEntries(Object.entries(stateTags).map(([state, { text }]) => [state, text]));

/** What a person has told us under his own name. Cases that only name his number may be another's. */
export const feedbackData = ({ cases }: Pick<Tables, 'cases'>): readonly DataSection[] => [
  {
    name: 'feedback.cases',
    title: 'Phản ánh, kiến nghị',
    order: 150,
    about: 'Phản ánh bạn đã gửi khi đăng nhập hoặc từ số điện thoại của tài khoản.',
    fields: {
      code: 'Mã phản ánh',
      receivedAt: 'Gửi lúc',
      state: { label: 'Tình trạng', say: words(STATES) },
      title: 'Tiêu đề',
      body: 'Nội dung',
      senderName: 'Họ tên',
      phone: 'Số điện thoại',
      email: 'Thư điện tử',
      address: 'Địa chỉ',
      place: 'Nơi xảy ra',
      answeredAt: 'Trả lời lúc',
      satisfaction: 'Mức hài lòng',
      satisfactionNote: 'Nhận xét',
    },
    rows: async ({ person, phone }) => {
      const found = await Promise.all([
        person ? cases.many({ insuranceNumber: person, verified: true }) : [],
        phone ? cases.many({ phone }) : [],
      ]);
      return [...new Map(found.flat().map((row) => [row.id, row])).values()];
    },
  },
];
