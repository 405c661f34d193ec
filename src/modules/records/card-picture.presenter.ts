import { date } from '../../core/http/format.js';
import { drawQr } from '../../core/qr.js';
import type { StoredCard } from './card.queries.js';
import { encodeQr } from './card-qr.rules.js';
import { sexText } from './card.presenter.js';
import { birthText } from './participant.rules.js';
import type { Profile } from './participant.queries.js';

/** Width of a letter as a share of the font size, roughly, in Be Vietnam Pro. */
const LETTER = { small: 0.56, capital: 0.68 } as const;
const SMALLEST = 23;

/** The largest font size at which a text fits, and the text, cut where even the smallest does not do. */
export const fit = (text: string, space: { size: number; width: number }, letter: keyof typeof LETTER = 'small') => {
  const size = Math.max(
    SMALLEST,
    Math.min(space.size, Math.floor(space.width / (Math.max(1, text.length) * LETTER[letter]))),
  );
  const room = Math.floor(space.width / (size * LETTER[letter]));
  return { size, text: text.length > room ? `${text.slice(0, room - 1).trimEnd()}…` : text };
};

/** A text on one line, or on two where one would have to be cut. */
export const fitTwo = (text: string, space: { size: number; width: number }, letter: keyof typeof LETTER = 'small') => {
  const whole = fit(text, space, letter);
  if (whole.text === text) return { size: whole.size, lines: [whole.text] };
  const words = text.split(' ');
  const half = Math.ceil(words.length / 2);
  const lines = [words.slice(0, half).join(' '), words.slice(half).join(' ')];
  return { size: SMALLEST, lines: lines.map((line) => fit(line, { ...space, size: SMALLEST }, letter).text) };
};

/** The card is drawn 856 by 540; a quarter turn swaps the sides. */
const frameOf = (degrees: number) => {
  const frames: Readonly<Record<number, { box: string; turn: string }>> = {
    90: { box: '0 0 540 856', turn: 'translate(540 0) rotate(90)' },
    180: { box: '0 0 856 540', turn: 'translate(856 540) rotate(180)' },
    270: { box: '0 0 540 856', turn: 'translate(0 856) rotate(270)' },
  };
  return frames[degrees] ?? { box: '0 0 856 540', turn: '' };
};

/** What the back asks of the holder. */
const ADVICE = [
  'Xuất trình thẻ cùng giấy tờ có ảnh khi đi khám.',
  'Giữ thẻ cẩn thận, không cho người khác mượn.',
  'Báo ngay khi thông tin sai hoặc mất điện thoại.',
  'Đóng tiếp trước hạn để không bị ngắt quãng.',
];

export interface PictureParts {
  readonly card: StoredCard;
  readonly profile: Profile;
  readonly level: string;
  readonly hotline: string;
  /** 0, 90, 180 or 270. */
  readonly degrees: number;
}

/** Both sides of the card as the view draws them. */
export const presentPicture = async ({ card, profile, level, hotline, degrees }: PictureParts) => ({
  degrees,
  ...frameOf(degrees),
  label: `Mặt trước thẻ bảo hiểm y tế của ${profile.fullName}, mã số ${profile.insuranceNumber}, giá trị từ ${date(card.validFrom)}`,
  issuer: fit(card.issuedBy, { size: 24, width: 700 }),
  number: profile.insuranceNumber,
  name: fitTwo(profile.fullName.toLocaleUpperCase('vi'), { size: 38, width: 556 }, 'capital'),
  birth: birthText(profile.birthDate),
  sex: sexText(profile.sex),
  level: card.areaCode ? `${level} ${card.areaCode}` : level,
  validFrom: `từ ${date(card.validFrom)}`,
  facility: fitTwo(`${card.facilityName} (${card.facilityCode})`, { size: 30, width: 508 }),
  fiveYears: card.fiveYearsFrom ? date(card.fiveYearsFrom) : 'chưa xác định',
  hotline,
  advice: ADVICE,
  qr: await drawQr(
    encodeQr({
      ...card,
      insuranceNumber: profile.insuranceNumber,
      fullName: profile.fullName,
      birthDate: profile.birthDate,
      sex: profile.sex,
      address: profile.address,
    }),
    'L',
  ),
});

export type CardPicture = Awaited<ReturnType<typeof presentPicture>>;
