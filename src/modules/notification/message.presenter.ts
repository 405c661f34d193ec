import type { Channel, MessageState, MessageSummary } from '../../contracts/notification.js';
import { maskEmail, maskPhone, time } from '../../core/http/format.js';
import type { MessageRow } from './message.model.js';
import { reasons } from './message.rules.js';

/** A state by colour, icon and word. */
export interface StateTag {
  readonly kind: 'new' | 'info' | 'ok' | 'work' | 'bad';
  readonly icon: string;
  readonly text: string;
}

const TAGS: Readonly<Record<MessageState, StateTag>> = {
  created: { kind: 'new', icon: 'clock', text: 'chờ gửi' },
  sending: { kind: 'info', icon: 'send', text: 'đang gửi' },
  sent: { kind: 'ok', icon: 'check2', text: 'đã gửi' },
  delivered: { kind: 'ok', icon: 'check2-all', text: 'đã nhận' },
  'temporary-failure': { kind: 'work', icon: 'arrow-repeat', text: 'thử lại' },
  'permanent-failure': { kind: 'bad', icon: 'exclamation-octagon-fill', text: 'số sai' },
  'technical-failure': { kind: 'bad', icon: 'wrench', text: 'lỗi kỹ thuật' },
};

type Told = Pick<MessageRow, 'state' | 'channel' | 'nextTryAt' | 'error'>;

const textOf = ({ state, channel, nextTryAt, error }: Told): string => {
  if (state === 'temporary-failure' && nextTryAt) return `thử lại lúc ${time(nextTryAt)}`;
  if (state === 'permanent-failure' && error === reasons.expired) return 'quá hạn';
  if (state === 'permanent-failure' && channel === 'email') return 'địa chỉ sai';
  return TAGS[state].text;
};

/** How a message stands, in the words of the screens. */
export const tagOf = (row: Told): StateTag => ({ ...TAGS[row.state], text: textOf(row) });

const maskRecipient = (channel: Channel, to: string): string => (channel === 'sms' ? maskPhone(to) : maskEmail(to));

/** A message as officers may see it. */
export const summaryOf = (row: MessageRow): MessageSummary => ({
  id: row.id,
  createdAt: row.createdAt,
  channel: row.channel,
  template: row.template,
  to: maskRecipient(row.channel, row.recipient),
  state: row.state,
  text: row.textShown,
  nextTryAt: row.state === 'temporary-failure' ? row.nextTryAt : null,
});
