import { Op, type WhereOptions } from 'sequelize';
import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { addDays, dayOf, startOfDay, type Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { CaseRow } from './case.model.js';
import type { CaseRecord } from './record.service.js';
import type { Tables } from './tables.js';

const BATCH = 100;

export interface FollowUpParts {
  readonly tables: Pick<Tables, 'cases'>;
  readonly record: CaseRecord;
  readonly settings: DatedSettings;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

/** Asks once, some days behind the answer, whether it is solved. */
export const followUpService = ({ tables, record, settings, uow, clock }: FollowUpParts) => {
  /** Whoever changes the row first asks; nobody is asked what he has said already. */
  const ask = (row: CaseRow): Promise<void> =>
    uow.run(async () => {
      const waiting = { id: row.id, version: row.version, followedUpAt: null };
      const asked = { followedUpAt: clock.now(), version: row.version + 1 };
      if ((await tables.cases.change(asked, waiting)) !== 1) return;
      await record.tell(row, 'feedback-follow-up', { code: row.code }, `follow-up:${row.id}:${row.reopens}`);
    });

  return {
    run: async (): Promise<void> => {
      const today = dayOf(clock.now());
      const days = await settings.number(settingNames.feedbackFollowUpDays, today);
      const due: WhereOptions<CaseRow> = {
        followedUpAt: null,
        state: { [Op.in]: ['answered', 'closed'] },
        answeredAt: { [Op.lt]: startOfDay(addDays(today, 1 - days)) },
      };
      // Each row leaves the list by being asked, so the list ends; a row that somebody changes meanwhile waits for the next round.
      for (let left = BATCH; left === BATCH;) {
        const rows = await tables.cases.many(due, { limit: BATCH, order: ['answeredAt', 'id'] });
        for (const row of rows) await ask(row);
        left = rows.length;
      }
    },
  };
};
