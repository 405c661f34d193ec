import { date, number } from '../../core/http/format.js';
import type { XlsxCell, XlsxSheet } from '../../core/xlsx.js';
import type { Span } from './figure.queries.js';
import type { Figures, FigureTables } from './figure.rules.js';
import { watchPaths } from './paths.js';
import { stateTags, type CaseState } from './state.rules.js';
import type { TopicRow } from './topic.model.js';
import type { Names } from './watch.presenter.js';

export interface FigureFacts {
  readonly tables: FigureTables;
  readonly span: Span;
  readonly topics: readonly TopicRow[];
  readonly agencies: Names;
}

const tenths = (value: number): number => Math.round(value * 10) / 10;
const hoursOf = (minutes: number | undefined): number | null => (minutes === undefined ? null : tenths(minutes / 60));
const share = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((100 * part) / whole));
const starsOf = ({ stars, ratings }: Figures): number | null => (ratings === 0 ? null : tenths(stars / ratings));

/** Columns of every table: a word as the page has it, and the plain value for files. */
const COLUMNS: readonly {
  readonly label: string;
  readonly of: (figures: Figures) => number | null;
}[] = [
  { label: 'Tiếp nhận', of: ({ cases }) => cases },
  { label: 'Đã trả lời', of: ({ answered }) => answered },
  { label: 'Đúng hạn', of: ({ onTime }) => onTime },
  { label: 'Trễ hạn', of: ({ lateAnswers }) => lateAnswers },
  { label: 'Đang quá hạn', of: ({ overdue }) => overdue },
  { label: 'Gia hạn', of: ({ extended }) => extended },
  { label: 'Đổi tay', of: ({ handOffs }) => handOffs },
  { label: 'Ngoại lệ', of: ({ overrides }) => overrides },
  { label: 'Mở lại', of: ({ reopens }) => reopens },
  { label: 'Hài lòng', of: starsOf },
  { label: 'Số giờ (trung vị)', of: ({ median }) => hoursOf(median) },
];

const cellsOf = (figures: Figures): (number | null)[] => COLUMNS.map(({ of }) => of(figures));

interface NamedFigures {
  readonly name: string;
  readonly figures: Figures;
}

const byTopic = ({ tables, topics }: FigureFacts): NamedFigures[] =>
  topics.flatMap(({ code, name }) => {
    const figures = tables.byTopic.get(code);
    return figures ? [{ name, figures }] : [];
  });

const byAgency = ({ tables, agencies }: FigureFacts): NamedFigures[] =>
  [...tables.byAgency].map(([code, figures]) => ({ name: agencies.get(code)?.shortName ?? code, figures }));

const byState = ({ tables }: FigureFacts) =>
  (Object.keys(stateTags) as CaseState[]).map((state) => ({
    name: stateTags[state].text,
    cases: tables.byState.get(state) ?? 0,
  }));

const table = (named: readonly NamedFigures[]) =>
  named.map(({ name, figures }) => ({
    name,
    cells: cellsOf(figures).map((cell) => (cell === null ? '–' : number(cell))),
  }));

const percent = (value: number | null): string => (value === null ? '–' : `${value}%`);

const tiles = ({ tables: { total } }: FigureFacts) => [
  { label: 'Tiếp nhận', value: number(total.cases), note: `${number(total.answered)} đã trả lời` },
  {
    label: 'Trả lời đúng hạn',
    value: percent(share(total.onTime, total.answered)),
    note: `${number(total.lateAnswers)} trả lời trễ`,
  },
  { label: 'Đang quá hạn', value: number(total.overdue), note: 'chưa trả lời', late: total.overdue > 0 },
  {
    label: 'Giờ đến khi trả lời',
    value: number(hoursOf(total.median)) || '–',
    note: 'giờ làm việc, trung vị',
  },
  { label: 'Hài lòng', value: number(starsOf(total)) || '–', note: `${number(total.ratings)} lượt đánh giá, trên 5` },
  {
    label: 'Mở lại',
    value: number(total.reopens),
    note: `${percent(share(total.reopens, total.answered))} số đã trả lời`,
  },
];

/** The page of figures. */
export const presentFigures = (facts: FigureFacts) => {
  const { span, tables } = facts;
  const query = { tuNgay: date(span.from), denNgay: date(span.to) };
  return {
    title: 'Thống kê phản ánh',
    query,
    action: watchPaths.figures(),
    files: { csv: watchPaths.figuresCsv(query), xlsx: watchPaths.figuresXlsx(query) },
    columns: COLUMNS.map(({ label }) => label),
    none: tables.total.cases === 0,
    tiles: tiles(facts),
    topics: table(byTopic(facts)),
    agencies: table(byAgency(facts)),
    total: table([{ name: 'Tất cả', figures: tables.total }])[0],
    states: byState(facts).map(({ name, cases }) => ({ name, cases: number(cases) })),
  };
};

const HEADING = COLUMNS.map(({ label }) => label);
const lines = (named: readonly NamedFigures[]): XlsxCell[][] =>
  named.map(({ name, figures }) => [name, ...cellsOf(figures)]);

/** The same figures as sheets of a workbook. */
export const sheetsOf = (facts: FigureFacts): XlsxSheet[] => {
  const all = lines([{ name: 'Tất cả', figures: facts.tables.total }]);
  return [
    { name: 'Theo lĩnh vực', heading: ['Lĩnh vực', ...HEADING], rows: [...lines(byTopic(facts)), ...all] },
    { name: 'Theo đơn vị', heading: ['Đơn vị xử lý', ...HEADING], rows: [...lines(byAgency(facts)), ...all] },
    {
      name: 'Theo trạng thái',
      heading: ['Trạng thái', 'Số phản ánh'],
      rows: byState(facts).map(({ name, cases }) => [name, cases]),
    },
  ];
};

/** The same figures as one list. */
export const rowsOf = (facts: FigureFacts): { heading: string[]; rows: string[][] } => {
  const text = (cells: readonly XlsxCell[]): string[] => cells.map((cell) => String(cell ?? ''));
  const kind = (label: string, named: readonly XlsxCell[][]): string[][] => named.map((row) => [label, ...text(row)]);
  return {
    heading: ['Theo', 'Tên', ...HEADING],
    rows: [
      ...kind('Lĩnh vực', lines(byTopic(facts))),
      ...kind('Đơn vị xử lý', lines(byAgency(facts))),
      ...kind(
        'Trạng thái',
        byState(facts).map(({ name, cases }) => [name, cases, ...COLUMNS.slice(1).map(() => null)]),
      ),
      ...kind(
        'Tất cả',
        lines([{ name: `${date(facts.span.from)} - ${date(facts.span.to)}`, figures: facts.tables.total }]),
      ),
    ],
  };
};
