import type { Agencies } from '../../contracts/organisation.js';
import type { Audit } from '../../core/audit/audit.js';
import { changesOf } from '../../core/audit/changes.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { InvalidError } from '../../core/errors.js';
import type { Tables } from './tables.js';
import type { TopicInput } from './topic-admin.schema.js';
import type { TopicRow } from './topic.model.js';

export interface TopicServiceParts {
  readonly tables: Pick<Tables, 'topics'>;
  readonly agencies: Agencies;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
}

/** Kind of subject under which the audit has topics. */
export const SUBJECT = 'feedback-topic';

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

/** Administrators change topics; cases on the way keep their deadlines. */
export const topicAdministration = ({ tables, agencies, uow, audit, clock }: TopicServiceParts) => ({
  change: async (before: TopicRow, input: TopicInput): Promise<void> => {
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
  },
});

export type TopicAdministration = ReturnType<typeof topicAdministration>;
