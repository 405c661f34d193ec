import type { Fund } from './participation.rules.js';

const PEOPLE = '/can-bo/nguoi-tham-gia';
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
  people: PEOPLE,
  personOpen: `${PEOPLE}/mo`,
  person: (opening: string): string => `${PEOPLE}/${opening}`,
  personFund: (opening: string, fund: Fund): string => `${PEOPLE}/${opening}?loai=${fund}`,
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
