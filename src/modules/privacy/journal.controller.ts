import type { Actor } from '../../core/context.js';
import { page, redirect, type Handler, type Reply } from '../../core/http/route.js';
import { presentJournal } from './journal.presenter.js';
import type { JournalPage, JournalQueries } from './journal.queries.js';
import type { JournalInput, JournalOfPersonInput } from './journal.schema.js';
import type { JournalService } from './journal.service.js';
import { paths } from './paths.js';

export interface JournalController {
  readonly show: Handler<JournalInput>;
  /** The same page after a filter or a form that cannot be used: without rows. */
  readonly reshow: Handler;
  readonly ofPerson: Handler<JournalOfPersonInput>;
  /** Whoever comes back to the address of the form begins anew. */
  readonly begin: Handler;
}

export interface JournalControllerParts {
  readonly queries: JournalQueries;
  readonly service: JournalService;
  readonly acts: Readonly<Record<string, string>>;
}

const NOTHING: JournalPage = { rows: [], agencyNames: new Map() };

/** **Nhật ký**: what officers did. */
export const createJournalController = ({ queries, service, acts }: JournalControllerParts): JournalController => {
  const draw = (
    rows: JournalPage,
    actor: Actor,
    asked: { input?: JournalInput; person?: JournalOfPersonInput },
  ): Reply => page('privacy/journal', presentJournal(rows, { actor, acts, ...asked }));
  return {
    show: async ({ input, actor }) => draw(await queries.list(input, actor), actor, { input }),
    reshow: ({ actor }) => draw(NOTHING, actor, {}),
    begin: () => redirect(paths.journal),
    ofPerson: async ({ input, actor }) => draw(await service.ofPerson(input, actor), actor, { person: input }),
  };
};
