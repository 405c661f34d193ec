import type { Audit } from '../../core/audit/audit.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../../core/errors.js';
import type { SessionActor } from '../../core/http/session.js';
import type { Attempts } from './attempt.service.js';
import type { Hashing } from './hashing.service.js';
import type { OfficerLinks } from './officer-link.service.js';
import type { OfficerRow, OfficerSessionRow } from './officer.model.js';
import type { OfficerFacts, OfficerQueries } from './officer.queries.js';
import type { Officers } from './officer.service.js';
import { requireGoodPassword } from './password.service.js';

export interface OwnPasswordChange {
  readonly officerId: string;
  readonly old: string;
  readonly fresh: string;
  readonly ip: string;
  readonly device: string;
}

/** New passwords of officers: their own change, or the one-time link of an administrator. */
export interface OfficerPasswords {
  /** Every session ends; the returned one goes on. InvalidError beside the field; TooManyError after five wrong ones. */
  change(request: OwnPasswordChange): Promise<SessionActor>;
  /** Whose password a link sets. NotFoundError alike for a used, an expired and an invented link. */
  ownerOf(token: string): Promise<OfficerFacts>;
  set(token: string, fresh: string): Promise<void>;
}

export interface OfficerPasswordParts {
  readonly officers: Table<OfficerRow>;
  readonly sessions: Table<OfficerSessionRow>;
  readonly queries: OfficerQueries;
  readonly signIn: Officers;
  readonly links: OfficerLinks;
  readonly attempts: Attempts;
  readonly hashing: Hashing;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
}

const WRONG_OLD = 'Mật khẩu cũ chưa đúng. Hãy nhập mật khẩu bạn vừa dùng để đăng nhập.';
const UNCHANGED = 'Mật khẩu mới trùng với mật khẩu cũ. Hãy chọn mật khẩu khác.';
const DEAD_LINK =
  'Liên kết này đã được dùng, đã quá 72 giờ hoặc không đúng. Hãy xin người quản trị của đơn vị một liên kết mới.';
const MOVED = 'Tài khoản của bạn vừa được đổi ở nơi khác. Hãy đăng nhập lại.';

const subjectOf = ({ id, fullName }: OfficerFacts) => ({ kind: 'officer', id, label: fullName });

export const createOfficerPasswords = (parts: OfficerPasswordParts): OfficerPasswords => {
  const { officers, sessions, queries, signIn, links, attempts, hashing, uow, audit } = parts;

  const hashOfGood = async (fresh: string, { insuranceNumber, fullName, username }: OfficerFacts): Promise<string> => {
    await requireGoodPassword(fresh, { insuranceNumber: insuranceNumber ?? '', fullName, username }, 'matKhauMoi');
    return hashing.hash(fresh);
  };

  /** Joins the unit of work: the new password counts, and no session of before does. */
  const replace = async ({ id, epoch }: OfficerFacts, passwordHash: string): Promise<void> => {
    await officers.claim({ passwordHash, epoch: epoch + 1 }, { id, epoch, active: true }, MOVED);
    await officers.increase('version', { id });
    await sessions.remove({ officerId: id });
  };

  const ownerOf = async (token: string): Promise<OfficerFacts> => {
    const id = await links.ownerOf(token);
    const owner = id === undefined ? undefined : await queries.byId(id);
    if (!owner) throw new NotFoundError(DEAD_LINK);
    return owner;
  };

  return {
    ownerOf,
    change: async ({ officerId, old, fresh, ip, device }) => {
      const officer = await queries.byId(officerId);
      if (!officer) throw new ConflictError(MOVED);
      const bucket = await attempts.take('officer-change', officer.username, ip);
      if (!(await hashing.matches(officer.passwordHash || undefined, old))) {
        await uow.run(() => audit.record({ action: 'auth.old-password-wrong', subject: subjectOf(officer) }));
        throw new InvalidError([{ field: 'matKhauCu', message: WRONG_OLD }]);
      }
      await uow.run(() => attempts.clear(bucket));
      if (fresh === old) throw new InvalidError([{ field: 'matKhauMoi', message: UNCHANGED }]);
      const hash = await hashOfGood(fresh, officer);
      return uow.run(async () => {
        await replace(officer, hash);
        await audit.record({ action: 'auth.officer-password-changed', subject: subjectOf(officer) });
        return signIn.admit({ id: officer.id, epoch: officer.epoch + 1 }, device);
      });
    },
    set: async (token, fresh) => {
      const owner = await ownerOf(token);
      const hash = await hashOfGood(fresh, owner);
      await uow.run(async () => {
        if (!(await links.use(owner.id, token))) throw new NotFoundError(DEAD_LINK);
        await replace(owner, hash);
        await audit.record({ action: 'auth.officer-password-set', subject: subjectOf(owner) });
      });
    },
  };
};
