import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { InvalidError } from '../../core/errors.js';
import type { PilotProvinceRow } from './pilot-province.model.js';

interface Parts {
  readonly provinces: Table<PilotProvinceRow>;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
}

/** Where cards can be shown on a phone. */
export interface PilotProvinceService {
  all(): Promise<readonly PilotProvinceRow[]>;
  /** Switched on at once. InvalidError when the code is there already. */
  add(code: string, name: string): Promise<void>;
  /** Returns the name; InvalidError for an unknown code. */
  turn(code: string, active: boolean): Promise<string>;
}

const refuse = (message: string): InvalidError => new InvalidError([{ field: 'ma', message }]);

export const createPilotProvinces = ({ provinces, uow, audit, clock }: Parts): PilotProvinceService => {
  const note = ({ code, name, active }: Pick<PilotProvinceRow, 'code' | 'name' | 'active'>) => {
    const subject = { kind: 'pilot-province', id: code, label: name };
    return audit.record({ action: 'records.pilot-province-set', subject, details: { active } });
  };
  return {
    all: () => provinces.many({}, { order: [['code', 'ASC']] }),
    add: (code, name) =>
      uow.run(async () => {
        const row = { code, name, active: true, changedAt: clock.now() };
        if (!(await provinces.insertNew(row))) throw refuse(`Mã ${code} đã có trong danh sách. Hãy bật hoặc tắt ở đó.`);
        await note(row);
      }),
    turn: async (code, active) => {
      const province = await provinces.one({ code });
      if (!province) throw refuse('Không có mã tỉnh này trong danh sách. Hãy tải lại trang.');
      await uow.run(async () => {
        // Two clicks at once make one change.
        if (await provinces.change({ active, changedAt: clock.now() }, { code, active: !active }))
          await note({ ...province, active });
      });
      return province.name;
    },
  };
};
