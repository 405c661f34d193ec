import type { Participants } from '../../contracts/records.js';
import type { Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { ParticipantRow } from './participant.model.js';

interface Parts {
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly people: Table<ParticipantRow>;
}

/** Commands on participants. They join the unit of work of the caller. */
export const participantService = ({ uow, clock, people }: Parts): Participants => ({
  updateContact: ({ insuranceNumber, address, place, ...rest }) =>
    uow.run(async () => {
      // The parts of the former address no longer belong to the new line.
      const parts = place ?? { street: null, communeCode: null, provinceCode: null };
      const moved = address === undefined ? {} : { address, ...parts };
      await people.change({ ...rest, ...moved, updatedAt: clock.now() }, { insuranceNumber });
    }),
});
