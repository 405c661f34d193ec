import type { Audit } from '../../core/audit/audit.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { JournalPage, JournalQueries } from './journal.queries.js';
import type { JournalOfPersonInput } from './journal.schema.js';

export interface JournalService {
  /** The journal about one person. Whoever looks stands in it himself, with the reason. */
  ofPerson(input: JournalOfPersonInput, actor: Actor): Promise<JournalPage>;
}

export interface JournalServiceParts {
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly queries: JournalQueries;
}

export const createJournalService = ({ uow, audit, queries }: JournalServiceParts): JournalService => ({
  ofPerson: async ({ maSo, lyDo, truoc }, actor) => {
    const subject = { kind: 'person', id: '' };
    await uow.run(() => audit.record({ action: 'privacy.journal-viewed', subject, person: maSo, purpose: lyDo }));
    return queries.ofPerson(maSo, truoc, actor);
  },
});
