import type { Actor } from '../../core/context.js';
import type { Database } from '../../core/db/connection.js';
import type { Table } from '../../core/db/table.js';
import { NotFoundError } from '../../core/errors.js';
import type { Scope } from './scope.queries.js';
import { toProposal } from './second-person.mapper.js';
import type { SecondPersonRow } from './second-person.model.js';
import type { KnownProposal, OpenProposal } from './second-person.service.js';

/** Proposals on one page. */
const PAGE = 50;

export type WaitingProposal = Pick<
  SecondPersonRow,
  'id' | 'kind' | 'label' | 'insuranceNumber' | 'proposedById' | 'proposedByName' | 'proposedAt'
>;

export interface WaitingPage {
  readonly rows: readonly WaitingProposal[];
  /** The last of this page where more wait. */
  readonly next?: string;
}

/** What waits for a second person within the actor's subtree. */
export interface SecondPersonReads {
  /** The longest waiting first. */
  waiting(actor: Actor, after: string): Promise<WaitingPage>;
  count(actor: Actor): Promise<number>;
  /** Waiting or over; NotFoundError outside the subtree. */
  find(id: string, actor: Actor): Promise<KnownProposal>;
  /** The proposal that waits on a dossier. */
  ofDossier(id: string): Promise<OpenProposal | undefined>;
}

const NONE = 'Không có đề nghị này trong các cơ quan của bạn.';
const COLUMNS = `id, kind, label, insurance_number AS insuranceNumber, proposed_by_id AS proposedById,
  proposed_by_name AS proposedByName, proposed_at AS proposedAt`;

export const createSecondPersonReads = (
  db: Database,
  proposals: Table<SecondPersonRow>,
  scope: Scope,
): SecondPersonReads => {
  const within = async (actor: Actor) => {
    const agencies = await scope.of(actor);
    return { agencies, condition: `agency_code IN (${agencies.map(() => '?').join(', ')}) AND state = 'waiting'` };
  };
  return {
    waiting: async (actor, after) => {
      const { agencies, condition } = await within(actor);
      const found = await db.rows<WaitingProposal>(
        `SELECT ${COLUMNS} FROM approval_second WHERE ${condition} AND id > ? ORDER BY id LIMIT ${PAGE + 1}`,
        [...agencies, after],
      );
      const rows = found.slice(0, PAGE).map((row) => ({ ...row, proposedAt: new Date(row.proposedAt) }));
      const last = found.length > PAGE ? rows.at(-1)?.id : undefined;
      return last === undefined ? { rows } : { rows, next: last };
    },
    count: async (actor) => {
      const { agencies, condition } = await within(actor);
      const found = await db.row<{ n: number }>(
        `SELECT COUNT(*) AS n FROM approval_second WHERE ${condition}`,
        agencies,
      );
      return Number(found?.n ?? 0);
    },
    find: async (id, actor) => {
      const row = await proposals.one({ id, agencyCode: [...(await scope.of(actor))] });
      if (!row) throw new NotFoundError(NONE);
      return toProposal(row);
    },
    ofDossier: async (id) => {
      const row = await proposals.one({ openKey: `dossier:${id}` });
      return row && toProposal(row);
    },
  };
};
