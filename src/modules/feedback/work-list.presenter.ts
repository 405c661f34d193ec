import { counted, date, dateTime, dayMonth, number, time } from '../../core/http/format.js';
import { presentPages } from '../../core/http/list-pages.js';
import { channelWords } from './case.presenter.js';
import { dueWords } from './due.rules.js';
import type { ListRow } from './list.queries.js';
import { listAsked, LISTS, LIST_NAMES, type ListName } from './list.rules.js';
import { emptyList, type ListInput } from './list.schema.js';
import { watchPaths, workPaths } from './paths.js';
import { stateTags, type CaseState } from './state.rules.js';
import type { WorkListData } from './work-list.queries.js';

export interface WorkListRequest {
  /** Missing when the filter could not be used: the table is empty then and the panel open. */
  readonly input?: ListInput;
  readonly now: Date;
  /** Address of this very list, for the way back from a case. */
  readonly url: string;
  /** Leaders see what waits for them. */
  readonly lead: boolean;
}

/** The filter as the address writes it: days in Vietnamese form, no cursor. */
const params = (input: ListInput): Record<string, string> => ({
  ...input,
  tuNgay: date(input.tuNgay),
  denNgay: date(input.denNgay),
  sau: '',
  truoc: '',
});

type Names = Readonly<Record<string, string>>;

const chips = (input: ListInput, { topics, agencies }: Record<'topics' | 'agencies', Names>) => {
  const words: Partial<Record<keyof ListInput, string>> = {
    tim: `Tìm: ${input.tim}`,
    linhVuc: topics[input.linhVuc] ?? input.linhVuc,
    trangThai: stateTags[input.trangThai as CaseState]?.text ?? '',
    coQuan: agencies[input.coQuan] ?? input.coQuan,
    tuNgay: `Từ ${date(input.tuNgay)}`,
    denNgay: `Đến ${date(input.denNgay)}`,
  };
  return Object.entries(words)
    .filter(([name]) => input[name as keyof ListInput] !== '')
    .map(([name, text]) => ({ text, href: workPaths.list({ ...params(input), [name]: '' }) }));
};

const LATE: readonly ListName[] = ['qua-han', 'don-doc'];

const tabs = (input: ListInput, { counts, invited }: WorkListData, lead: boolean) => {
  const invitations = { label: 'Mời tôi phối hợp', count: counted(invited), href: watchPaths.invited() };
  const own = LIST_NAMES.filter((name) => name !== 'cho-lanh-dao' || lead).map((name) => ({
    label: LISTS[name].label,
    count: counted(counts[name]),
    href: workPaths.list({ ...params(input), trangThai: '', viec: name === 'can-lam' && !input.tim ? '' : name }),
    current: listAsked(input) === name,
    late: LATE.includes(name) && counts[name] > 0,
  }));
  return [...own.slice(0, -2), { ...invitations, current: false, late: false }, ...own.slice(-2)];
};

/** What stands under "Thời hạn": how much is left, or when it was answered. */
const dueOf = (row: ListRow, left: number | undefined, now: Date) => {
  if (row.dueAt && left !== undefined) return dueWords(left, now > row.dueAt);
  if (row.state === 'waiting_citizen') return { text: 'tạm dừng', late: false };
  if (!row.answeredAt) return { text: '', late: false };
  return { text: row.onTime ? 'đúng hạn' : 'trả lời quá hạn', late: row.onTime === false };
};

const rowOf = (row: ListRow, { left, now, url, topics }: { left?: number; now: Date; url: string; topics: Names }) => ({
  id: row.id,
  code: row.code,
  href: workPaths.case(row.id, url),
  title: row.title,
  sender: row.anonymous ? 'Ẩn danh' : row.senderName,
  receivedAt: `${dayMonth(row.receivedAt)} ${time(row.receivedAt)}`,
  topic: topics[row.topicCode] ?? row.topicCode,
  state: stateTags[row.state],
  due: dueOf(row, left, now),
  urged: Boolean(row.urgedAt) && row.dueAt !== null,
  assignee: row.assigneeName ?? '',
  handOffs: row.handOffs,
});

const orderWords = { due: 'hạn gần nhất trước', newest: 'mới nhất trước', asked: 'đề nghị lâu nhất trước' };

/** What the page of the lists shows. */
export const presentWorkList = (data: WorkListData, request: WorkListRequest) => {
  const { input = emptyList, now, url, lead } = request;
  const topics = Object.fromEntries(data.topics.map(({ code, name }) => [code, name]));
  const agencies = Object.fromEntries(data.agencies.map(({ code, shortName }) => [code, shortName]));
  const filtering = chips(input, { topics, agencies });
  const list = LISTS[listAsked(input)];
  const rows = data.page.rows.map((row) => {
    const left = data.left.get(row.id);
    return rowOf(row, { now, url, topics, ...(left !== undefined && { left }) });
  });
  return {
    title: 'Phản ánh, kiến nghị',
    tabs: tabs(input, data, lead),
    list: input.viec,
    filter: params(input),
    faulty: request.input === undefined,
    open: request.input === undefined || filtering.length > 0,
    chips: filtering,
    rows,
    ...presentPages(data.page, {
      extent: `${number(rows.length)} phản ánh trên trang này, ${orderWords[list.sorting]}`,
      href: (cursor) => workPaths.list({ ...params(input), ...cursor }),
    }),
    choices: {
      topics: data.topics.map(({ code, name }) => ({ value: code, text: name })),
      states: Object.entries(stateTags).map(([value, { text }]) => ({ value, text })),
      agencies: data.agencies.map(({ code, shortName }) => ({ value: code, text: `${code} ${shortName}` })),
    },
    clearHref: workPaths.list(),
    csvHref: workPaths.csv(params(input)),
    intakeHref: workPaths.intake,
    templatesHref: lead ? workPaths.templates : '',
    emptyText: filtering.length
      ? 'Không có phản ánh nào khớp với bộ lọc. Bỏ bớt điều kiện rồi tra cứu lại.'
      : 'Không còn phản ánh nào trong danh sách này.',
  };
};

export const CSV_HEADING = [
  ...['Mã', 'Tiếp nhận lúc', 'Kênh', 'Lĩnh vực', 'Tiêu đề', 'Người gửi', 'Điện thoại', 'Trạng thái', 'Đơn vị xử lý'],
  ...['Cán bộ', 'Hạn', 'Trả lời lúc', 'Đúng hạn', 'Đổi tay'],
] as const;

export const csvRow = (row: ListRow, topics: Names): string[] => [
  row.code,
  dateTime(row.receivedAt),
  channelWords[row.channel],
  topics[row.topicCode] ?? row.topicCode,
  row.title,
  row.anonymous ? 'Ẩn danh' : row.senderName,
  row.phone,
  stateTags[row.state].text,
  row.handlingAgency,
  row.assigneeName ?? '',
  dateTime(row.dueAt),
  dateTime(row.answeredAt),
  row.answeredAt ? (row.onTime ? 'Có' : 'Không') : '',
  String(row.handOffs),
];
