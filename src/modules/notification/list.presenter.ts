import { MINUTE } from '../../core/clock.js';
import { date, dayMonth, number, time } from '../../core/http/format.js';
import type { Alarm } from './alarm.rules.js';
import type { Figures } from './figure.queries.js';
import type { ListRow, MessagePage } from './list.queries.js';
import { emptyList, type ListInput } from './list.schema.js';
import { maskRecipient, tagOf } from './message.presenter.js';
import { isOpen } from './message.rules.js';
import { paths } from './paths.js';
import { channelWords, stateWords, templateWords } from './words.rules.js';

/** The filter as the address writes it: the day in Vietnamese form, no cursor. */
const params = (input: ListInput): Record<string, string> => ({
  tinhTrang: input.tinhTrang,
  kenh: input.kenh,
  ngay: date(input.ngay),
});

const chips = (input: ListInput) => {
  const words: Readonly<Record<string, string>> = {
    tinhTrang: input.tinhTrang && stateWords[input.tinhTrang],
    kenh: input.kenh && channelWords[input.kenh],
    ngay: input.ngay && `Ngày ${date(input.ngay)}`,
  };
  return Object.entries(words)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => ({ text, href: paths.list({ ...params(input), [name]: '' }) }));
};

const rowOf = (row: ListRow) => ({
  at: `${dayMonth(row.createdAt)} ${time(row.createdAt)}`,
  iso: row.createdAt.toISOString(),
  channel: channelWords[row.channel],
  to: maskRecipient(row.channel, row.recipient),
  about: templateWords[row.template],
  tag: tagOf(row),
  tries: number(row.attempt),
  reason: isOpen(row.state) || row.state.endsWith('failure') ? row.error : '',
});

const waitedWords = (since: Date | null, now: Date): string => {
  if (!since) return '';
  const minutes = Math.floor((now.getTime() - since.getTime()) / MINUTE);
  return minutes < 60 ? `${minutes} phút` : `${Math.floor(minutes / 60)} giờ ${minutes % 60} phút`;
};

const percentWords = (part: number, whole: number): string =>
  whole === 0 ? 'chưa có SMS nào' : `${Math.floor((part * 100) / whole)}% số SMS đã gửi`;

const figuresOf = (figures: Figures, { now, callsBack }: Moment) => {
  const waited = waitedWords(figures.oldestWaiting, now);
  return [
    { label: 'Đã gửi', value: number(figures.daySent), note: '24 giờ qua' },
    {
      label: 'Đã nhận',
      value: callsBack ? number(figures.dayDelivered) : 'Chưa rõ',
      note: callsBack ? percentWords(figures.dayDelivered, figures.dayHandedOver) : 'Nhà mạng chưa báo lại',
    },
    { label: 'Không gửi được', value: number(figures.dayFailed), note: '24 giờ qua' },
    { label: 'Đang chờ', value: number(figures.waiting), note: waited ? `lâu nhất ${waited}` : 'không có tin nào' },
  ];
};

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

export interface Moment {
  readonly now: Date;
  /** The provider tells what arrived. */
  readonly callsBack: boolean;
}

/** What the page shows above the messages, whichever they are. */
export const presentHead = (state: { figures: Figures; alarms: readonly Alarm[] }, moment: Moment) => ({
  title: 'Tin nhắn',
  alarms: state.alarms.map(({ vi }) => vi),
  figures: figuresOf(state.figures, moment),
  choices: { state: options(stateWords), channel: options(channelWords) },
  clearHref: paths.list(),
  recipientAction: paths.recipient,
});

/** The messages of a filter; of none when it could not be used. */
export const presentPage = (page: MessagePage, input?: ListInput) => {
  const used = input ?? emptyList;
  const filtering = chips(used);
  return {
    filter: params(used),
    faulty: input === undefined,
    open: input === undefined || filtering.length > 0,
    chips: filtering,
    to: '',
    rows: page.rows.map(rowOf),
    pager: {
      text: `${number(page.rows.length)} tin trên trang này, mới nhất trước`,
      previous: page.previous && paths.list({ ...params(used), truoc: page.previous }),
      next: page.next && paths.list({ ...params(used), sau: page.next }),
    },
    emptyText: filtering.length
      ? 'Không có tin nào khớp với bộ lọc. Bỏ bớt điều kiện rồi lọc lại.'
      : 'Chưa có tin nào.',
  };
};

/** The messages to one recipient. */
export const presentRecipient = (masked: string, rows: readonly ListRow[]) => ({
  ...presentPage({ rows }, emptyList),
  to: masked,
  pager: { text: `${number(rows.length)} tin gần nhất, mới nhất trước` },
  emptyText: `Chưa có tin nào gửi đến ${masked}.`,
});
