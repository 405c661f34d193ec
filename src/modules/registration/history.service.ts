import type { Clock } from '../../core/clock.js';
import { currentContext } from '../../core/context.js';
import type { Tables } from './tables.js';

/** Writes a line of history in the name of whoever acts; joins the unit of work at hand. */
export const writeHistory =
  (tables: Tables, clock: Clock) =>
  (dossierId: string, title: string, note = ''): Promise<void> => {
    const { id, name, realm } = currentContext().actor;
    const actorName = realm === 'guest' ? 'Người kê khai' : name;
    return tables.history.insert({
      dossierId,
      at: clock.now(),
      actorId: id,
      actorName,
      title,
      note: note.slice(0, 1_000),
    });
  };
