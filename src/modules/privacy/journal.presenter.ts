import type { JournalRow } from '../../core/audit/journal.js';
import type { Actor } from '../../core/context.js';
import { date, dayMonth, time } from '../../core/http/format.js';
import type { JournalPage } from './journal.queries.js';
import { EVERYWHERE, groupsOf } from './journal.rules.js';
import { emptyJournal, type JournalInput, type JournalOfPersonInput } from './journal.schema.js';
import { paths, withQuery } from './paths.js';

type Words = Readonly<Record<string, string>>;

/** 48•••678: enough to tell two people of a page apart. */
const maskNumber = (number: string): string => (number ? `${number.slice(0, 2)}•••${number.slice(-3)}` : '');

/** Reasons are typed by people or name an account: its number is covered there as well. Numbers of dossiers stay. */
const maskNumbersIn = (text: string): string => text.replace(/\d{9,}/g, maskNumber);

const REALMS: Words = {
  citizen: 'Công dân',
  guest: 'Khách',
  system: 'Hệ thống',
  desk: 'Tại trang đăng nhập của cán bộ',
};

/** Acts at the page of sign-in are done by nobody yet. */
const AT_THE_DOOR = 'Tại trang đăng nhập của cán bộ';

const nameOf = ({ actorRealm, actorName, subjectKind }: JournalRow): string => {
  if (actorRealm === 'officer') return actorName;
  return actorRealm === 'guest' && subjectKind === 'officer' ? AT_THE_DOOR : (REALMS[actorRealm] ?? '');
};

/** Citizens are named to nobody here, nor is it told where they sat: this is the journal of officers. */
const isOutside = ({ actorRealm, subjectKind }: JournalRow): boolean =>
  (actorRealm === 'citizen' || actorRealm === 'guest') && subjectKind !== 'officer';

const rowOf = (
  row: JournalRow,
  { names, acts, masked }: { names: JournalPage['agencyNames']; acts: Words; masked: boolean },
) => ({
  at: `${dayMonth(row.at)} ${time(row.at)}`,
  year: date(row.at),
  name: nameOf(row),
  role: row.actorRealm === 'officer' ? row.actorRole : '',
  agency: names.get(row.agencyCode) ?? row.agencyCode,
  act: acts[row.action] ?? row.action,
  person: masked ? maskNumber(row.person) : row.person,
  subject: masked || row.subjectLabel === row.person || row.purpose.includes(row.subjectLabel) ? '' : row.subjectLabel,
  purpose: masked ? maskNumbersIn(row.purpose) : row.purpose,
  from: isOutside(row) ? '' : row.ip,
});

const params = (input: JournalInput): Record<string, string> => ({
  canBo: input.canBo,
  nhom: input.nhom,
  tuNgay: date(input.tuNgay),
  denNgay: date(input.denNgay),
});

const chips = (input: JournalInput, { officer }: JournalPage, acts: Words) => {
  const words: Record<string, string> = {
    canBo: officer ? `Cán bộ: ${officer.fullName}` : '',
    nhom: groupsOf(acts).find(({ value }) => value === input.nhom)?.text ?? '',
    tuNgay: `Từ ${date(input.tuNgay)}`,
    denNgay: `Đến ${date(input.denNgay)}`,
  };
  return Object.entries(params(input))
    .filter(([, value]) => value !== '')
    .map(([name]) => ({ text: words[name] ?? '', href: withQuery(paths.journal, { ...params(input), [name]: '' }) }));
};

export interface JournalView {
  readonly actor: Actor;
  readonly acts: Words;
  /** Missing when the filter could not be used. */
  readonly input?: JournalInput;
  readonly person?: JournalOfPersonInput;
}

/** What the page of the journal shows. */
export const presentJournal = (page: JournalPage, { actor, acts, input = emptyJournal, person }: JournalView) => {
  const masked = actor.permissions.has(EVERYWHERE);
  const rows = page.rows.map((row) => rowOf(row, { names: page.agencyNames, acts, masked }));
  const older = page.below;
  return {
    title: 'Nhật ký',
    masked,
    rows,
    chips: person ? [] : chips(input, page, acts),
    filter: params(input),
    groups: groupsOf(acts),
    person: person && { number: masked ? maskNumber(person.maSo) : person.maSo },
    ...(older !== undefined &&
      (person
        ? { again: { maSo: person.maSo, lyDo: person.lyDo, truoc: older } }
        : { older: withQuery(paths.journal, { ...params(input), truoc: String(older) }) })),
    goesOn: input.truoc !== undefined || person?.truoc !== undefined,
    newest: withQuery(paths.journal, params(input)),
    range: page.days && `${date(page.days.from)} - ${date(page.days.to)}`,
    clearHref: paths.journal,
    personAction: paths.journalOfPerson,
  };
};
