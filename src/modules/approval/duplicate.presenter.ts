import { stateTags, type Dossier } from '../../contracts/registration.js';
import type { AccountSummary } from '../../contracts/auth.js';
import { dateTime, maskEmail, maskPhone } from '../../core/http/format.js';
import { differences, type Segment } from './comparison.rules.js';
import type { DossierView } from './dossier.queries.js';
import { obstacleWords } from './duplicate.queries.js';
import { paths } from './paths.js';
import { kindWords, sexWords } from './words.rules.js';

interface Line {
  readonly ok: boolean;
  readonly text: string;
  /** Masked data of the account that the line speaks of. */
  readonly note?: string;
}

/** An account as an officer may see it who only has to know that it is there. */
const masked = ({ insuranceNumber, phone, email }: AccountSummary): string =>
  [`Mã số ${insuranceNumber.slice(0, 4)}•••${insuranceNumber.slice(-3)}`, maskPhone(phone), maskEmail(email)]
    .filter(Boolean)
    .join(', ');

const lines = ({ dossier, duplicates: { accountOfNumber, accountOfPhone } }: DossierView): Line[] => {
  const phone = dossier.kind === 'change' ? 'Số điện thoại đề nghị' : 'Số điện thoại';
  const ofPhone: Line = accountOfPhone
    ? {
        ok: false,
        text: `${phone} đang dùng cho tài khoản của ${accountOfPhone.fullName}.`,
        note: masked(accountOfPhone),
      }
    : { ok: true, text: `${phone} chưa dùng cho tài khoản của người khác.` };
  if (dossier.kind !== 'new') {
    const gone = dossier.state !== 'approved' || dossier.kind === 'change';
    const text = accountOfNumber ? 'Mã số BHXH đang có tài khoản.' : 'Mã số BHXH không còn tài khoản.';
    return [ofPhone, { ok: accountOfNumber !== undefined || !gone, text }];
  }
  if (!accountOfNumber) return [ofPhone, { ok: true, text: 'Mã số BHXH chưa có tài khoản.' }];
  // An account that this very dossier opened is no duplicate.
  return dossier.state === 'approved'
    ? [ofPhone, { ok: true, text: 'Mã số BHXH có tài khoản, mở từ hồ sơ này.' }]
    : [ofPhone, { ok: false, text: 'Mã số BHXH đã có tài khoản.', note: masked(accountOfNumber) }];
};

/** **Kiểm tra trùng**: accounts in the way, and other dossiers of the number or the phone. */
export const presentDuplicates = (view: DossierView, from: string) => {
  const { dossier, duplicates, agencies } = view;
  return {
    obstacle: dossier.state === 'approved' ? undefined : obstacleWords(dossier.kind, duplicates),
    lines: lines(view),
    related: duplicates.related.map((row) => {
      const own = agencies.includes(row.agencyCode);
      return {
        number: row.number,
        href: own ? paths.dossier(row.id, from) : undefined,
        compareHref: own ? paths.duplicate(dossier.id, row.id, from) : undefined,
        state: stateTags[row.state].text.toLocaleLowerCase('vi'),
        samePerson: row.insuranceNumber === dossier.insuranceNumber,
      };
    }),
  };
};

interface Field {
  readonly label: string;
  read(dossier: Dossier): string;
  readonly unit?: 'word';
}

const fields: readonly Field[] = [
  { label: 'Mã số BHXH', read: (d) => d.insuranceNumber },
  { label: 'Họ và tên', read: (d) => d.fullName },
  { label: 'Ngày sinh', read: (d) => d.birthDate },
  { label: 'Giới tính', read: (d) => sexWords[d.sex] },
  { label: 'Số CMND/CCCD', read: (d) => d.paperNumber },
  { label: 'Số điện thoại', read: (d) => d.phone },
  { label: 'Thư điện tử', read: (d) => d.email ?? '' },
  { label: 'Địa chỉ', read: (d) => d.address, unit: 'word' },
];

export interface ComparedPair {
  readonly label: string;
  readonly left: readonly Segment[];
  readonly right: readonly Segment[];
  readonly same: boolean;
}

/** Two dossiers line by line, with differing characters marked. */
export const comparePair = (left: Dossier, right: Dossier): ComparedPair[] =>
  fields.map(({ label, read, unit }) => {
    const [a, b] = [read(left), read(right)];
    const [inLeft, inRight] = differences(a, b, unit ?? 'character');
    return { label, left: inLeft, right: inRight, same: a === b };
  });

/** The head of one of the two columns. */
const column = ({ dossier, pictures, agency }: PairSide, from: string) => {
  const portrait = pictures.find(({ kind, current, type }) => kind === 'portrait' && current && type === 'image/jpeg');
  return {
    number: dossier.number,
    href: paths.dossier(dossier.id, from),
    kind: kindWords[dossier.kind].long,
    state: stateTags[dossier.state],
    declaredAt: dateTime(dossier.declaredAt),
    agency,
    portrait: portrait && {
      href: paths.picture(dossier.id, portrait.id),
      rotation: portrait.rotation,
    },
  };
};

export interface PairSide extends Pick<DossierView, 'dossier' | 'pictures'> {
  readonly agency: string;
}

export const presentPair = (left: PairSide, right: PairSide, from: string) => {
  const rows = comparePair(left.dossier, right.dossier);
  return {
    title: 'So sánh hai hồ sơ',
    columns: [column(left, from), column(right, from)],
    rows,
    different: rows.filter(({ same }) => !same).length,
    back: paths.dossier(left.dossier.id, from),
    list: from,
  };
};
