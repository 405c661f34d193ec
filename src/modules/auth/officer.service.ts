import type { Act, Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import { Op } from 'sequelize';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { InvalidError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import type { SessionActor } from '../../core/http/session.js';
import type { Attempts } from './attempt.service.js';
import type { Hashing } from './hashing.service.js';
import type { OfficerRow, OfficerSessionRow } from './officer.model.js';
import type { OfficerFacts, OfficerQueries } from './officer.queries.js';
import { roleWords } from './role.rules.js';
import type { SecondFactor } from './totp.service.js';

export const WRONG_OFFICER = 'Tên đăng nhập hoặc mật khẩu chưa đúng. Thử lại, hoặc hỏi người quản trị của đơn vị.';

export interface OfficerSignInRequest {
  readonly username: string;
  readonly password: string;
  readonly ip: string;
  readonly device: string;
}

/** A sign-in that waits for the second factor: the officer as he was when the password was right. */
export interface OfficerClaim {
  readonly officerId: string;
  readonly epoch: number;
  readonly device: string;
}

/** Signed in, or a code of the second factor is asked for. */
export type OfficerSignInResult =
  | { readonly kind: 'in'; readonly session: SessionActor }
  | { readonly kind: 'factor'; readonly officerId: string; readonly epoch: number };

/** Sign-in and sign-out of officers, who may be signed in at several desks. */
export interface Officers {
  /** InvalidError with one text for all faults; TooManyError after five wrong passwords. */
  enter(request: OfficerSignInRequest): Promise<OfficerSignInResult>;
  /** Whether a sign-in that waits may still go on. */
  waits(claim: OfficerClaim): Promise<boolean>;
  /** The second step. InvalidError for a wrong code; undefined when the account has changed since the password. */
  prove(claim: OfficerClaim, code: string, ip: string): Promise<SessionActor | undefined>;
  /** Joins the unit of work: a new session at this device. */
  admit(officer: Pick<OfficerFacts, 'id' | 'epoch'>, device: string): Promise<SessionActor>;
  leave(officerId: string, sessionId: string): Promise<void>;
  /** Ends the other sessions and says how many there were. */
  leaveOthers(officerId: string, sessionId: string): Promise<number>;
}

export interface OfficerParts {
  readonly officers: Table<OfficerRow>;
  readonly sessions: Table<OfficerSessionRow>;
  readonly queries: OfficerQueries;
  readonly factor: SecondFactor;
  readonly attempts: Attempts;
  readonly hashing: Hashing;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
}

const subjectOf = (officer: OfficerFacts | undefined) => ({
  kind: 'officer',
  id: officer?.id ?? '',
  label: officer?.fullName ?? 'không có tài khoản',
});

/** The officer as the audit names him, before the session knows him. */
const actorOf = ({ id, fullName, roles, agencyCode }: OfficerFacts): NonNullable<Act['by']> => {
  return { realm: 'officer', id, name: fullName, role: roleWords(roles), attributes: { agencyCode } };
};

export const createOfficers = (parts: OfficerParts): Officers => {
  const { officers, sessions, queries, attempts, uow, audit, clock } = parts;

  const admit: Officers['admit'] = async ({ id: officerId, epoch }, device) => {
    const id = newId();
    await sessions.insert({ id, officerId, startedAt: clock.now(), device });
    await officers.change({ lastSignInAt: clock.now() }, { id: officerId });
    return { realm: 'officer', id, epoch };
  };

  const signedIn = async (officer: OfficerFacts, device: string, factor: string): Promise<SessionActor> => {
    const session = await admit(officer, device);
    await audit.record({
      action: 'auth.signed-in',
      subject: subjectOf(officer),
      by: actorOf(officer),
      details: { device, factor },
    });
    return session;
  };

  /** The officer of a claim, unless something has changed since: epoch, lock, factor. */
  const claimed = async ({ officerId, epoch }: OfficerClaim): Promise<OfficerFacts | undefined> => {
    const officer = await queries.byId(officerId);
    return officer?.epoch === epoch && officer.hasTotp ? officer : undefined;
  };

  return {
    admit,
    enter: async ({ username, password, ip, device }) => {
      const found = await queries.byUsername(username);
      const bucket = await attempts.take('officer', username, ip);
      const right = await parts.hashing.matches(found?.passwordHash || undefined, password);
      if (!found || !right) {
        await uow.run(() => audit.record({ action: 'auth.sign-in-failed', subject: subjectOf(found) }));
        throw new InvalidError([{ field: '', message: WRONG_OFFICER }]);
      }
      return uow.run(async (): Promise<OfficerSignInResult> => {
        await attempts.clear(bucket);
        if (found.hasTotp) return { kind: 'factor', officerId: found.id, epoch: found.epoch };
        return { kind: 'in', session: await signedIn(found, device, 'none') };
      });
    },
    waits: async (claim) => (await claimed(claim)) !== undefined,
    prove: async (claim, code, ip) => {
      const owner = await claimed(claim);
      return owner && parts.factor.confirm({ owner, code, ip }, (proof) => signedIn(owner, claim.device, proof));
    },
    leave: (officerId, sessionId) =>
      uow.run(async () => {
        if ((await sessions.remove({ id: sessionId, officerId })) === 1)
          await audit.record({ action: 'auth.signed-out', subject: { kind: 'officer', id: officerId } });
      }),
    leaveOthers: (officerId, sessionId) =>
      uow.run(async () => {
        const ended = await sessions.remove({ officerId, id: { [Op.ne]: sessionId } });
        const subject = { kind: 'officer', id: officerId };
        if (ended > 0) await audit.record({ action: 'auth.sessions-ended', subject, details: { ended } });
        return ended;
      }),
  };
};
