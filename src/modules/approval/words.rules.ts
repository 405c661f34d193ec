import type { AssessmentState, DossierKind, PictureKind, WorkList } from '../../contracts/registration.js';

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
