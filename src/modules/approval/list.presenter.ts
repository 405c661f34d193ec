import { stateTags, type DossierListRow, type DossierState, type WorkList } from '../../contracts/registration.js';
import type { Agency } from '../../contracts/organisation.js';
import { dayOf, daysBetween } from '../../core/clock.js';
import { counted, date, dayMonth, number, time } from '../../core/http/format.js';
import { presentPages } from '../../core/http/list-pages.js';
import { daysLeftWords, waitWords } from './duration.rules.js';
import type { ListData } from './list.queries.js';
import { emptyList, type ListInput } from './list.schema.js';
import { paths } from './paths.js';
import { assessmentTags, kindWords, workWords } from './words.rules.js';

type Named = Readonly<Record<string, string>>;

/** The moment of looking, and after how many milliseconds waiting is overdue. */
interface Moment {
  readonly now: Date;
  readonly overdueAfter: number;
}

/** The filter as the address writes it: days in Vietnamese form, no cursor. */
const params = (input: ListInput): Record<string, string> => ({
  ...input,
  tuNgay: date(input.tuNgay),
  denNgay: date(input.denNgay),
  sau: '',
  truoc: '',
});

const without = (input: ListInput, name: keyof ListInput): string => paths.list({ ...params(input), [name]: '' });

const chipWords = (input: ListInput, agencyNames: Named): Partial<Record<keyof ListInput, string>> => ({
  soHoSo: `Số hồ sơ ${input.soHoSo}`,
  maSo: `Mã số BHXH ${input.maSo}`,
  tuNgay: `Từ ${date(input.tuNgay)}`,
  denNgay: `Đến ${date(input.denNgay)}`,
  tinhTrang: assessmentTags[input.tinhTrang as keyof typeof assessmentTags]?.text ?? '',
  trangThai: stateTags[input.trangThai as DossierState]?.text ?? '',
  hoTen: `Họ tên: ${input.hoTen}`,
  viec: workWords[input.viec as WorkList] ?? '',
  loai: kindWords[input.loai as keyof typeof kindWords]?.long ?? '',
  coQuan: agencyNames[input.coQuan] ?? input.coQuan,
});

const chips = (input: ListInput, agencyNames: Named) =>
  Object.entries(chipWords(input, agencyNames))
    .filter(([name]) => input[name as keyof ListInput] !== '')
    .map(([name, text]) => ({ text, href: without(input, name as keyof ListInput) }));

const tabs = (input: ListInput, counts: ListData['counts']) => {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const tab = (state: DossierState | '', label: string, count: number) => ({
    label,
    count: counted(count),
    href: paths.list({ ...params(input), trangThai: state, viec: '' }),
    current: input.trangThai === state && input.viec === '',
  });
  const states = Object.entries(stateTags) as [DossierState, { text: string }][];
  return [tab('', 'Tất cả', total), ...states.map(([state, { text }]) => tab(state, text, counts[state]))];
};

/** The lists officers work from; each keeps what is searched for. */
const workTabs = (input: ListInput, counts: ListData['work']) =>
  (Object.entries(workWords) as [WorkList, string][]).map(([list, label]) => ({
    label,
    count: counted(counts[list]),
    // A state and a work list together would mostly be empty: choosing one lets go of the other.
    href: paths.list({ ...params(input), trangThai: '', viec: list }),
    current: input.viec === list,
    late: list === 'overdue' && counts.overdue > 0,
  }));

/** What stands under "Đã chờ": time since handing in, time it took, or days left to hand in. */
const waited = (row: DossierListRow, { now, overdueAfter }: Moment): { text: string; late: boolean } => {
  if (row.state === 'declared') return { text: daysLeftWords(daysBetween(dayOf(now), row.lastDay)), late: false };
  if (!row.handedInAt) return { text: '', late: false };
  const ms = (row.decidedAt ?? now).getTime() - row.handedInAt.getTime();
  return { text: waitWords(ms), late: row.decidedAt === null && ms > overdueAfter };
};

const rowOf = (row: DossierListRow, moment: Moment, from: string) => ({
  id: row.id,
  number: row.number,
  href: paths.dossier(row.id, from),
  insuranceNumber: row.insuranceNumber,
  fullName: row.insuranceNumber === '' ? 'Dữ liệu đã xóa' : row.fullName,
  erased: row.insuranceNumber === '',
  declaredAt: `${dayMonth(row.declaredAt)} ${time(row.declaredAt)}`,
  kind: kindWords[row.kind].short,
  assessment: assessmentTags[row.assessment],
  state: stateTags[row.state],
  waited: waited(row, moment),
  reviewer: row.reviewerName ?? '',
});

const agencyOptions = (agencies: readonly Agency[]) =>
  agencies.map(({ code, shortName }) => ({ value: code, text: `${code} ${shortName}` }));

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, text]) => ({ value, text }));
const textsOf = (tags: Readonly<Record<string, { text: string }>>) =>
  Object.fromEntries(Object.entries(tags).map(([value, { text }]) => [value, text]));

export interface ListRequest {
  /** Missing when the filter could not be used: the table is empty then and the panel open. */
  readonly input?: ListInput;
  readonly now: Date;
  /** Address of this very list, for the way back from a dossier. */
  readonly url: string;
}

/** What the page of the list shows. */
export const presentList = ({ page, counts, work, overdueAfter, agencies }: ListData, request: ListRequest) => {
  const { input = emptyList, now, url } = request;
  const faulty = request.input === undefined;
  const filtering = chips(input, Object.fromEntries(agencies.map(({ code, shortName }) => [code, shortName])));
  const longestFirst = input.viec === 'ready' || input.viec === 'overdue';
  const rows = page.rows.map((row) => rowOf(row, { now, overdueAfter }, url));
  return {
    title: 'Hồ sơ đăng ký của cá nhân',
    tabs: tabs(input, counts),
    workTabs: workTabs(input, work),
    work: input.viec,
    filter: { ...params(input) },
    // A tab alone is no search: the panel stays closed then.
    open: faulty || filtering.length > (input.trangThai || input.viec ? 1 : 0),
    faulty,
    chips: filtering,
    rows,
    ...presentPages(page, {
      extent: `${number(rows.length)} hồ sơ trên trang này, ${longestFirst ? 'chờ lâu nhất trước' : 'mới nhất trước'}`,
      href: (cursor) => paths.list({ ...params(input), ...cursor }),
    }),
    choices: {
      assessment: options(textsOf(assessmentTags)),
      state: options(textsOf(stateTags)),
      kind: options(Object.fromEntries(Object.entries(kindWords).map(([value, { long }]) => [value, long]))),
      agencies: agencyOptions(agencies),
    },
    clearHref: paths.list(),
    receiveHref: paths.receive,
    emptyText: filtering.length
      ? 'Không có hồ sơ nào khớp với bộ lọc. Bỏ bớt điều kiện rồi tra cứu lại.'
      : 'Không còn hồ sơ nào chờ bạn. Hồ sơ mới sẽ hiện ở đây.',
  };
};
