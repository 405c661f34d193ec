import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import { currentContext } from '../../core/context.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { newId } from '../../core/ids.js';
import type { CallRow } from './call.model.js';
import { personOf } from './call.rules.js';
import type { CallInput } from './call.schema.js';

export interface CallParts {
  readonly calls: Table<CallRow>;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
}

const CLOSED = 'Cuộc gọi này vừa được người khác đóng. Hãy tải lại trang để xem kết quả.';
const WHY = 'Xử lý trục trặc thẻ BHYT tại cơ sở khám chữa bệnh';

/** Calls about cards that make trouble: noted, dealt with in minutes, closed with what was done. */
export const callService = ({ calls, uow, audit, clock }: CallParts) => {
  const note = (
    action: string,
    { id, facility, insuranceNumber }: Pick<CallRow, 'id' | 'facility' | 'insuranceNumber'>,
  ) =>
    audit.record({
      action,
      subject: { kind: 'call', id, label: facility.slice(0, 120) },
      person: insuranceNumber,
      purpose: WHY,
    });

  return {
    open: async ({ coSo: facility, maThe: cardNumber, dienThoai: phone, suCo: trouble }: CallInput): Promise<void> => {
      const { actor } = currentContext();
      const row = { id: newId(), facility, cardNumber, insuranceNumber: personOf(cardNumber), phone, trouble };
      const agencyCode = actor.attributes['agencyCode'] ?? '';
      await uow.run(async () => {
        await calls.insert({ ...row, agencyCode, state: 'open', openedAt: clock.now(), openedBy: actor.name });
        await note('support.call-opened', row);
      });
    },
    /** ConflictError when somebody closed it meanwhile. */
    close: async (row: CallRow, outcome: string): Promise<void> => {
      const { name } = currentContext().actor;
      const end = { state: 'closed' as const, closedAt: clock.now(), closedBy: name, outcome };
      await uow.run(async () => {
        await calls.claim(end, { id: row.id, state: 'open' }, CLOSED);
        await note('support.call-closed', row);
      });
    },
    /** Whoever opens a case sees a number in full: the person may know. */
    viewed: (row: CallRow): Promise<void> => uow.run(() => note('support.call-viewed', row)),
  };
};

export type CallService = ReturnType<typeof callService>;
