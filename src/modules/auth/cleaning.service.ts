import { Op, type WhereOptions } from 'sequelize';
import { DAY, type Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { Retention } from '../../core/retention/retention.js';
import { LIMITS } from './account.rules.js';
import type { AttemptRow } from './attempt.model.js';
import type { DeviceRow } from './device.model.js';
import type { OfficerLinkRow, OfficerSessionRow } from './officer.model.js';
import type { ChallengeRow, CodeRow } from './otp.model.js';

export interface CleaningParts {
  readonly attempts: Table<AttemptRow>;
  readonly sessions: Table<OfficerSessionRow>;
  readonly links: Table<OfficerLinkRow>;
  readonly challenges: Table<ChallengeRow>;
  readonly codes: Table<CodeRow>;
  readonly devices: Table<DeviceRow>;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

/** A device that was not used for so long counts as new again. */
const DEVICE_LIFE = 365 * DAY;

/** Every hour: removes counters that have run out, codes that no quota looks back on, sessions past their longest life. */
export const cleaning = (parts: CleaningParts): Retention => {
  const { attempts, sessions, links, challenges, codes, devices, uow, clock } = parts;
  const before = (age: number): { [Op.lt]: Date } => ({ [Op.lt]: new Date(clock.now().getTime() - age) });
  /** The same of each table: what is over. */
  const over = <T>(
    each: <Row extends object>(table: Table<Row>, where: WhereOptions<Row>) => Promise<T>,
  ): (() => Promise<T>)[] => [
    () => each(attempts, { until: before(0) }),
    () => each(codes, { createdAt: before(2 * DAY) }),
    () => each(challenges, { createdAt: before(2 * DAY) }),
    () => each(devices, { lastSeenAt: before(DEVICE_LIFE) }),
    () => each(sessions, { startedAt: before(LIMITS.officer.absolute) }),
    () => each(links, { expiresAt: before(0) }),
  ];
  const sum = async (parts: (() => Promise<number>)[]): Promise<number> => {
    let total = 0;
    for (const part of parts) total += await part();
    return total;
  };
  return {
    name: 'auth.cleaning',
    every: '17 * * * *',
    what: 'Mã OTP, bộ đếm lần thử, phiên và liên kết đặt mật khẩu của cán bộ, thiết bị lâu không dùng',
    why: 'Hết hạn thì không còn mục đích; mã chỉ được lưu dạng băm',
    until: async () => 'mã OTP 2 ngày, thiết bị 365 ngày không dùng, phiên, liên kết và bộ đếm đến khi hết hạn',
    due: () => sum(over((table, where) => table.count(where))),
    purge: () => sum(over((table, where) => uow.run(() => table.remove(where)))),
  };
};
