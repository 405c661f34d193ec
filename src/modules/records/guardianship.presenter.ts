import type { Day } from '../../core/clock.js';
import { date } from '../../core/http/format.js';
import type { Relative } from './guardianship.queries.js';
import { inForce, isAdult, mustBeAsked, paperWords, relationWords } from './guardianship.rules.js';
import { birthText, maskNumber } from './participant.rules.js';
import { paths } from './paths.js';
import type { FoundPerson } from './person.queries.js';

const untilWords = (until: Day | null): string => (until ? `đến hết ${date(until)}` : 'đến khi có quyết định khác');

const wardLine = (ward: Relative) => ({
  name: ward.fullName,
  facts: `Sinh ${birthText(ward.birthDate)}. Mã số BHXH ${ward.wardNumber}.`,
  until: `Bạn là ${relationWords[ward.relation].toLowerCase()}, xem được ${untilWords(ward.until)}.`,
  action: paths.wardOpen(ward.id),
});

const guardianLine = (guardian: Relative) => ({
  name: guardian.fullName,
  text: `${relationWords[guardian.relation]}, xem được hồ sơ của bạn ${untilWords(guardian.until)}.`,
});

/** Người được giám hộ: whose record I may read, and who may read mine. */
export const presentFamily = (wards: readonly Relative[], guardians: readonly Relative[], today: Day) => ({
  title: 'Người được giám hộ',
  wards: wards.map(wardLine),
  guardians: guardians.filter((guardian) => inForce(guardian, today)).map(guardianLine),
  home: paths.me,
});

const stateOf = (row: Relative, today: Day) => {
  if (row.endedAt)
    return { kind: 'off', icon: 'lock-fill', text: `Đã kết thúc ${date(row.endedAt)}`, note: row.endReason };
  return inForce(row, today)
    ? { kind: 'ok', icon: 'check-circle-fill', text: 'Đang xem được', note: null }
    : { kind: 'off', icon: 'calendar-x', text: `Hết hạn ${date(row.until)}`, note: null };
};

const deskLine = (row: Relative, today: Day) => {
  const { note, ...tag } = stateOf(row, today);
  return {
    id: row.id,
    name: row.fullName,
    relation: relationWords[row.relation],
    number: maskNumber(row.guardianNumber),
    paper: `${paperWords[row.paper]} ${row.paperNumber}`,
    until: untilWords(row.until),
    registered: `${row.registeredBy}, ${date(row.registeredAt)}`,
    tag,
    note,
    open: inForce(row, today),
  };
};

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

/** The guardians of an opened person, and the form for another one. */
export const presentGuardians = (
  { opening, person, purpose }: { opening: string; person: FoundPerson; purpose: string },
  rows: readonly Relative[],
  today: Day,
) => ({
  title: `Người giám hộ của ${person.fullName}`,
  person: person.fullName,
  birth: birthText(person.birthDate),
  purpose,
  grownUp: isAdult(person.birthDate, today),
  asked: mustBeAsked(person.birthDate, today),
  lines: rows.map((row) => deskLine(row, today)),
  relations: options(relationWords),
  papers: options(paperWords),
  links: {
    search: paths.people,
    person: paths.person(opening),
    add: paths.guardians(opening),
    end: paths.guardianEnd(opening),
  },
});
