import type { Day } from '../../core/clock.js';
import { date } from '../../core/http/format.js';
import { cardNumberText, phaseOf, type CardPhase } from './card.rules.js';
import type { StoredCard } from './card.queries.js';
import type { Entitlement } from './entitlement.queries.js';
import { birthText } from './participant.rules.js';
import type { Profile } from './participant.queries.js';
import { paths, turnedPath } from './paths.js';

interface Tag {
  readonly kind: string;
  readonly icon: string;
  readonly text: string;
}

export const CARD_TAGS: Readonly<Record<CardPhase, Tag>> = {
  current: { kind: 'ok', icon: 'check-circle-fill', text: 'Còn giá trị' },
  future: { kind: 'none', icon: 'circle', text: 'Chưa đến hạn' },
  past: { kind: 'off', icon: 'calendar-x', text: 'Đã hết hạn' },
  withdrawn: { kind: 'bad', icon: 'x-octagon-fill', text: 'Đã thu hồi' },
};

export const sexText = (sex: Profile['sex']): string => (sex === 'male' ? 'Nam' : 'Nữ');

/** "01/01/2026 đến 31/12/2026", or "từ 01/01/2026" when the end is open. */
export const validityText = ({ validFrom, validTo }: Pick<StoredCard, 'validFrom' | 'validTo'>): string =>
  validTo === null ? `từ ${date(validFrom)}` : `${date(validFrom)} đến ${date(validTo)}`;

/** The short word beside the state: until when, or from when. */
const untilText = (card: StoredCard, phase: CardPhase): string => {
  if (phase === 'future') return `từ ${date(card.validFrom)}`;
  return card.validTo === null ? `từ ${date(card.validFrom)}` : `đến hết ${date(card.validTo)}`;
};

const rowsOf = (card: StoredCard, profile: Profile, entitlement: Entitlement | undefined) => [
  { label: 'Mã thẻ', value: cardNumberText(card.number) },
  { label: 'Họ và tên', value: profile.fullName },
  { label: 'Ngày sinh, giới tính', value: `${birthText(profile.birthDate)}, ${sexText(profile.sex).toLowerCase()}` },
  { label: 'Thời hạn có giá trị', value: validityText(card) },
  { label: 'Nơi ĐKKCB BĐ', value: card.facilityName, note: `(Mã: ${card.facilityCode})` },
  { label: 'Thời điểm 5 năm liên tục', value: card.fiveYearsFrom ? date(card.fiveYearsFrom) : 'Chưa xác định' },
  { label: 'Đối tượng', value: entitlement?.objectName ?? card.objectCode, note: `(Mã: ${card.objectCode})` },
  ...(card.areaCode ? [{ label: 'Mã nơi đối tượng sinh sống', value: card.areaCode }] : []),
  { label: 'Nơi cấp, đổi thẻ', value: card.issuedBy },
];

const otherCard = (card: StoredCard, today: Day) => ({
  validity: validityText(card),
  tag: CARD_TAGS[phaseOf(card, today)],
  facility: `${card.facilityName} (${card.facilityCode})`,
  href: turnedPath(paths.card, 0, card.id),
});

const benefitOf = (entitlement: Entitlement) => ({ ...entitlement, since: date(entitlement.since) });

export interface CardView {
  readonly card: StoredCard;
  readonly others: readonly StoredCard[];
  readonly profile: Profile;
  readonly entitlement: Entitlement | undefined;
}

/** The page of a card beside its picture. */
export const presentCard = ({ card, others, profile, entitlement }: CardView, today: Day) => {
  const phase = phaseOf(card, today);
  return {
    title: 'Thẻ BHYT',
    tag: CARD_TAGS[phase],
    until: untilText(card, phase),
    rows: rowsOf(card, profile, entitlement),
    benefit: entitlement && benefitOf(entitlement),
    others: others.map((other) => otherCard(other, today)),
    viewHref: turnedPath(paths.cardPicture, 0, card.id),
    backHref: turnedPath(paths.card, 0, card.id),
    pdfHref: turnedPath(paths.cardPdf, 0, card.id),
    paths,
  };
};

export type PresentedCard = ReturnType<typeof presentCard>;
