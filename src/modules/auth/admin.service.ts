import type { Agencies } from '../../contracts/organisation.js';
import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { nameWords } from '../../core/text.js';
import type { AdminQueries, ManagedOfficer } from './admin.queries.js';
import type { OfficerLinks } from './officer-link.service.js';
import type { OfficerRoleRow, OfficerRow, OfficerSessionRow, OfficerWordRow } from './officer.model.js';
import { inRoleOrder, roleWords } from './role.rules.js';
import type { SecondFactor } from './totp.service.js';

/** What an administrator writes down of an officer. */
export interface OfficerData {
  readonly fullName: string;
  readonly agencyCode: string;
  readonly roles: readonly string[];
  readonly insuranceNumber: string | null;
}

/** Which officer, as he was when his page was shown. */
export interface Target {
  readonly id: string;
  readonly version: number;
}

/** What administrators do with officers of their own agency and of those below it; everybody else is not found. */
export interface Administration {
  /** Agencies in which `by` administers. */
  scope(by: Actor): Promise<readonly string[]>;
  find(by: Actor, id: string): Promise<ManagedOfficer>;
  /** A new officer without a password, and the token of the link with which he sets one. */
  create(by: Actor, username: string, data: OfficerData): Promise<{ id: string; token: string }>;
  edit(by: Actor, target: Target, data: OfficerData): Promise<void>;
  lock(by: Actor, target: Target): Promise<void>;
  unlock(by: Actor, target: Target): Promise<void>;
  /** The password is dead at once; a new link sets another. */
  reset(by: Actor, target: Target): Promise<string>;
  /** The second factor is gone; where it is required the officer sets up a new one at the next sign-in. */
  resetFactor(by: Actor, target: Target): Promise<void>;
}

export interface AdministrationParts {
  readonly officers: Table<OfficerRow>;
  readonly officerRoles: Table<OfficerRoleRow>;
  readonly officerWords: Table<OfficerWordRow>;
  readonly sessions: Table<OfficerSessionRow>;
  readonly queries: AdminQueries;
  readonly links: OfficerLinks;
  readonly factor: SecondFactor;
  readonly agencies: Agencies;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
}

const CHANGED = 'Tài khoản này vừa được đổi ở nơi khác. Tải lại trang để xem rồi làm tiếp.';
const LAST =
  'Đây là người quản trị cuối cùng còn đăng nhập được. Hãy giao vai trò Quản trị cho người khác trước, chờ người đó đặt mật khẩu, rồi làm lại.';
const NOT_SELF = {
  lock: 'Bạn không khóa được tài khoản của chính mình. Hãy nhờ người quản trị khác.',
  reset: 'Đây là tài khoản của bạn. Hãy đổi mật khẩu ở trang Bảo mật.',
  factor: 'Đây là tài khoản của bạn. Hãy tắt hoặc bật lại xác thực hai lớp ở trang Bảo mật.',
} as const;
const NO_FACTOR = 'Cán bộ này chưa bật xác thực hai lớp.';

type Kind = keyof typeof NOT_SELF | 'unlock';

class OfficerAdministration implements Administration {
  constructor(private readonly parts: AdministrationParts) {}

  async scope(by: Actor): Promise<readonly string[]> {
    return this.parts.agencies.subtree(by.attributes['agencyCode'] ?? '');
  }

  async find(by: Actor, id: string): Promise<ManagedOfficer> {
    const officer = await this.parts.queries.find(id);
    if (!officer || !(await this.isInScope(by, officer.agencyCode)))
      throw new NotFoundError('Không tìm thấy cán bộ này trong cơ quan của bạn.');
    return officer;
  }

