import { Op, type WhereOptions } from 'sequelize';
import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { addDays, dayOf, startOfDay, type Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { DoomedFiles } from '../../core/files/doomed-files.js';
import type { DraftFiles } from '../../core/files/draft-files.js';
import type { Retention } from '../../core/retention/retention.js';
import type { CaseRow } from './case.model.js';
import type { Tables } from './tables.js';

export interface RetentionParts {
  readonly tables: Tables;
  readonly stored: DoomedFiles;
  readonly settings: DatedSettings;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

const AT_ONCE = 500;

/** Ended cases with all that belongs to them. */
const caseRetention = ({ tables, stored, settings, uow, clock }: RetentionParts): Retention => {
  const days = (): Promise<number> => settings.number(settingNames.feedbackKeepDays, dayOf(clock.now()));

  const old = async (): Promise<WhereOptions<CaseRow>> => {
    const before = startOfDay(addDays(dayOf(clock.now()), -(await days())));
    const ended = { state: 'closed', answeredAt: { [Op.lt]: before } };
    const without = { state: { [Op.in]: ['merged', 'out_of_scope_redirected'] }, receivedAt: { [Op.lt]: before } };
    return { [Op.or]: [ended, without] };
  };

  const purgeOne = ({ id, state, version }: CaseRow): Promise<number> =>
    uow.run(async () => {
      // Opened again at this moment: it stays.
      if ((await tables.cases.remove({ id, state, version })) !== 1) return 0;
      const files = await tables.files.many({ caseId: id }, { columns: ['fileId'] });
      if (files.length) await stored.doom(files.map(({ fileId }) => fileId));
      for (const part of [tables.files, tables.events, tables.answers, tables.invitations, tables.words])
        await (part as typeof tables.words).remove({ caseId: id });
      return 1;
    });

  return {
    name: 'feedback.cases',
    every: '50 2 * * *',
    what: 'Phản ánh đã đóng, đã gộp hoặc chuyển theo luật khác, cùng tệp và diễn biến',
    why: 'Đủ lâu để trả lời khiếu nại về việc giải quyết và để so sánh thống kê các năm',
    until: async () => `${await days()} ngày sau khi trả lời`,
    due: async () => tables.cases.count(await old()),
    purge: async () => {
      let purged = 0;
      const rows = await tables.cases.many(await old(), { columns: ['id', 'state', 'version'], limit: AT_ONCE });
      for (const row of rows) purged += await purgeOne(row);
      return purged;
    },
  };
};

/** Files of forms that were not finished, and files that nothing names any more. */
export const fileRetention = (drafts: Pick<DraftFiles, 'due' | 'sweep'>): Retention => ({
  name: 'feedback.files',
  every: '*/15 * * * *',
  what: 'Tệp của phản ánh đang viết dở, tệp mà không phản ánh nào dùng',
  why: 'Chỉ giữ để sửa ô sai, hoặc gửi lại bản nháp trả lời, mà không phải chọn lại tệp',
  until: () => Promise.resolve('2 giờ sau lần gửi cuối; với bản nháp trả lời của cán bộ: 30 ngày'),
  due: drafts.due,
  purge: drafts.sweep,
});

/** Cases, and what was counted against guessing. */
export const feedbackRetention = (parts: RetentionParts): readonly Retention[] => {
  const { tables, uow, clock } = parts;
  const over = () => ({ until: { [Op.lt]: clock.now() } });
  return [
    caseRetention(parts),
    {
      name: 'feedback.attempts',
      every: '25 * * * *',
      what: 'Số lần thử mã phản ánh, câu đố đã dùng',
      why: 'Chỉ để chặn việc dò mã',
      until: () => Promise.resolve('hết thời gian chờ của lần thử'),
      due: () => tables.attempts.count(over()),
      purge: () => uow.run(() => tables.attempts.remove(over())),
    },
  ];
};
