import type { Audit } from '../../core/audit/audit.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { CaseRow } from './case.model.js';

/** An officer who opens a case reads what a person wrote: the person may know. */
export const viewingService = ({ uow, audit }: { readonly uow: UnitOfWork; readonly audit: Audit }) => ({
  viewed: ({ id, code, title, insuranceNumber }: CaseRow): Promise<void> =>
    uow.run(() =>
      audit.record({
        action: 'feedback.viewed',
        subject: { kind: 'feedback', id, label: code },
        person: insuranceNumber,
        purpose: `Xử lý phản ánh: ${title}`,
      }),
    ),
});

export type Viewing = ReturnType<typeof viewingService>;
