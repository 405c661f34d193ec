import { Op } from 'sequelize';
import { DAY, type Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { Job } from '../../core/jobs/scheduler.js';
import { LIMITS } from './account.rules.js';
import type { AttemptRow } from './attempt.model.js';
import type { OfficerSessionRow } from './officer.model.js';
import type { ChallengeRow, CodeRow } from './otp.model.js';

export interface CleaningParts {
  readonly attempts: Table<AttemptRow>;
  readonly sessions: Table<OfficerSessionRow>;
  readonly challenges: Table<ChallengeRow>;
  readonly codes: Table<CodeRow>;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

/** Every hour: removes counters that have run out, codes that no quota looks back on, sessions past their longest life. */
export const cleaningJob = ({ attempts, sessions, challenges, codes, uow, clock }: CleaningParts): Job => ({
  name: 'auth.cleaning',
  every: '17 * * * *',
  run: async () => {
    const now = clock.now();
    const before = (age: number): { [Op.lt]: Date } => ({ [Op.lt]: new Date(now.getTime() - age) });
    await uow.run(() => attempts.remove({ until: { [Op.lt]: now } }));
    await uow.run(() => codes.remove({ createdAt: before(2 * DAY) }));
    await uow.run(() => challenges.remove({ createdAt: before(2 * DAY) }));
    await uow.run(() => sessions.remove({ startedAt: before(LIMITS.officer.absolute) }));
  },
});
