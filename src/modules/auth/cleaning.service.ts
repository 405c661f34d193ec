import { Op } from 'sequelize';
import { DAY, type Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { Job } from '../../core/jobs/scheduler.js';
import { LIMITS } from './account.rules.js';
import type { AttemptRow } from './attempt.model.js';
import type { DeviceRow } from './device.model.js';
import type { OfficerSessionRow } from './officer.model.js';
import type { ChallengeRow, CodeRow } from './otp.model.js';

export interface CleaningParts {
  readonly attempts: Table<AttemptRow>;
  readonly sessions: Table<OfficerSessionRow>;
  readonly challenges: Table<ChallengeRow>;
  readonly codes: Table<CodeRow>;
  readonly devices: Table<DeviceRow>;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

/** A device that was not used for so long counts as new again. */
const DEVICE_LIFE = 365 * DAY;

/** Every hour: removes counters that have run out, codes that no quota looks back on, sessions past their longest life. */
export const cleaningJob = ({ attempts, sessions, challenges, codes, devices, uow, clock }: CleaningParts): Job => ({
  name: 'auth.cleaning',
  every: '17 * * * *',
  run: async () => {
    const now = clock.now();
    const before = (age: number): { [Op.lt]: Date } => ({ [Op.lt]: new Date(now.getTime() - age) });
    await uow.run(() => attempts.remove({ until: { [Op.lt]: now } }));
    await uow.run(() => codes.remove({ createdAt: before(2 * DAY) }));
    await uow.run(() => challenges.remove({ createdAt: before(2 * DAY) }));
    await uow.run(() => devices.remove({ lastSeenAt: before(DEVICE_LIFE) }));
    await uow.run(() => sessions.remove({ startedAt: before(LIMITS.officer.absolute) }));
  },
});
