import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { InvalidError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import type { SessionActor } from '../../core/http/session.js';
import type { Attempts } from './attempt.service.js';
import type { Hashing } from './hashing.service.js';
import type { OfficerRow, OfficerSessionRow } from './officer.model.js';
import type { OfficerQueries } from './officer.queries.js';

export const WRONG_OFFICER = 'Tên đăng nhập hoặc mật khẩu chưa đúng. Thử lại, hoặc hỏi người quản trị của đơn vị.';

export interface OfficerSignInRequest {
  readonly username: string;
  readonly password: string;
  readonly ip: string;
  readonly device: string;
}

/** Sign-in and sign-out of officers, who may be signed in at several desks. */
export interface Officers {
  /** InvalidError with one text for all faults; TooManyError after five wrong passwords. */
  enter(request: OfficerSignInRequest): Promise<SessionActor>;
  leave(officerId: string, sessionId: string): Promise<void>;
}

export interface OfficerParts {
  readonly officers: Table<OfficerRow>;
  readonly sessions: Table<OfficerSessionRow>;
  readonly queries: OfficerQueries;
  readonly attempts: Attempts;
  readonly hashing: Hashing;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
}

export const createOfficers = (parts: OfficerParts): Officers => {
  const { officers, sessions, queries, attempts, uow, audit, clock } = parts;
  return {
    enter: async ({ username, password, ip, device }) => {
      const found = await queries.byUsername(username);
      const bucket = await attempts.take('officer', username, ip);
      const right = await parts.hashing.matches(found?.passwordHash, password);
      const subject = { kind: 'officer', id: found?.id ?? '', label: found?.fullName ?? 'không có tài khoản' };
      if (!found || !right) {
        await uow.run(() => audit.record({ action: 'auth.sign-in-failed', subject }));
        throw new InvalidError([{ field: '', message: WRONG_OFFICER }]);
      }
      const id = newId();
      await uow.run(async () => {
        await attempts.clear(bucket);
        await sessions.insert({ id, officerId: found.id, startedAt: clock.now() });
        await officers.change({ lastSignInAt: clock.now() }, { id: found.id });
        await audit.record({ action: 'auth.signed-in', subject, details: { device } });
      });
      return { realm: 'officer', id, epoch: found.epoch };
    },
    leave: (officerId, sessionId) =>
      uow.run(async () => {
        if ((await sessions.remove({ id: sessionId, officerId })) === 1)
          await audit.record({ action: 'auth.signed-out', subject: { kind: 'officer', id: officerId } });
      }),
  };
};
