import { Op } from 'sequelize';
import type { Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, ForbiddenError } from '../../core/errors.js';
import { date } from '../../core/http/format.js';
import type { CaseRow } from './case.model.js';
import type { CaseRecord } from './record.service.js';
import type { Standings } from './standing.queries.js';
import { OPEN_STATES } from './state.rules.js';
import type { Tables } from './tables.js';
import type { UrgeInput } from './watch.schema.js';

export interface UrgingParts {
  readonly tables: Pick<Tables, 'cases'>;
  readonly standings: Standings;
  readonly record: CaseRecord;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

/** Đôn đốc: the one thing that a monitor does. It stands until the answer or its date, and moves nothing. */
export const urgingService = ({ tables, standings, record, uow, clock }: UrgingParts) => ({
  urge: async (id: string, actor: Actor, { noiDung, truocNgay }: UrgeInput): Promise<CaseRow> => {
    const { row, standing } = await standings.find(id, actor);
    if (standing !== 'monitor') throw new ForbiddenError('Chỉ đơn vị theo dõi lĩnh vực này đôn đốc được.');
    const urged = { urgedAt: clock.now(), urgedBy: actor.name, urgedText: noiDung, urgedUntil: truocNgay };
    await uow.run(async () => {
      // The version stays: whoever is writing the answer at this moment need not begin anew.
      const open = { id, state: { [Op.in]: [...OPEN_STATES] } };
      if ((await tables.cases.change(urged, open)) !== 1)
        throw new ConflictError('Phản ánh này vừa được trả lời hoặc đóng. Hãy tải lại trang.');
      const line = { kind: 'urged', title: `Đôn đốc, trả lời trước ${date(truocNgay)}`, note: noiDung };
      await record.note('feedback.urged', row, line, { until: truocNgay });
      await record.line(row, 'Đơn vị giám sát đã đôn đốc');
    });
    return row;
  },
});

export type Urging = ReturnType<typeof urgingService>;
