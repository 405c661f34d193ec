import type { Audit } from '../../core/audit/audit.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { ListQueries, ListRow, Reach } from './list.queries.js';

export interface SearchParts {
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly lists: ListQueries;
}

/** Who looks for one recipient looks at a person: it is written down, the recipient masked. */
export const createSearch =
  ({ uow, audit, lists }: SearchParts) =>
  (reach: Reach, recipient: string, masked: string): Promise<ListRow[]> =>
    uow.run(async () => {
      const rows = await lists.to(reach, recipient);
      await audit.record({
        action: 'notification.recipient-searched',
        subject: { kind: 'recipient', id: '', label: masked },
        purpose: 'Xem tình trạng gửi tin',
        details: { found: rows.length },
      });
      return rows;
    });

export type Search = ReturnType<typeof createSearch>;
