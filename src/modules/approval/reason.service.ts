import type { Audit } from '../../core/audit/audit.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { newId } from '../../core/ids.js';
import type { ReasonRow } from './reason.model.js';
import type { ReasonChangeInput, ReasonInput } from './reason.schema.js';

export interface ReasonParts {
  readonly reasons: Table<ReasonRow>;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
}

/** Adds and changes reasons. One that was used is never removed, only switched off. */
export interface ReasonService {
  add(input: ReasonInput): Promise<void>;
  /** ConflictError when somebody changed it meanwhile. */
  change(id: string, input: ReasonChangeInput): Promise<void>;
}

const rowOf = ({ noiDung, cauNgan, thuTu }: ReasonInput) => ({ text: noiDung, short: cauNgan, position: thuTu });

export const createReasonService = ({ reasons, uow, audit }: ReasonParts): ReasonService => {
  const write = (action: string, id: string, label: string) =>
    audit.record({ action, subject: { kind: 'reason', id, label } });
  return {
    add: (input) =>
      uow.run(async () => {
        const id = newId();
        await reasons.insert({ id, ...rowOf(input), active: true, version: 1 });
        await write('approval.reason-added', id, input.noiDung);
      }),
    change: (id, input) =>
      uow.run(async () => {
        const { phienBan: version, dangDung: active } = input;
        const set = { ...rowOf(input), active, version: version + 1 };
        await reasons.claim(
          set,
          { id, version },
          'Lý do này vừa được người khác sửa. Hãy tải lại trang để xem mới nhất.',
        );
        await write('approval.reason-changed', id, input.noiDung);
      }),
  };
};
