import { date, dateTime, maskEmail, maskPhone, number } from '../../core/http/format.js';
import { maskInsuranceNumber } from './mask.rules.js';
import { presentAnswers, presentDraft, presentProposal, type Typed } from './answer.presenter.js';
import type { CaseRow } from './case.model.js';
import type { EventRow, FileRow } from './case-parts.model.js';
import type { CaseView } from './case.queries.js';
import { dueWords } from './due.rules.js';
import { workPaths } from './paths.js';
import { isOpen, tagOf } from './state.rules.js';

export interface CaseRequest {
  readonly now: Date;
  /** The list the officer came from. */
  readonly from: string;
  /** The officer who looks. */
  readonly actorId: string;
  /** Whose draft stands in the field of the answer; his own unless told. */
  readonly draft: string;
  /** What was typed into a form that is shown again. */
  readonly typed?: Typed | undefined;
}

export const channelWords: Readonly<Record<CaseRow['channel'], string>> = {
  web: 'Trực tuyến',
  phone: 'Điện thoại',
  desk: 'Tại quầy',
};

const originWords: Readonly<Record<CaseRow['origin'], string>> = {
  form: '',
  record: 'Báo sai sót từ hồ sơ',
  chat: 'Từ trò chuyện với trợ lý',
  seen: 'Hỏi lý do xem dữ liệu',
  support: 'Từ trang hỗ trợ',
};

const outcomeWords = {
  complaint: 'Giải quyết theo luật khiếu nại',
  denunciation: 'Giải quyết theo luật tố cáo',
  spam: 'Không phải phản ánh',
} as const;

const NONE = 'Không có';

const agencyName = ({ agencies }: CaseView, code: string): string => agencies.get(code)?.shortName ?? code;

/** Whoever only coordinates or watches needs to know neither where the person lives nor how to call him. */
const person = (view: CaseView) => {
  const { row, standing } = view;
  const whole = standing === 'owner';
  const known = row.verified ? 'Đã xác minh' : 'Chưa xác minh';
  return [
    { label: 'Người gửi', value: row.anonymous ? 'Ẩn danh' : row.senderName, note: row.anonymous ? '' : known },
    { label: 'Điện thoại', value: whole ? row.phone : maskPhone(row.phone) },
    ...(row.email ? [{ label: 'Thư điện tử', value: whole ? row.email : maskEmail(row.email) }] : []),
    ...(row.insuranceNumber
      ? [{ label: 'Mã số BHXH', value: whole ? row.insuranceNumber : maskInsuranceNumber(row.insuranceNumber) }]
      : []),
    ...(whole && row.address ? [{ label: 'Địa chỉ', value: row.address }] : []),
    { label: 'Nơi xảy ra', value: row.place || NONE },
    ...(row.aboutAgency ? [{ label: 'Phản ánh về', value: agencyName(view, row.aboutAgency) }] : []),
  ];
};

const sizeWords = (bytes: number): string =>
  bytes < 1_000_000
    ? `${number(Math.max(1, Math.round(bytes / 1_000)))} KB`
    : `${number(Math.round(bytes / 100_000) / 10)} MB`;

const presentFile = (id: string, file: FileRow) => ({
  href: workPaths.file(id, file.id),
  name: file.name,
  pdf: file.type === 'application/pdf',
  note: `${sizeWords(file.size)}, ${file.addedBy}, ${dateTime(file.addedAt)}`,
});

const presentEvent = (view: CaseView, event: EventRow) => {
  const office = event.agencyCode ? `, ${agencyName(view, event.agencyCode)}` : '';
  return {
    title: event.title,
    note: event.note,
    by: `${event.actorName}${office}, ${dateTime(event.at)}`,
    inner: event.kind === 'note',
  };
};

const sentence = ({ row }: CaseView): string => {
  if (row.outcome) return outcomeWords[row.outcome];
  if (!isOpen(row.state)) return '';
  const work = row.assigneeName ? `${row.assigneeName} đang xử lý` : 'Chưa có cán bộ xử lý';
  return row.spamAskedAt ? `${work}, có đề nghị chờ lãnh đạo` : work;
};

/** Deadlines in words; whether the answer came in time once it is there. */
const clocks = (view: CaseView, now: Date) => {
  const { row, left } = view;
  const due = row.dueAt && left !== undefined ? dueWords(left, now > row.dueAt) : undefined;
  return {
    due: due && {
      ...due,
      what: row.state === 'received' && row.dueAt?.getTime() === row.classifyBy.getTime() ? 'Phân loại' : 'Trả lời',
    },
    paused: row.state === 'waiting_citizen' && row.pausedAt ? dateTime(row.pausedAt) : '',
    onTime: row.onTime === null ? '' : row.onTime ? 'Đúng hạn' : 'Quá hạn',
    rows: [
      ...(row.state === 'received' ? [{ label: 'Phân loại trước', value: dateTime(row.classifyBy) }] : []),
      { label: 'Trả lời trước', value: dateTime(row.answerBy), note: row.extendedAt ? 'đã gia hạn' : '' },
      ...(row.answeredAt ? [{ label: 'Trả lời lúc', value: dateTime(row.answeredAt) }] : []),
    ],
  };
};

