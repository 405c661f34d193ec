import type { Channel, MessageState, MessageSummary, StateTag } from '../../contracts/notification.js';
import { maskEmail, maskPhone, time } from '../../core/http/format.js';
import type { MessageRow } from './message.model.js';
import { hasSecret, isOpen, isUnreachable, reasons } from './message.rules.js';

const TAGS: Readonly<Record<MessageState, StateTag>> = {
  created: { kind: 'new', icon: 'clock', text: 'Chờ gửi' },
  sending: { kind: 'info', icon: 'send', text: 'Đang gửi' },
  sent: { kind: 'ok', icon: 'check2', text: 'Đã gửi' },
  delivered: { kind: 'ok', icon: 'check2-all', text: 'Đã nhận' },
  'temporary-failure': { kind: 'work', icon: 'arrow-repeat', text: 'Thử lại' },
  'permanent-failure': { kind: 'bad', icon: 'exclamation-octagon-fill', text: 'Số sai' },
  'technical-failure': { kind: 'bad', icon: 'wrench', text: 'Lỗi kỹ thuật' },
};

type Told = Pick<MessageRow, 'state' | 'channel' | 'nextTryAt' | 'error'>;

const textOf = ({ state, channel, nextTryAt, error }: Told): string => {
  if (state === 'temporary-failure' && nextTryAt) return `Thử lại lúc ${time(nextTryAt)}`;
  if (state === 'permanent-failure' && error === reasons.expired) return 'Quá hạn';
  if (state === 'permanent-failure' && error === reasons.undelivered) return 'Không đến nơi';
  if (state === 'permanent-failure' && channel === 'email') return 'Địa chỉ sai';
  return TAGS[state].text;
};

/** How a message stands, in the words of the screens. */
export const tagOf = (row: Told): StateTag => ({ ...TAGS[row.state], text: textOf(row) });

export const maskRecipient = (channel: Channel, to: string): string =>
  channel === 'sms' ? maskPhone(to) : maskEmail(to);

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
  tag: tagOf(row),
  ended: !isOpen(row.state),
  unreachable: isUnreachable(row),
  secret: hasSecret(row.template),
});
