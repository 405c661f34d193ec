import type { Clock } from '../../core/clock.js';
import { currentContext } from '../../core/context.js';
import type { Tables } from './tables.js';

export interface Line {
  readonly kind: string;
  readonly title: string;
  readonly note?: string;
  /** Read by the citizen too; officers' names are not. */
  readonly open?: boolean;
}

/** Writes a line of a case's timeline in the name of whoever acts; joins the unit of work at hand. */
export const writeTimeline =
  ({ events }: Pick<Tables, 'events'>, clock: Clock) =>
  (caseId: string, { kind, title, note = '', open = false }: Line): Promise<void> => {
    const { realm, id, name, attributes } = currentContext().actor;
    const actorName = realm === 'officer' ? name : realm === 'system' ? 'Hệ thống' : 'Người gửi';
    const agencyCode = realm === 'officer' ? (attributes['agencyCode'] ?? '') : '';
    return events.insert({ caseId, at: clock.now(), kind, actorId: id, actorName, agencyCode, open, title, note });
  };

export type Timeline = ReturnType<typeof writeTimeline>;