const counted = ({ row }: CaseView) => [
  { label: 'Đổi tay', value: number(row.handOffs), note: row.handOffs > 3 ? 'nhiều' : '' },
  ...(row.overrides ? [{ label: 'Ngoại lệ khi trả lời', value: number(row.overrides) }] : []),
  ...(row.reopens ? [{ label: 'Mở lại', value: `${number(row.reopens)} lần` }] : []),
  ...(row.satisfaction ? [{ label: 'Đánh giá', value: `${row.satisfaction}/5`, note: row.satisfactionNote }] : []),
  ...(row.solved === null ? [] : [{ label: 'Đã giải quyết', value: row.solved ? 'Có' : 'Chưa' }]),
];

const head = (view: CaseView, { now, from }: CaseRequest) => {
  const { row, topics } = view;
  const topic = topics.find(({ code }) => code === row.topicCode);
  return {
    title: `Phản ánh ${row.code}`,
    id: row.id,
    code: row.code,
    heading: row.title,
    seen: row.version,
    from,
    state: tagOf(row),
    sentence: sentence(view),
    standing: view.standing,
    topic: topic?.name ?? row.topicCode,
    complex: row.complex,
    urgent: Boolean(topic?.urgent) && isOpen(row.state),
    clocks: clocks(view, now),
    facts: [
      { label: 'Mã', value: row.code, num: true },
      { label: 'Tiếp nhận', value: dateTime(row.receivedAt), num: true },
      { label: channelWords[row.channel], value: row.receivedBy },
    ],
    duty: [
      { label: 'Chịu trách nhiệm', value: agencyName(view, row.ownerAgency) },
      { label: 'Đơn vị xử lý', value: agencyName(view, row.handlingAgency) },
      { label: 'Cán bộ', value: row.assigneeName ?? 'Chưa giao' },
      { label: 'Đơn vị theo dõi', value: agencyName(view, row.monitorAgency) },
      ...counted(view),
    ],
  };
};

const links = ({ id }: CaseRow, from: string) => ({
  list: from,
  back: `${from}#h-${id}`,
  slip: workPaths.slip(id),
  classify: workPaths.classify(id),
  assign: workPaths.assign(id),
  take: workPaths.take(id),
  release: workPaths.release(id),
  ask: workPaths.ask(id),
  note: workPaths.note(id),
  answer: workPaths.answer(id),
  merge: workPaths.merge(id),
  spam: workPaths.spam(id),
  redirect: workPaths.redirect(id),
});

/** Officers by office, those of the office that has the case first. */
const officerOptions = (view: CaseView) =>
  [...view.officers]
    .sort((a, b) => Number(b.agencyCode === view.row.handlingAgency) - Number(a.agencyCode === view.row.handlingAgency))
    .map(({ id, fullName, agencyCode }) => ({ value: id, text: fullName, group: agencyName(view, agencyCode) }));

const shortChannel = { sms: 'SMS', email: 'E-mail' } as const;

const messages = ({ row, messages: all, deeds }: CaseView) =>
  all.map((item) => ({
    at: dateTime(item.createdAt),
    channel: shortChannel[item.channel],
    to: item.to,
    text: item.text,
    tag: item.tag,
    unreachable: item.unreachable,
    resend: deeds.working && item.ended && !item.unreachable && !item.secret ? workPaths.resend(row.id, item.id) : '',
  }));

const related = ({ row, alike, merged, mergedInto, deeds }: CaseView, from: string) => ({
  alike: alike.map((one) => ({
    id: one.id,
    href: workPaths.case(one.id, from),
    code: one.code,
    title: one.title,
    state: tagOf(one),
    at: date(one.receivedAt),
    merge: deeds.merge && isOpen(one.state) && one.ownerAgency === row.ownerAgency,
  })),
  merged: merged.map(({ row: one, files }) => ({
    href: workPaths.case(one.id, from),
    code: one.code,
    title: one.title,
    body: one.body,
    at: dateTime(one.receivedAt),
    files: files.map((file) => presentFile(row.id, file)),
  })),
  mergedInto: mergedInto && { code: mergedInto.code, href: workPaths.case(mergedInto.id, from) },
});

/** What the page of one case shows. */
export const presentCase = (view: CaseView, request: CaseRequest) => {
  const { row, topics, deeds } = view;
  return {
    ...head(view, request),
    ...related(view, request.from),
    person: person(view),
    body: row.body,
    origin: originWords[row.origin],
    reference: row.reference,
    urged: row.urgedAt && {
      by: row.urgedBy ?? '',
      text: row.urgedText ?? '',
      at: dateTime(row.urgedAt),
      until: date(row.urgedUntil),
    },
    files: view.files.map((file) => presentFile(row.id, file)),
    events: view.events.map((event) => presentEvent(view, event)),
    running: isOpen(row.state),
    answers: presentAnswers(view),
    draft: presentDraft(view, request),
    messages: messages(view),
    deeds,
    proposal: presentProposal(view),
    choices: {
      topics: topics
        .filter(({ retired, code }) => !retired || code === row.topicCode)
        .map(({ code, name }) => ({ value: code, text: name })),
      topic: row.topicCode,
      officers: officerOptions(view),
      templates: view.templates.map(({ id, title }) => ({ value: id, text: title })),
    },
    links: links(row, request.from),
  };
};
