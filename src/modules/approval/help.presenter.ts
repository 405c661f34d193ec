import type { AccountSummary } from '../../contracts/auth.js';
import type { Dossier, DossierPicture, PictureKind } from '../../contracts/registration.js';
import type { JournalRow } from '../../core/audit/journal.js';
import { HOUR } from '../../core/clock.js';
import { date, dateTime, maskEmail, maskPhone, time } from '../../core/http/format.js';
import { papers } from './assessment.rules.js';
import { presentComparison } from './comparison.presenter.js';
import type { HelpView } from './help.queries.js';
import { helpReasons, LETTER_HOURS, type HelpReason } from './help.rules.js';
import type { RegistryAnswer } from './registry.queries.js';
import { paths } from './paths.js';
import { pictureWords, sexWords, type Tag } from './words.rules.js';

/** What the opening and the officer add to the page. */
export interface HelpPageFacts {
  readonly reason: HelpReason;
  readonly until: Date;
  /** Stamp of what is shown. */
  readonly seen: string;
  readonly acts: Readonly<Record<string, string>>;
}

const stateTag = ({ state }: AccountSummary): Tag =>
  state === 'locked'
    ? { kind: 'bad', icon: 'x-octagon-fill', text: 'Đã khóa' }
    : { kind: 'ok', icon: 'check-circle-fill', text: 'Đang dùng' };

const pendingTag = ({ passwordKind }: AccountSummary): Tag | undefined =>
  passwordKind === 'one-time' ? { kind: 'work', icon: 'key', text: 'Chờ đổi mật khẩu dùng một lần' } : undefined;

/** Name and contact, masked: the desk has to hear the numbers from the person. */
export const presentAccount = (account: AccountSummary) => ({
  id: account.id,
  name: account.fullName,
  number: account.insuranceNumber,
  phone: maskPhone(account.phone),
  email: maskEmail(account.email) || 'Chưa có',
  openedOn: date(account.createdAt),
  lastSignIn: dateTime(account.lastSignInAt) || 'Chưa lần nào',
  locked: account.state === 'locked',
  tags: [stateTag(account), pendingTag(account)].filter((tag) => tag !== undefined),
});

/** What every form of the desk asks. */
export const presentIdentity = (id: string, portrait: boolean) => ({
  papers: papers.map((paper) => ({ value: paper, text: paper })),
  alike: portrait ? 'Ảnh khớp với người đến quầy' : 'Ảnh trên giấy tờ khớp với người đến quầy',
  links: {
    search: paths.help,
    account: paths.helpAccount(id),
    reset: paths.helpReset(id),
    phone: paths.helpPhone(id),
    confirm: paths.helpPhoneConfirm(id),
  },
});

const ORDER: readonly PictureKind[] = ['portrait', 'front', 'back'];

export const presentPictures = (accountId: string, pictures: readonly DossierPicture[]) =>
  ORDER.flatMap((kind) => pictures.filter((picture) => picture.kind === kind)).map((picture) => ({
    label: pictureWords[picture.kind],
    href: paths.helpPicture(accountId, picture.id),
    pdf: picture.type === 'application/pdf',
    rotation: picture.rotation,
    added: date(picture.addedAt),
  }));

/** Registration beside registry; phones stay out, they are shown masked only. */
const compared = (dossier: Dossier, registry: RegistryAnswer) => {
  const all = presentComparison(dossier, registry);
  const rows = all.rows.filter(({ label }) => label !== 'Số điện thoại');
  const different = rows.filter(({ result }) => result === 'different').length;
  return { ...all, rows, different, others: rows.length - different };
};

const known = (registry: RegistryAnswer) =>
  registry.kind === 'found'
    ? [
        { label: 'Họ và tên', value: registry.entry.fullName },
        { label: 'Ngày sinh', value: registry.entry.birthDate },
        { label: 'Giới tính', value: sexWords[registry.entry.sex] },
        { label: 'Số CMND/CCCD', value: registry.entry.paperNumber ?? 'Chưa có' },
        { label: 'Địa chỉ', value: registry.entry.address },
      ]
    : [];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What an act was about, in a few words. */
const noteOf = ({ purpose, details }: JournalRow): string => {
  const way = { sms: 'Gửi bằng SMS', letter: 'In thư' }[text(details['way'])] ?? '';
  const phones = details['after'] ? `${text(details['before'])} thành ${text(details['after'])}` : '';
  return [purpose, way, phones, text(details['paper'])].filter(Boolean).join('. ');
};

/** The help page of one account. */
export const presentHelp = (view: HelpView, { reason, until, seen, acts }: HelpPageFacts) => {
  const { account, dossier, registry } = view;
  const pictures = presentPictures(account.id, view.pictures);
  return {
    title: `Hỗ trợ tài khoản ${account.insuranceNumber}`,
    account: presentAccount(account),
    reason: helpReasons[reason],
    openUntil: time(until),
    seen,
    pictures,
    dossierNumber: dossier?.number,
    comparison: dossier && compared(dossier, registry),
    unmatched: false,
    registry: { state: registry.kind, rows: known(registry) },
    history: view.journal.map((row) => ({
      title: acts[row.action] ?? row.action,
      by: `${row.actorName}, ${dateTime(row.at)}`,
      note: noteOf(row),
    })),
    ...presentIdentity(
      account.id,
      pictures.some(({ label }) => label === pictureWords.portrait),
    ),
  };
};

/** The printed letter with the one-time password. */
export const presentLetter = (
  account: AccountSummary,
  { password, now, publicUrl }: { password: string; now: Date; publicUrl: string },
) => ({
  layout: 'print',
  title: 'Thư mật khẩu dùng một lần',
  name: account.fullName,
  number: account.insuranceNumber,
  password,
  signIn: `${publicUrl.replace(/^https?:\/\//, '')}/dang-nhap`,
  hours: LETTER_HOURS,
  until: dateTime(new Date(now.getTime() + LETTER_HOURS * HOUR)),
  printedAt: dateTime(now),
  handed: paths.helpHanded(account.id),
  back: paths.helpAccount(account.id),
});
