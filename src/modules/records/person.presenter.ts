import type { Day } from '../../core/clock.js';
import { date, time } from '../../core/http/format.js';
import type { StoredCard } from './card.queries.js';
import { cardNumberText, inOrder, phaseOf } from './card.rules.js';
import { CARD_TAGS, sexText, validityText } from './card.presenter.js';
import { birthText, maskNumber } from './participant.rules.js';
import type { Profile } from './participant.queries.js';
import { fundLabels } from './participation.presenter.js';
import type { Fund } from './participation.rules.js';
import { paths } from './paths.js';
import type { FoundPerson } from './person.queries.js';
import type { OpenedPerson } from './person.service.js';

const UNKNOWN = 'Chưa có';

/** A hit before the record is opened: enough to choose the right one. */
export const presentFound = ({ id, insuranceNumber, fullName, birthDate, address }: FoundPerson) => ({
  value: id,
  text: `${fullName}, sinh ${birthText(birthDate)}`,
  note: `Mã số ${maskNumber(insuranceNumber)}, ${address.split(', ').slice(-2).join(', ') || 'chưa có địa chỉ'}`,
});

const cardsOf = (cards: readonly StoredCard[], today: Day) =>
  inOrder([...cards], today).map((card) => ({
    number: cardNumberText(card.number),
    validity: validityText(card),
    facility: `${card.facilityName} (${card.facilityCode})`,
    tag: CARD_TAGS[phaseOf(card, today)],
  }));

const rowsOf = (profile: Profile) => [
  { label: 'Mã số BHXH', value: profile.insuranceNumber },
  { label: 'Họ và tên', value: profile.fullName },
  { label: 'Ngày sinh', value: birthText(profile.birthDate) },
  { label: 'Giới tính', value: sexText(profile.sex) },
  { label: 'CMND/CCCD/Hộ chiếu', value: profile.citizenId ?? profile.paperNumber ?? UNKNOWN },
  { label: 'Số điện thoại', value: profile.phone ?? UNKNOWN },
  { label: 'Thư điện tử', value: profile.email ?? UNKNOWN },
  { label: 'Địa chỉ', value: profile.address || UNKNOWN },
  ...(profile.oldAddress ? [{ label: 'Địa chỉ trước 01/07/2025', value: profile.oldAddress }] : []),
];

/** The record of a person as an officer reads it; `participation` is the page of one fund. */
export const presentPerson = (
  {
    opening,
    profile,
    cards,
    participation,
  }: {
    readonly opening: OpenedPerson & { readonly id: string };
    readonly profile: Profile;
    readonly cards: readonly StoredCard[];
    readonly participation: object;
  },
  fund: Fund,
  today: Day,
) => ({
  ...participation,
  title: profile.fullName,
  purpose: opening.purpose,
  until: `${time(opening.until)} ngày ${date(opening.until)}`,
  rows: rowsOf(profile),
  cards: cardsOf(cards, today),
  tabs: (Object.keys(fundLabels) as Fund[]).map((each) => ({
    label: fundLabels[each],
    href: paths.personFund(opening.id, each),
    current: each === fund,
  })),
  guardians: paths.guardians(opening.id),
  benefits: paths.personBenefits(opening.id),
  visits: paths.personVisits(opening.id),
  search: paths.people,
});
