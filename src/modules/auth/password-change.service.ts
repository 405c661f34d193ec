import type { Messenger } from '../../contracts/notification.js';
import type { Audit } from '../../core/audit/audit.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { InvalidError } from '../../core/errors.js';
import * as format from '../../core/http/format.js';
import type { SessionActor } from '../../core/http/session.js';
import { NOT_REMINDED, SIGNED_OUT, type AccountRow } from './account.model.js';
import type { AccountFacts, AccountQueries } from './account.queries.js';
import { passwordEnds } from './account.rules.js';
import type { Attempts } from './attempt.service.js';
import type { Hashing } from './hashing.service.js';
import { requireGoodPassword } from './password.service.js';

/** New passwords: by the signed-in owner, or by whoever holds the registered phone. */
export interface PasswordChange {
  /** Checks the old and hashes the new password. InvalidError beside the field; TooManyError after five wrong ones. */
  prepare(request: {
    accountId: string;
    old: string;
    fresh: string;
    ip: string;
  }): Promise<{ account: AccountFacts; hash: string }>;
  /** Joins the unit of work. Every other session ends; the returned one goes on. Undefined when another device was first. */
  complete(accountId: string, epoch: number, hash: string): Promise<SessionActor | undefined>;
  /** Joins the unit of work: after a forgotten password every session ends. */
  reset(account: AccountFacts, hash: string, ip: string): Promise<void>;
  /** Last day of the password that is being used, and whether it was the first one. */
  state(accountId: string): Promise<{ firstTime: boolean; lastDay: string | undefined }>;
}

export interface PasswordChangeParts {
  readonly accounts: Table<AccountRow>;
  readonly queries: AccountQueries;
  readonly attempts: Attempts;
  readonly hashing: Hashing;
  readonly messenger: Messenger;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
  passwordDays(day: string): Promise<number>;
}

const WRONG_OLD = 'Mật khẩu cũ chưa đúng. Hãy nhập mật khẩu bạn vừa dùng để đăng nhập.';
const UNCHANGED = 'Mật khẩu mới trùng với mật khẩu cũ. Hãy chọn mật khẩu khác.';

class Change implements PasswordChange {
  constructor(private readonly parts: PasswordChangeParts) {}

  async prepare({
    accountId,
    old,
    fresh,
    ip,
  }: Parameters<PasswordChange['prepare']>[0]): ReturnType<PasswordChange['prepare']> {
    const { queries, attempts, hashing, uow, audit } = this.parts;
    const account = await queries.byId(accountId);
    const bucket = await attempts.take('change', account?.insuranceNumber ?? '', ip);
    if (!account || !(await hashing.matches(account.passwordHash, old))) {
      const subject = { kind: 'account', id: accountId, label: account?.insuranceNumber ?? '' };
      await uow.run(() =>
        audit.record({ action: 'auth.old-password-wrong', subject, person: account?.insuranceNumber ?? '' }),
      );
      throw new InvalidError([{ field: 'matKhauCu', message: WRONG_OLD }]);
    }
    await uow.run(() => attempts.clear(bucket));
    if (fresh === old) throw new InvalidError([{ field: 'matKhauMoi', message: UNCHANGED }]);
    await requireGoodPassword(fresh, account, 'matKhauMoi');
    return { account, hash: await hashing.hash(fresh) };
  }

  async complete(accountId: string, epoch: number, hash: string): Promise<SessionActor | undefined> {
    const { queries, accounts } = this.parts;
    const account = await queries.byId(accountId);
    if (!account) return undefined;
    if ((await accounts.change({ ...this.fresh(hash), epoch: epoch + 1 }, { id: accountId, epoch })) !== 1)
      return undefined;
    await this.tell(account, 'auth.password-changed');
    return { realm: 'citizen', id: accountId, epoch: epoch + 1 };
  }

  async reset(account: AccountFacts, hash: string, ip: string): Promise<void> {
    const { accounts, attempts } = this.parts;
    const where = { id: account.id, epoch: account.epoch };
    await accounts.claim(
      { ...this.fresh(hash), ...SIGNED_OUT, state: 'active' },
      where,
      'Tài khoản vừa được đăng nhập ở nơi khác. Hãy gửi lại mật khẩu mới.',
    );
    await attempts.clear(attempts.bucketOf('citizen', account.insuranceNumber, ip));
    await this.tell(account, 'auth.password-reset');
  }

  async state(accountId: string): Promise<{ firstTime: boolean; lastDay: string | undefined }> {
    const account = await this.parts.queries.byId(accountId);
    const days = await this.parts.passwordDays(dayOf(this.parts.clock.now()));
    return {
      firstTime: account?.passwordKind === 'one-time',
      lastDay: account && account.passwordKind === 'chosen' ? passwordEnds(account.passwordSetAt, days) : undefined,
    };
  }

  private fresh(hash: string): Partial<AccountRow> {
    const passwordSetAt = this.parts.clock.now();
    return { passwordHash: hash, passwordKind: 'chosen', passwordSetAt, mustChange: false, remindedDays: NOT_REMINDED };
  }

  private async tell(account: AccountFacts, action: string): Promise<void> {
    const { audit, messenger, clock } = this.parts;
    const subject = { kind: 'account', id: account.id };
    await audit.record({
      action,
      subject: { ...subject, label: account.insuranceNumber },
      person: account.insuranceNumber,
    });
    await messenger.tell(account, {
      template: 'password-changed',
      variables: { time: format.dateTime(clock.now()) },
      key: `password-changed:${account.id}:${account.epoch}`,
      subject,
    });
  }
}

export const createPasswordChange = (parts: PasswordChangeParts): PasswordChange => new Change(parts);
