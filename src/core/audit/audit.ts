import { currentContext, type Actor } from '../context.js';
import type { Clock } from '../clock.js';
import type { Database } from '../db/connection.js';
import { auditTable } from './audit.model.js';

/** One act worth remembering: what, on whom, why. Who, when and from where are taken from the request at hand. */
export interface Act {
  /** `module.verb-in-past`: `approval.approved`, `approval.picture-viewed`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string; readonly label?: string };
  /** The insurance number or other key of the person whose data this concerns, for "who saw my data". */
  readonly person?: string;
  readonly purpose?: string;
  /** Who acts, where the request cannot say it yet: whoever has just signed in. */
  readonly by?: Omit<Actor, 'permissions'>;
  /** Facts that explain the act; never secrets. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Append-only; written in the transaction of the act itself. */
export interface Audit {
  record(act: Act): Promise<void>;
}

export const createAudit = (db: Database, clock: Clock): Audit => {
  const table = auditTable(db.sequelize);
  return {
    record: async ({ action, subject, person, purpose, by, details }) => {
      const { actor: present, ip, requestId } = currentContext();
      const actor = by ?? present;
      await table.insert({
        at: clock.now(),
        action,
        actorRealm: actor.realm,
        actorId: actor.id,
        actorName: actor.name,
        actorRole: actor.role,
        agencyCode: actor.attributes['agencyCode'] ?? '',
        subjectKind: subject.kind,
        subjectId: subject.id,
        subjectLabel: subject.label ?? '',
        person: person ?? '',
        purpose: purpose ?? '',
        details: JSON.stringify(details ?? {}),
        ip,
        requestId,
      });
    },
  };
};