  async create(by: Actor, username: string, data: OfficerData): Promise<{ id: string; token: string }> {
    const { uow, officers, officerRoles, officerWords, links, clock } = this.parts;
    await this.requireAgency(by, data.agencyCode);
    const id = newId();
    const { roles, ...columns } = this.columnsOf(data);
    return uow.run(async () => {
      const fresh = { id, username, passwordHash: '', epoch: 1, version: 1, active: true, createdAt: clock.now() };
      if (!(await officers.insertNew({ ...columns, ...fresh, lastSignInAt: null })))
        throw new InvalidError([
          { field: 'tenDangNhap', message: 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.' },
        ]);
      await officerRoles.insertMany(roles.map((role) => ({ officerId: id, role, turn: 0 })));
      await officerWords.insertMany(nameWords(data.fullName).map((word) => ({ officerId: id, word })));
      await this.note('auth.officer-created', { id, ...data }, { agency: data.agencyCode, roles: roleWords(roles) });
      return { id, token: await links.issue(id) };
    });
  }

  async edit(by: Actor, { id, version }: Target, data: OfficerData): Promise<void> {
    const { uow, officers } = this.parts;
    const before = await this.find(by, id);
    await this.requireAgency(by, data.agencyCode);
    const { roles, ...columns } = this.columnsOf(data);
    const moved = before.agencyCode !== data.agencyCode || roleWords(before.roles) !== roleWords(roles);
    await uow.run(async () => {
      const set = { ...columns, version: version + 1, ...(moved && { epoch: before.epoch + 1 }) };
      await officers.claim(set, { id, version, epoch: before.epoch }, CHANGED);
      if (before.roles.includes('admin') && !roles.includes('admin')) await this.keepAnAdministrator(before);
      await this.write(before, { fullName: data.fullName, roles });
      if (moved) await this.endSessions(id);
      await this.note('auth.officer-edited', before, {
        before: { agency: before.agencyCode, roles: roleWords(before.roles) },
        after: { agency: data.agencyCode, roles: roleWords(roles) },
      });
    });
  }

  lock(by: Actor, target: Target): Promise<void> {
    return this.act(by, target, 'lock', async (officer) => {
      if (!officer.active) throw new ConflictError(CHANGED);
      await this.claim(target, officer, { active: false });
      await this.keepAnAdministrator(officer);
      await this.parts.links.revoke(officer.id);
      await this.note('auth.officer-locked', officer);
    });
  }

  unlock(by: Actor, target: Target): Promise<void> {
    return this.act(by, target, 'unlock', async (officer) => {
      if (officer.active) throw new ConflictError(CHANGED);
      await this.claim(target, officer, { active: true });
      await this.note('auth.officer-unlocked', officer);
    });
  }

  reset(by: Actor, target: Target): Promise<string> {
    return this.act(by, target, 'reset', async (officer) => {
      if (!officer.active) throw new ConflictError('Tài khoản này đang bị khóa. Hãy mở khóa trước.');
      await this.claim(target, officer, { passwordHash: '' });
      // From the command line a lost administrator is given a new password, also the last one.
      if (by.realm === 'officer') await this.keepAnAdministrator(officer);
      await this.note('auth.officer-reset', officer);
      return this.parts.links.issue(officer.id);
    });
  }

  resetFactor(by: Actor, target: Target): Promise<void> {
    return this.act(by, target, 'factor', async (officer) => {
      await this.claim(target, officer, {});
      if (!(await this.parts.factor.remove(officer.id))) throw new ConflictError(NO_FACTOR);
      await this.note('auth.officer-totp-reset', officer);
    });
  }

  /** One act on one officer of the own agencies, never on oneself; his sessions end with it. */
  private async act<T>(
    by: Actor,
    { id }: Target,
    kind: Kind,
    work: (officer: ManagedOfficer) => Promise<T>,
  ): Promise<T> {
    if (by.id === id && kind !== 'unlock') throw new ConflictError(NOT_SELF[kind]);
    const officer = await this.find(by, id);
    return this.parts.uow.run(async () => {
      const result = await work(officer);
      await this.endSessions(id);
      return result;
    });
  }

  private claim({ id, version }: Target, { epoch, active }: ManagedOfficer, set: Partial<OfficerRow>): Promise<void> {
    const next = { version: version + 1, epoch: epoch + 1 };
    return this.parts.officers.claim({ ...set, ...next }, { id, version, epoch, active }, CHANGED);
  }

  /**
   * Whoever takes an administrator away comes here one after the other, because all of them write the same rows: the
   * second sees what the first has done.
   */
  private async keepAnAdministrator({ id, roles }: ManagedOfficer): Promise<void> {
    if (!roles.includes('admin')) return;
    await this.parts.officerRoles.increase('turn', { role: 'admin' });
    if ((await this.parts.queries.otherAdministrators(id)) === 0) throw new ConflictError(LAST);
  }

  private async write(before: ManagedOfficer, after: Pick<OfficerRow, 'fullName'> & Pick<OfficerData, 'roles'>) {
    const { officerRoles, officerWords } = this.parts;
    const officerId = before.id;
    const roles = inRoleOrder(after.roles);
    for (const role of inRoleOrder(before.roles))
      if (!roles.includes(role)) await officerRoles.remove({ officerId, role });
    const added = roles.filter((role) => !before.roles.includes(role));
    await officerRoles.insertMany(added.map((role) => ({ officerId, role, turn: 0 })));
    if (before.fullName === after.fullName) return;
    await officerWords.remove({ officerId });
    await officerWords.insertMany(nameWords(after.fullName).map((word) => ({ officerId, word })));
  }

  private columnsOf({ roles, ...data }: OfficerData) {
    const ordered = inRoleOrder(roles);
    return { ...data, roles: ordered, ...(ordered[0] && { role: ordered[0] }) };
  }

  private async endSessions(officerId: string): Promise<void> {
    await this.parts.sessions.remove({ officerId });
  }

  private note(
    action: string,
    { id, fullName, insuranceNumber }: Pick<ManagedOfficer, 'id' | 'fullName' | 'insuranceNumber'>,
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    const subject = { kind: 'officer', id, label: fullName };
    return this.parts.audit.record({ action, subject, person: insuranceNumber ?? '', details });
  }

  private async isInScope(by: Actor, agencyCode: string): Promise<boolean> {
    return by.realm === 'system' || (await this.scope(by)).includes(agencyCode);
  }

  private async requireAgency(by: Actor, agencyCode: string): Promise<void> {
    if (!(await this.parts.agencies.find(agencyCode)) || !(await this.isInScope(by, agencyCode)))
      throw new InvalidError([
        { field: 'coQuan', message: 'Chọn cơ quan của bạn hoặc cơ quan cấp dưới trong danh sách.' },
      ]);
  }
}

export const createAdministration = (parts: AdministrationParts): Administration => new OfficerAdministration(parts);
