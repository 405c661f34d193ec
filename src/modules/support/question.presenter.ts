import { date, dateTime, number } from '../../core/http/format.js';
import { blocksOf, filled } from './answer.rules.js';
import type { FigureValues } from './faq.presenter.js';
import type { GapPage } from './gap.queries.js';
import { paths } from './paths.js';
import type { QuestionRow, QuestionText, QuestionVersionRow } from './question.model.js';
import type { QuestionPage } from './question.queries.js';
import { GROUPS, groupTitle, STATE_TAGS } from './question.rules.js';
import type { ListQuery, QuestionInput } from './question.schema.js';

export const groupOptions = GROUPS.map(({ code, title }) => ({ value: code, text: title }));
const stateOptions = Object.entries(STATE_TAGS).map(([value, { text }]) => ({ value, text }));

const params = ({ trangThai, nhom }: ListQuery): Record<string, string> => ({ trangThai, nhom });

/** A page of the editors' list. */
export const presentQuestions = (found: QuestionPage, query: ListQuery, waiting: number) => ({
  filter: params(query),
  options: { state: stateOptions, group: groupOptions },
  rows: found.rows.map(({ id, question, groupCode, state, version, updatedAt, updatedBy }) => ({
    href: paths.question(id),
    question,
    group: groupTitle(groupCode),
    tag: STATE_TAGS[state],
    version,
    at: dateTime(updatedAt),
    by: updatedBy,
  })),
  waiting,
  pager: {
    text: `${number(found.rows.length)} câu trên trang này, mới sửa trước`,
    previous: found.previous && paths.questions({ ...params(query), truoc: found.previous }),
    next: found.next && paths.questions({ ...params(query), sau: found.next }),
  },
});

/** What the form shows of a question. */
export const formOf = (row: QuestionText) => ({
  nhom: row.groupCode,
  cauHoi: row.question,
  cachHoi: row.asks,
  traLoi: row.answer,
  nguon: row.source,
  ngay: date(row.asOf),
  trang: row.href,
  chuTrang: row.linkText,
});

export const textOf = (input: QuestionInput): QuestionText => ({
  groupCode: input.nhom,
  question: input.cauHoi,
  asks: input.cachHoi,
  answer: input.traLoi,
  source: input.nguon,
  asOf: input.ngay,
  href: input.trang,
  linkText: input.chuTrang,
});

const versionLine = (row: QuestionVersionRow) => ({
  version: row.version,
  href: paths.version(row.questionId, row.version),
  state: STATE_TAGS[row.state].text,
  at: dateTime(row.savedAt),
  by: row.savedBy,
});

/** One question with its history, for the form. */
export const presentQuestion = (row: QuestionRow, versions: readonly QuestionVersionRow[], figures: FigureValues) => ({
  title: row.question,
  id: row.id,
  version: row.version,
  tag: STATE_TAGS[row.state],
  isPublished: row.state === 'published',
  begun: formOf(row),
  shown: blocksOf(filled(row.answer, figures)),
  publicHref: row.state === 'published' ? paths.answer(row.code) : undefined,
  versions: versions.map(versionLine),
});

export const presentVersion = (row: QuestionVersionRow) => ({
  title: row.question,
  version: row.version,
  tag: STATE_TAGS[row.state],
  saved: `${dateTime(row.savedAt)}, ${row.savedBy}`,
  rows: [
    { label: 'Nhóm', value: groupTitle(row.groupCode) },
    { label: 'Cách hỏi khác', value: row.asks.split('\n').filter(Boolean).join('; ') },
    { label: 'Nguồn', value: row.source },
    { label: 'Theo nguồn ngày', value: date(row.asOf) },
    { label: 'Liên kết', value: row.href ? `${row.linkText} (${row.href})` : '' },
  ].filter(({ value }) => value),
  blocks: blocksOf(row.answer),
  back: paths.question(row.questionId),
});

export const presentGaps = ({ rows, next }: GapPage) => ({
  rows: rows.map(({ id, text, times, firstAt, lastAt }) => ({
    text,
    times: number(times),
    first: date(firstAt),
    last: dateTime(lastAt),
    draft: paths.gapDraft(id),
    dismiss: paths.gapDismiss(id),
  })),
  pager: { text: `${number(rows.length)} câu trên trang này`, next: next && paths.gaps({ sau: next }) },
});
