import type { Agencies } from '../../contracts/organisation.js';
import type { Audit } from '../../core/audit/audit.js';
import { changesOf, changeWords } from '../../core/audit/changes.js';
import type { Journal } from '../../core/audit/journal.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { InvalidError, NotFoundError } from '../../core/errors.js';
import { dateTime } from '../../core/http/format.js';
import { page, redirect, type Handler } from '../../core/http/route.js';
import { watchPaths } from './paths.js';
import type { Surrounds } from './surrounding.queries.js';
import type { Tables } from './tables.js';
import type { TopicInput } from './topic-admin.schema.js';
import type { TopicRow } from './topic.model.js';
import type { TopicQueries } from './topic.queries.js';

export interface TopicAdminParts {
  readonly tables: Pick<Tables, 'topics'>;
  readonly topics: TopicQueries;
  readonly agencies: Agencies;
  readonly surrounds: Surrounds;
  readonly journal: Journal;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
}

const SUBJECT = 'feedback-topic';
const LATEST = 20;

const COLUMNS = [
  { name: 'ten', label: 'Tên' },
  { name: 'donVi', label: 'Đơn vị theo dõi' },
  { name: 'phanLoai', label: 'Ngày phân loại' },
  { name: 'traLoi', label: 'Ngày trả lời' },
  { name: 'phucTap', label: 'Ngày trả lời vụ việc phức tạp' },
  { name: 'giaHan', label: 'Ngày gia hạn' },
  { name: 'khan', label: 'Khẩn' },
  { name: 'ngung', label: 'Ngừng nhận' },
] as const;

const yes = (value: boolean): string => (value ? 'có' : 'không');

/** A topic as its form has it. */
const cellsOf = (row: TopicRow): Record<string, string> => ({
  ten: row.name,
  donVi: row.monitorAgency,
  phanLoai: String(row.classifyDays),
  traLoi: String(row.answerDays),
  phucTap: String(row.complexDays),
  giaHan: String(row.extensionDays),
  khan: yes(row.urgent),
  ngung: yes(row.retired),
});

const rowOf = (before: TopicRow, input: TopicInput, now: Date): TopicRow => ({
  ...before,
  name: input.ten,
  monitorAgency: input.donVi,
  classifyDays: input.phanLoai,
  answerDays: input.traLoi,
  complexDays: input.phucTap,
  extensionDays: input.giaHan,
  urgent: input.khan,
  retired: input.ngung,
  version: input.phienBan + 1,
  updatedAt: now,
});

/** Lĩnh vực phản ánh: who watches, and how long an answer may take. Cases on the way keep their deadlines. */
export const topicAdminController = (parts: TopicAdminParts) => {
  const { tables, topics, agencies, surrounds, journal, uow, audit, clock } = parts;

  const found = async (code: string | undefined): Promise<TopicRow> => {
    const row = await topics.find(code ?? '');
    if (!row) throw new NotFoundError('Không có lĩnh vực này. Hãy quay lại danh sách.');
    return row;
  };

  const list: Handler = async () => {
    const rows = await topics.all();
    const names = await surrounds.named(rows.map(({ monitorAgency }) => monitorAgency));
    return page('feedback/topics', {
      title: 'Lĩnh vực phản ánh',
      rows: rows.map((row) => ({
        ...row,
        href: watchPaths.topic(row.code),
        monitor: names.get(row.monitorAgency)?.shortName ?? row.monitorAgency,
      })),
    });
  };

  const show: Handler = async ({ params, retry }) => {
    const row = await found(params['code']);
    const history = await journal.list({ subject: { kind: SUBJECT, id: row.code } }, { limit: LATEST });
    return page('feedback/topic', {
      ...{ title: row.name, row, back: watchPaths.topics, action: watchPaths.topic(row.code) },
      units: (await surrounds.offices())
        .filter(({ level }) => level === 'central')
        .map(({ code, shortName }) => ({ value: code, text: shortName })),
      history: history.map(({ actorName, at, details }) => ({
        ...{ title: 'Sửa lĩnh vực', who: actorName, at: dateTime(at), changes: changeWords(details) },
      })),
      ...(retry && { retry }),
    });
  };

  const change: Handler<TopicInput> = async ({ params, input, session }) => {
    const before = await found(params['code']);
    const unit = await agencies.find(input.donVi);
    const today = dayOf(clock.now());
    if (unit?.level !== 'central' || (unit.validTo !== null && unit.validTo < today))
      throw new InvalidError([{ field: 'donVi', message: 'Chọn đơn vị theo dõi trong danh sách.' }]);
    const after = rowOf(before, input, clock.now());
    await uow.run(async () => {
      const gone = 'Lĩnh vực này vừa được người khác sửa. Hãy tải lại trang.';
      await tables.topics.claim(after, { code: before.code, version: input.phienBan }, gone);
      await audit.record({
        action: 'feedback.topic-changed',
        subject: { kind: SUBJECT, id: before.code, label: after.name },
        details: { changes: changesOf(COLUMNS, cellsOf(before), cellsOf(after)) },
      });
    });
    session.flash({ kind: 'ok', text: 'Đã lưu. Phản ánh tiếp nhận từ bây giờ dùng thời hạn mới.' });
    return redirect(watchPaths.topics);
  };

  return { list, show, change };
};

export type TopicAdminController = ReturnType<typeof topicAdminController>;
