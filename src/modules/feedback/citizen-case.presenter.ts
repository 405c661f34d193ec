import { dayOf, daysBetween } from '../../core/clock.js';
import { date, dateTime, longDate, time } from '../../core/http/format.js';
import type { CaseRow } from './case.model.js';
import type { EventRow } from './case-parts.model.js';
import type { CitizenCase } from './citizen-case.queries.js';
import type { Done } from './citizen.schema.js';
import type { CasePages } from './paths.js';
import { isOpen, tagOf } from './state.rules.js';

const leftOf = (until: Date, now: Date): string => {
  const days = daysBetween(dayOf(now), dayOf(until));
  return days === 0 ? 'trong hôm nay' : `còn ${days} ngày`;
};

/** What happens next, in words: for whoever waits. */
export const nextOf = (row: CaseRow, now: Date, office: { readonly name: string; readonly phone: string }): string => {
  if (row.state === 'waiting_citizen')
    return 'Đến lượt bạn: bổ sung thông tin ở dưới. Thời hạn trả lời tạm dừng đến khi bạn gửi.';
  if (isOpen(row.state)) {
    const more = row.extendedAt ? ` Đã gia hạn một lần: ${row.extensionReason}` : '';
    if (now <= row.answerBy)
      return `${office.name} trả lời bạn trước ${time(row.answerBy)} ${longDate(row.answerBy)}, ${leftOf(row.answerBy, now)}.${more}`;
    const call = office.phone ? ` Bạn có thể gọi ${office.phone} để hỏi.` : '';
    return `Đã quá hạn trả lời từ ${longDate(row.answerBy)}. ${office.name} vẫn phải trả lời bạn.${call}${more}`;
  }
  if (row.state === 'merged') return 'Phản ánh này trùng với một phản ánh khác của bạn nên được giải quyết chung.';
  if (row.outcome === 'spam')
    return 'Cơ quan xác định đây không phải phản ánh, kiến nghị nên không giải quyết. Nếu không đúng, hãy gọi tổng đài hoặc gửi phản ánh mới và nhắc mã này.';
  if (row.state === 'out_of_scope_redirected')
    return 'Nội dung là khiếu nại, tố cáo: luật quy định nơi giải quyết riêng, cơ quan đã chuyển giúp bạn. Xem phần trả lời.';
  return row.answeredAt ? `Đã trả lời lúc ${dateTime(row.answeredAt)}${row.onTime === false ? ', quá hạn' : ''}.` : '';
};

/** The agency of an officer, never his name. */
const whoOf = ({ agencyCode, actorName }: EventRow, names: CitizenCase['names']): string =>
  agencyCode ? (names.get(agencyCode) ?? 'Cơ quan BHXH') : actorName === 'Người gửi' ? 'Bạn' : 'Hệ thống';

const sizeOf = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024))} KB`;

const DONE: Readonly<Record<Done, string>> = {
  'bo-sung': 'Đã gửi phần bổ sung. Thời hạn trả lời chạy tiếp.',
  'mo-lai': 'Đã mở lại phản ánh. Thời hạn trả lời tính lại từ hôm nay.',
  'danh-gia': 'Cảm ơn bạn đã đánh giá.',
  'giai-quyet': 'Cảm ơn bạn đã cho biết.',
};

export interface Surroundings {
  readonly pages: CasePages;
  readonly now: Date;
  readonly reopenUntil: Date | undefined;
  readonly done: Done | undefined;
  /** The page of the case that this one was merged into. */
  readonly intoPage: string | undefined;
}

/** One case for whoever sent it. */
export const presentCase = (found: CitizenCase, { pages, now, reopenUntil, done, intoPage }: Surroundings) => {
  const { row, owner, handling, names } = found;
  const office = { name: owner?.name ?? 'Cơ quan BHXH', phone: owner?.phone ?? '', address: owner?.address ?? '' };
  const ended = row.state === 'answered' || row.state === 'closed';
  const asked = found.events.find(({ kind }) => kind === 'asked');
  return {
    ...{
      pages,
      keeper: office,
      code: row.code,
      heading: row.title,
      body: row.body,
      reference: row.reference,
      topic: found.topic,
    },
    handling: handling?.name,
    tag: tagOf(row),
    late: isOpen(row.state) && row.state !== 'waiting_citizen' && now > row.answerBy,
    next: nextOf(row, now, office),
    done: done && DONE[done],
    rows: [
      { label: 'Lĩnh vực', value: found.topic },
      { label: 'Gửi lúc', value: dateTime(row.receivedAt) },
      ...(row.place ? [{ label: 'Nơi xảy ra', value: row.place }] : []),
      ...(row.anonymous ? [{ label: 'Người gửi', value: 'Ẩn danh' }] : []),
      ...(row.handOffs ? [{ label: 'Số lần chuyển tay', value: String(row.handOffs) }] : []),
      ...(row.reopens ? [{ label: 'Số lần mở lại', value: String(row.reopens) }] : []),
    ],
    question: row.state === 'waiting_citizen' ? (asked?.note ?? '') : undefined,
    answers: found.answers.map(({ text, interim, sentAt, agencyCode }) => ({
      paragraphs: text.split(/\n+/),
      interim,
      at: dateTime(sentAt),
      office: names.get(agencyCode) ?? office.name,
    })),
    events: found.events.map((event) => ({
      title: event.title,
      note: event.note,
      at: dateTime(event.at),
      who: whoOf(event, names),
    })),
    running: isOpen(row.state),
    files: found.files.map(({ id, name, size, addedAt, addedBy }) => ({
      name,
      size: sizeOf(size),
      at: date(addedAt),
      href: pages.file(id),
      who: addedBy === 'Người gửi' ? 'bạn gửi' : 'cơ quan gửi',
    })),
    reopen: reopenUntil && now < reopenUntil ? { lastDay: date(new Date(reopenUntil.getTime() - 1)) } : undefined,
    rate: ended && row.satisfaction === null,
    rated: row.satisfaction,
    asksSolved: ended && row.followedUpAt !== null && row.solved === null,
    unsolved: row.solved === false,
    into: found.into && { code: found.into.code, href: intoPage },
  };
};
