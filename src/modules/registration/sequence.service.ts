import type { Tables } from './tables.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';

/** Running numbers of agency and year without gaps: the row stays locked until the unit of work ends. */
export const sequenceOf = (uow: UnitOfWork, { sequences }: Tables) => ({
  /** Makes sure that the row is there; in a unit of its own, so that two who make it at once do not hold each other up. */
  open: async (agencyYear: string): Promise<void> => {
    if (await sequences.one({ agencyYear })) return;
    await uow.run(() => sequences.insertNew({ agencyYear, last: 0 }));
  },
  /** The next number; joins the unit of work at hand. */
  next: async (agencyYear: string): Promise<number> => {
    await sequences.increase('last', { agencyYear });
    const row = await sequences.one({ agencyYear });
    if (!row) throw new Error(`no sequence ${agencyYear}`);
    return row.last;
  },
});
