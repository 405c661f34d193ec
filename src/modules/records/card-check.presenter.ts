import { date, dateTime } from '../../core/http/format.js';
import type { Checked } from './card-check.service.js';
import { MOST_CHECKS, type Verdict } from './card-use.rules.js';
import { paths } from './paths.js';

interface Words {
  readonly kind: 'ok' | 'bad' | 'warn';
  readonly icon: string;
  readonly head: string;
  /** What to do now. */
  readonly next: string;
}

const PHOTO =
  'Đối chiếu họ tên và khuôn mặt với giấy tờ có ảnh (CCCD, hộ chiếu, giấy phép lái xe ...) trước khi tiếp nhận.';
const ASK_AGAIN = 'Nhờ người bệnh mở lại Thẻ BHYT, chọn Sử dụng thẻ và bấm Tạo mã mới.';
const OTHER_WAY =
  'Người bệnh có thể có thẻ khác: kiểm tra trên cổng tiếp nhận của cơ sở, hoặc hỏi cơ quan BHXH qua tổng đài.';

const WORDS: Readonly<Record<Verdict, Words>> = {
  valid: { kind: 'ok', icon: 'check-circle-fill', head: 'Thẻ còn giá trị', next: PHOTO },
  expired: { kind: 'bad', icon: 'calendar-x', head: 'Thẻ đã hết hạn', next: OTHER_WAY },
  withdrawn: { kind: 'bad', icon: 'x-octagon-fill', head: 'Thẻ đã thu hồi', next: OTHER_WAY },
  future: { kind: 'bad', icon: 'clock', head: 'Thẻ chưa đến hạn', next: OTHER_WAY },
  late: { kind: 'warn', icon: 'hourglass-split', head: 'Mã đã quá 5 phút', next: ASK_AGAIN },
  forged: {
    kind: 'bad',
    icon: 'exclamation-octagon-fill',
    head: 'Chữ ký giả',
    next: 'Mã này không do hệ thống cấp. Không tiếp nhận theo mã này; nhờ người bệnh đăng nhập trước mặt bạn và tạo mã mới.',
  },
  spent: {
    kind: 'warn',
    icon: 'hourglass-split',
    head: 'Mã đã dùng hết lượt',
    next: `Mỗi mã chỉ kiểm tra được ${MOST_CHECKS} lần. ${ASK_AGAIN}`,
  },
};

const rowsOf = ({ card }: Checked) =>
  card && [
    { label: 'Họ và tên', value: card.fullName },
    { label: 'Có giá trị từ', value: date(card.validFrom) },
    { label: 'Đến hết ngày', value: card.validTo ? date(card.validTo) : 'Không ghi ngày hết hạn' },
  ];

/** The answer to whoever checks a card. */
export const presentChecked = (checked: Checked, now: Date) => ({
  title: WORDS[checked.verdict].head,
  paths,
  result: { ...WORDS[checked.verdict], rows: rowsOf(checked), at: dateTime(now) },
});
