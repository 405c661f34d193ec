import { settingNames, type Agencies, type DatedSettings } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import { NotFoundError } from '../../core/errors.js';
import type { CaseRow } from './case.model.js';
import type { InvitationRow } from './case-parts.model.js';
import { HANDLE, WATCH } from './permission.rules.js';
import type { Tables } from './tables.js';

export { HANDLE, WATCH };

/** As what an officer stands before a case: it is his office's, his office was invited, or his unit watches its topic. */
export type Standing = 'owner' | 'invited' | 'monitor';

/** What an officer may see at all; every query is narrowed by it. */
export interface Reach {
  /** Agencies whose cases he works on: his own and those below it. */
  readonly agencies: readonly string[];
  /** The unit whose topics he watches; empty for none. */
  readonly watches: string;
  /** He watches every topic. */
  readonly watchesAll: boolean;
}

export interface FoundCase {
  readonly row: CaseRow;
  readonly standing: Standing;
  /** Newest first; of an invited agency only its own. */
  readonly invitations: readonly InvitationRow[];
}

export interface StandingParts {
  readonly tables: Pick<Tables, 'cases' | 'invitations'>;
  readonly agencies: Agencies;
  readonly settings: DatedSettings;
  readonly clock: Clock;
}

const MISSING = 'Không có phản ánh này. Hãy quay lại danh sách.';

/** Who may see which case, and as what. */
export const standingQueries = ({ tables, agencies, settings, clock }: StandingParts) => {
  const reachOf = async ({ permissions, attributes }: Actor): Promise<Reach> => {
    const own = attributes['agencyCode'] ?? '';
    const supervisor = await settings.text(settingNames.feedbackSupervisor, dayOf(clock.now()));
    return {
      agencies: permissions.has(HANDLE) ? await agencies.subtree(own) : [],
      watches: permissions.has(WATCH) ? own : '',
      watchesAll: permissions.has(WATCH) && own === supervisor,
    };
  };

  const standingOf = (row: CaseRow, invited: readonly InvitationRow[], reach: Reach): Standing | undefined => {
    if (reach.agencies.includes(row.handlingAgency)) return 'owner';
    if (reach.watchesAll || reach.watches === row.monitorAgency) return 'monitor';
    return invited.length ? 'invited' : undefined;
  };

  /** The case if it is this officer's to see, and as what. */
  const seek = async (id: string, actor: Actor): Promise<FoundCase | undefined> => {
    const row = await tables.cases.one({ id });
    if (!row) return undefined;
    const reach = await reachOf(actor);
    const all = await tables.invitations.many({ caseId: id }, { order: [['invitedAt', 'DESC']] });
    const own = all.filter(({ agencyCode, state }) => reach.agencies.includes(agencyCode) && state !== 'withdrawn');
    const standing = standingOf(row, own, reach);
    return standing && { row, standing, invitations: standing === 'invited' ? own : all };
  };

  return {
    reachOf,
    seek,
    /** NotFoundError for a case that is none of this officer's. */
    find: async (id: string, actor: Actor): Promise<FoundCase> => {
      const found = await seek(id, actor);
      if (!found) throw new NotFoundError(MISSING);
      return found;
    },
  };
};

export type Standings = ReturnType<typeof standingQueries>;
