import { benefitSlugs, type BenefitKind } from './benefit.rules.js';
import type { Fund } from './participation.rules.js';

const PEOPLE = '/can-bo/nguoi-tham-gia';
const BENEFITS = 'thong-tin-huong';
const VISITS = 'so-kham-chua-benh';
const WARDS = '/ca-nhan/nguoi-duoc-giam-ho';

/** Every address of this module. */
export const paths = {
  me: '/ca-nhan',
  meInFull: '/ca-nhan?hien=day-du',
  card: '/ca-nhan/the-bhyt',
  cardPicture: '/ca-nhan/the-bhyt/hinh-anh',
  cardPdf: '/ca-nhan/the-bhyt/the.pdf',
  cardUse: '/ca-nhan/the-bhyt/su-dung',
  check: '/xac-minh-the',
  checkLink: (token: string): string => `/xac-minh-the?ma=${token}`,
  cardKeys: '/.well-known/ansinh-card-keys.json',
  pilotProvinces: '/can-bo/quan-tri/su-dung-the',
  pilotSwitch: '/can-bo/quan-tri/su-dung-the/bat-tat',
  participation: '/ca-nhan/qua-trinh-tham-gia',
  historyPdf: '/ca-nhan/qua-trinh-tham-gia/toan-bo.pdf',
  confirmationPdf: '/ca-nhan/qua-trinh-tham-gia/xac-nhan.pdf',
  benefits: `/ca-nhan/${BENEFITS}`,
  visits: `/ca-nhan/${VISITS}`,
  visit: (id: string): string => `/ca-nhan/${VISITS}/${id}`,
  people: PEOPLE,
  personOpen: `${PEOPLE}/mo`,
  person: (opening: string): string => `${PEOPLE}/${opening}`,
  personFund: (opening: string, fund: Fund): string => `${PEOPLE}/${opening}?loai=${fund}`,
  personBenefits: (opening: string): string => `${PEOPLE}/${opening}/${BENEFITS}`,
  personVisits: (opening: string): string => `${PEOPLE}/${opening}/kham-benh`,
  personVisit: (opening: string, id: string): string => `${PEOPLE}/${opening}/kham-benh/${id}`,
  guardians: (opening: string): string => `${PEOPLE}/${opening}/giam-ho`,
  guardianEnd: (opening: string): string => `${PEOPLE}/${opening}/giam-ho/ket-thuc`,
  wards: WARDS,
  wardOpen: (id: string): string => `${WARDS}/${id}/xem`,
  wardLeave: `${WARDS}/thoi-xem`,
  /** Belongs to auth; a citizen's page links to it. */
  changePassword: '/ca-nhan/doi-mat-khau',
} as const;

/** The tab of one fund. */
export const participationPath = (fund: Fund): string =>
  fund === 'bhxh' ? paths.participation : `${paths.participation}?loai=${fund}`;

/** What was paid in one year, as PDF. */
export const confirmationPath = (year: number): string => `${paths.confirmationPdf}?nam=${year}`;

/** A page of the card, turned by so many degrees, of the card in force unless another is named. */
export const turnedPath = (base: string, degrees: number, cardId?: string): string => {
  const query = new URLSearchParams({
    ...(cardId && { the: cardId }),
    ...(degrees && { xoay: String(degrees) }),
  }).toString();
  return query ? `${base}?${query}` : base;
};

const withQuery = (base: string, values: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(values).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const query = new URLSearchParams(given).toString();
  return query ? `${base}?${query}` : base;
};

/** A group of benefits on a page of them, its payments before a month where one is given. */
export const benefitsAt =
  (base: string) =>
  (kind: BenefitKind, before?: string): string =>
    withQuery(base, { nhom: benefitSlugs[kind], truoc: before });

/** A year of the book on a page of it, its visits or its papers. */
export const visitsAt =
  (base: string) =>
  (year: string, papers = false): string =>
    withQuery(base, { nam: year, muc: papers ? 'giay' : undefined });

export const benefitsPath = benefitsAt(paths.benefits);
export const visitsPath = visitsAt(paths.visits);
