import type { Day } from '../../core/clock.js';
import { date, initials, maskPaper, maskPhone, months as duration } from '../../core/http/format.js';
import { benefitTile, visitTile } from './book-tile.presenter.js';
import type { StoredBenefit } from './benefit.queries.js';
import type { StoredCard } from './card.queries.js';
import { phaseOf } from './card.rules.js';
import type { Entitlement } from './entitlement.queries.js';
import { lifelineOf } from './lifeline.presenter.js';
import { monthText } from './month.rules.js';
import { historyOf, totalsOf, type Participation } from './participation.rules.js';
import { birthText } from './participant.rules.js';
import type { Profile } from './participant.queries.js';
import type { StoredVisit, VisitYear } from './visit.queries.js';

const UNKNOWN = 'Chưa có';

const rowsOf = (profile: Profile, inFull: boolean) => {
  const paper = profile.citizenId ?? profile.paperNumber;
  return [
    { label: 'Mã số BHXH', value: profile.insuranceNumber },
    { label: 'Họ và tên', value: profile.fullName },
    { label: 'Ngày sinh', value: birthText(profile.birthDate) },
    { label: 'CMND/CCCD/Hộ chiếu', value: (inFull ? paper : maskPaper(paper)) || UNKNOWN },
    { label: 'Số điện thoại', value: (inFull ? profile.phone : maskPhone(profile.phone)) || UNKNOWN },
    { label: 'Địa chỉ', value: profile.address || UNKNOWN },
    ...(profile.oldAddress && inFull ? [{ label: 'Địa chỉ trước 01/07/2025', value: profile.oldAddress }] : []),
  ];
};

/** The tile says the answer: until when the card holds. */
const cardTile = (card: StoredCard | undefined, entitlement: Entitlement | undefined, today: Day) => {
  if (!card) return { value: 'Chưa có thẻ', text: 'Chưa có thẻ BHYT nào được ghi cho mã số của bạn.' };
  const words = {
    current: card.validTo ? `Còn giá trị đến ${date(card.validTo)}` : `Còn giá trị, từ ${date(card.validFrom)}`,
    future: `Có giá trị từ ${date(card.validFrom)}`,
    past: `Đã hết hạn ngày ${date(card.validTo)}`,
    withdrawn: 'Thẻ đã thu hồi',
  };
  const share = entitlement ? ` Quỹ chi trả ${entitlement.percent}%.` : '';
  return { value: words[phaseOf(card, today)], text: `${card.facilityName}.${share} Mở để xem thẻ.` };
};

const participationTile = (rows: readonly Participation[]) => {
  const history = historyOf(rows);
  const totals = totalsOf(history);
  const life = lifelineOf(history, totals);
  if (!life) return { value: 'Chưa có dữ liệu', text: 'Chưa có thời gian tham gia BHXH nào được ghi.', life };
  const late = totals.late ? ` Đơn vị chậm đóng ${totals.late} tháng.` : ' Không có tháng nào chậm đóng.';
  return { value: duration(totals.participated), text: `Từ ${monthText(history.first)}.${late}`, life };
};

export interface MeParts {
  readonly name: string;
  readonly profile: Profile | undefined;
  readonly card: StoredCard | undefined;
  readonly entitlement: Entitlement | undefined;
  readonly rows: readonly Participation[];
  readonly inFull: boolean;
  readonly received: readonly StoredBenefit[];
  readonly years: readonly VisitYear[];
  readonly lastVisit: StoredVisit | undefined;
}

/** Quản lý cá nhân: who I am and what there is. */
export const presentMe = (
  { name, profile, card, entitlement, rows, inFull, received, years, lastVisit }: MeParts,
  today: Day,
) => ({
  title: 'Quản lý cá nhân',
  name: profile?.fullName ?? name,
  initial: initials(profile?.fullName ?? name),
  rows: profile && rowsOf(profile, inFull),
  inFull,
  card: cardTile(card, entitlement, today),
  participation: participationTile(rows),
  benefits: benefitTile(received),
  visits: visitTile(years, lastVisit),
});
