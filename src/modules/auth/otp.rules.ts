import { DAY, HOUR, MINUTE } from '../../core/clock.js';

/** What a code confirms, with the word that its message carries (ASCII, as an SMS needs it). */
export const PURPOSES = {
  'change-password': 'doi mat khau',
  'new-device': 'dang nhap thiet bi moi',
  'reset-password': 'dat lai mat khau',
  'change-contact': 'doi thong tin',
  'new-phone': 'dang ky so moi',
  'stop-account': 'ngung su dung',
} as const;

export type Purpose = keyof typeof PURPOSES;

export const CODE_LENGTH = 6;
export const CODE_LIFE = 5 * MINUTE;
export const MAX_TRIES = 5;
export const RESEND_AFTER = MINUTE;

/** How many codes may be asked for within a span, per account and purpose. */
const QUOTAS = [
  { codes: 5, within: HOUR },
  { codes: 10, within: DAY },
] as const;

/** The most codes that any quota looks back on. */
export const LOOK_BACK = 10;

/** When the next code may be sent; undefined when now. `sent` holds the moments of earlier codes, newest first. */
export const waitUntil = (sent: readonly Date[], now: Date): Date | undefined => {
  const ends = QUOTAS.flatMap(({ codes, within }) => {
    const oldest = sent[codes - 1];
    return oldest && oldest.getTime() + within > now.getTime() ? [oldest.getTime() + within] : [];
  });
  return ends.length ? new Date(Math.max(...ends)) : undefined;
};

/** "45 giây", "12 phút", "3 giờ": rounded up, so that whoever waits that long is not refused again. */
export const waitInWords = (milliseconds: number): string => {
  if (milliseconds <= MINUTE) return `${Math.max(1, Math.ceil(milliseconds / 1_000))} giây`;
  if (milliseconds <= HOUR) return `${Math.ceil(milliseconds / MINUTE)} phút`;
  return `${Math.ceil(milliseconds / HOUR)} giờ`;
};
