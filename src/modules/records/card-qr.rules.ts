import type { Day } from '../../core/clock.js';
import { birthText } from './participant.rules.js';

/** What the QR code of a card says. */
export interface CardQr {
  readonly insuranceNumber: string;
  readonly fullName: string;
  /** yyyy, yyyy-mm or yyyy-mm-dd. */
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
  readonly address: string;
  readonly facilityCode: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly issuedOn: Day;
  /** K1, K2, K3 or null. */
  readonly areaCode: string | null;
  readonly fiveYearsFrom: Day | null;
}

const NONE = '-';
const AREAS = ['K1', 'K2', 'K3'] as const;

const hex = (text: string): string => Buffer.from(text.normalize('NFC'), 'utf8').toString('hex');
const unhex = (text: string): string => Buffer.from(text, 'hex').toString('utf8');
const dayText = (day: Day | null): string => (day === null ? NONE : birthText(day));
const parseDay = (text: string): Day => text.split('/').reverse().join('-');
const parseOptionalDay = (text: string): Day | null => (text === NONE ? null : parseDay(text));
const areaDigit = (area: string | null): string => String(5 + AREAS.findIndex((known) => known === area));

/** The 15 fields joined by `|`. The official check string is not ours to make: its field holds a dash. */
export const encodeQr = (card: CardQr): string =>
  [
    card.insuranceNumber,
    hex(card.fullName),
    birthText(card.birthDate),
    card.sex === 'male' ? '1' : '2',
    hex(card.address),
    `${card.facilityCode.slice(0, 2)} - ${card.facilityCode.slice(2)}`,
    dayText(card.validFrom),
    dayText(card.validTo),
    dayText(card.issuedOn),
    NONE,
    NONE,
    areaDigit(card.areaCode),
    dayText(card.fiveYearsFrom),
    NONE,
    '$',
  ].join('|');

/** Reads such a code back; undefined when it is not one. */
export const decodeQr = (text: string): CardQr | undefined => {
  const fields = text.split('|');
  if (fields.length !== 15 || fields[14] !== '$') return undefined;
  const [number = '', name = '', birth = '', sex, address = '', facility = '', from = '', to = '', issued = ''] =
    fields;
  return {
    insuranceNumber: number,
    fullName: unhex(name),
    birthDate: parseDay(birth),
    sex: sex === '1' ? 'male' : 'female',
    address: unhex(address),
    facilityCode: facility.replace(/[\s–—-]/g, ''),
    validFrom: parseDay(from),
    validTo: parseOptionalDay(to),
    issuedOn: parseDay(issued),
    areaCode: AREAS[Number(fields[11]) - 5] ?? null,
    fiveYearsFrom: parseOptionalDay(fields[12] ?? NONE),
  };
};
