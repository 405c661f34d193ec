import type { CaseRow } from './case.model.js';

/** How a report that another page begins is filled in. */
export interface Opening {
  readonly origin: CaseRow['origin'];
  /** Empty where the sender chooses. */
  readonly topicCode: string;
  readonly title: string;
  readonly body: string;
  /** Above what the page brings along. */
  readonly heading: string;
}

const row = (topicCode: string, title: string): Opening => ({
  origin: 'record',
  topicCode,
  title,
  body: '',
  heading: 'Bạn báo sai sót ở dòng này',
});

/** By the topic that the page names (`Reportable`). */
const OPENINGS: Readonly<Record<string, Opening>> = {
  personal: row('personal', 'Sai sót thông tin cá nhân'),
  participation: row('participation', 'Sai sót quá trình tham gia'),
  card: row('card', 'Sai sót thông tin trên thẻ BHYT'),
  benefits: row('benefits', 'Sai sót thông tin hưởng'),
  treatment: row('treatment', 'Sai sót trong sổ khám chữa bệnh'),
  seen: {
    origin: 'seen',
    topicCode: 'personal',
    title: 'Hỏi lý do xem dữ liệu của tôi',
    body: 'Tôi muốn biết vì sao dữ liệu của tôi được mở lần này.',
    heading: 'Bạn hỏi lý do của lần xem này',
  },
  support: {
    origin: 'chat',
    topicCode: '',
    title: 'Hỏi thêm sau khi trò chuyện với trợ lý ảo',
    body: '',
    heading: 'Cuộc trò chuyện được gửi kèm',
  },
};

export const openingOf = (topic: string): Opening | undefined => OPENINGS[topic];
