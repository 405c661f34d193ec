import { words, type DataSection } from '../../core/personal-data.js';
import { summaryOf } from './message.presenter.js';
import type { MessageQueries } from './message.queries.js';
import { channelWords, stateWords } from './words.rules.js';

/** Messages about an account, the recipient in part and without secrets. Those about a dossier come with the dossier. */
export const messageData = (queries: MessageQueries): readonly DataSection[] => [
  {
    name: 'notification.messages',
    title: 'Tin nhắn về tài khoản',
    order: 150,
    about: 'Tin nhắn và thư đã gửi cho bạn về tài khoản. Mã OTP và mật khẩu đã được che.',
    fields: {
      createdAt: 'Lúc',
      channel: { label: 'Kênh', say: words(channelWords) },
      to: 'Gửi đến',
      state: { label: 'Tình trạng', say: words(stateWords) },
      text: 'Nội dung',
    },
    rows: async ({ accountId }) => (await queries.allAbout('account', accountId)).map(summaryOf),
  },
];
