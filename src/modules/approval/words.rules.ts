import type { AssessmentState, DossierKind, PictureKind, WorkList } from '../../contracts/registration.js';
import type { MessageSummary } from '../../contracts/notification.js';

/** A tag as the page draws it: colour, icon and word. */
export interface Tag {
  readonly kind: 'new' | 'info' | 'work' | 'ok' | 'bad' | 'wait' | 'off' | 'none';
  readonly icon: string;
  readonly text: string;
}

/** Tình trạng. */
export const assessmentTags: Readonly<Record<AssessmentState, Tag>> = {
  none: { kind: 'none', icon: 'circle', text: 'Chưa đánh giá' },
  valid: { kind: 'ok', icon: 'check-lg', text: 'Hợp lệ' },
  invalid: { kind: 'bad', icon: 'x-lg', text: 'Không hợp lệ' },
};

/** The lists officers work from. */
export const workWords: Readonly<Record<WorkList, string>> = {
  today: 'Mới hôm nay',
  ready: 'Sẵn sàng xử lý',
  citizen: 'Chờ người dân',
  overdue: 'Quá hạn',
};

export const kindWords: Readonly<Record<DossierKind, { short: string; long: string }>> = {
  new: { short: 'Mới', long: 'Đăng ký mới' },
  change: { short: 'Thay đổi', long: 'Thay đổi thông tin' },
  stop: { short: 'Ngừng', long: 'Ngừng sử dụng' },
};

export const pictureWords: Readonly<Record<PictureKind, string>> = {
  portrait: 'Ảnh cá nhân',
  front: 'Mặt trước giấy tờ',
  back: 'Mặt sau giấy tờ',
};

export const sexWords = { male: 'Nam', female: 'Nữ' } as const;
export const channelWords = { sms: 'SMS', email: 'E-mail' } as const;

/** How far a message has got; `time` writes an instant as hh:mm. */
export const messageTag = (message: Pick<MessageSummary, 'state' | 'nextTryAt'>, time: (at: Date) => string): Tag => {
  const again = message.nextTryAt ? `Thử lại lúc ${time(message.nextTryAt)}` : 'Sẽ thử lại';
  const tags: Readonly<Record<MessageSummary['state'], Tag>> = {
    created: { kind: 'new', icon: 'clock', text: 'Chờ gửi' },
    sending: { kind: 'info', icon: 'send', text: 'Đang gửi' },
    sent: { kind: 'ok', icon: 'check2', text: 'Đã gửi' },
    delivered: { kind: 'ok', icon: 'check2-all', text: 'Đã nhận' },
    'temporary-failure': { kind: 'work', icon: 'arrow-repeat', text: again },
    'permanent-failure': { kind: 'bad', icon: 'exclamation-octagon-fill', text: 'Số sai' },
    'technical-failure': { kind: 'bad', icon: 'wrench', text: 'Lỗi kỹ thuật' },
  };
  return tags[message.state];
};
