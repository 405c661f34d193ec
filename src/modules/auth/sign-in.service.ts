import type { Audit } from '../../core/audit/audit.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { InvalidError } from '../../core/errors.js';
import type { SessionActor } from '../../core/http/session.js';
import { SIGNED_OUT, type AccountRow } from './account.model.js';
import type { AccountFacts, AccountQueries } from './account.queries.js';
import { isDue, isFirstPasswordDead, isLive, type Device } from './account.rules.js';
import type { Attempts } from './attempt.service.js';
import type { Devices } from './device.service.js';
import type { Hashing } from './hashing.service.js';

/** The same words whether the account is unknown or the password wrong. */
export const WRONG = 'Mã số BHXH hoặc mật khẩu chưa đúng. Thử lại, hoặc chọn Quên mật khẩu.';
export const FIRST_PASSWORD_DEAD =
  'Mật khẩu dùng một lần chỉ có hiệu lực 72 giờ và đã hết hạn. Hãy chọn Quên mật khẩu, hoặc đến cơ quan BHXH để nhận mật khẩu mới.';

/** Signed in, or another device is live and the person has to choose. */
export type SignInResult =
  | { readonly kind: 'in'; readonly session: SessionActor; readonly mustChange: boolean }
  | { readonly kind: 'other-device'; readonly accountId: string; readonly epoch: number };

export interface SignInRequest {
  readonly number: string;
  readonly password: string;
  readonly ip: string;
  readonly device: string;
}

/** A sign-in that waits for the code: the account as it was when the password was right. */
export interface Claim {
  readonly accountId: string;
  readonly epoch: number;
  readonly device: string;
}

/** Sign-in and sign-out of citizens: one device at a time, decided by the epoch of the account row. */
export interface SignIn {
  /** InvalidError with one text for all faults; TooManyError after five wrong passwords. */
  enter(request: SignInRequest): Promise<SignInResult>;
  /** Joins the unit of work. Moves the account to this device if nothing has moved it since; undefined otherwise. */
  claim(claim: Claim, action: string): Promise<SessionActor | undefined>;
  /** Ends the session for every request that still carries its epoch. */
  leave(accountId: string, epoch: number): Promise<void>;
  device(accountId: string): Promise<Device | undefined>;
}

export interface SignInParts {
  readonly accounts: Table<AccountRow>;
  readonly queries: AccountQueries;
  readonly attempts: Attempts;
  readonly devices: Devices;
  readonly hashing: Hashing;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
  /** Days a password is valid on that day; 0 for ever. */
  passwordDays(day: string): Promise<number>;
}

const deviceOf = (facts: AccountFacts): Device => ({
  label: facts.deviceLabel,
  since: facts.deviceSince,
  seenAt: facts.deviceSeenAt,
});

class CitizenSignIn implements SignIn {
  constructor(private readonly parts: SignInParts) {}

  async enter(request: SignInRequest): Promise<SignInResult> {
    const { attempts, queries, hashing, clock } = this.parts;
    const found = await queries.byLogin(request.number);
    const bucket = await attempts.take('citizen', found?.insuranceNumber ?? request.number, request.ip);
    const right = await hashing.matches(found?.passwordHash, request.password);
    if (found?.state !== 'active' || !right) return this.refuse(found, request.device);
    if (found.passwordKind === 'one-time' && isFirstPasswordDead(found.passwordSetAt, clock.now()))
      throw new InvalidError([{ field: 'matKhau', message: FIRST_PASSWORD_DEAD }]);
    return this.admit(found, bucket, request.device);
  }

  async claim({ accountId, epoch, device }: Claim, action: string): Promise<SessionActor | undefined> {
    const { accounts, audit, devices, queries } = this.parts;
    const facts = await queries.byId(accountId);
    const now = this.parts.clock.now();
    const set = { epoch: epoch + 1, deviceLabel: device, deviceSince: now, deviceSeenAt: now, lastSignInAt: now };
    const due = facts !== undefined && (await this.isDue(facts));
    const moved = await accounts.change(
      { ...set, ...(due && { mustChange: true }) },
      { id: accountId, epoch, state: 'active' },
    );
    if (!facts || moved !== 1) return undefined;
    await devices.note(facts, device);
    const subject = { kind: 'account', id: accountId, label: facts.insuranceNumber };
    await audit.record({
      action,
      subject,
      person: facts.insuranceNumber,
      details: { device, before: facts.deviceLabel },
    });
    return { realm: 'citizen', id: accountId, epoch: epoch + 1 };
  }

  async leave(accountId: string, epoch: number): Promise<void> {
    const { accounts, audit, queries, uow } = this.parts;
    await uow.run(async () => {
      const facts = await queries.byId(accountId);
      if (!facts || (await accounts.change(SIGNED_OUT, { id: accountId, epoch })) !== 1) return;
      const person = facts.insuranceNumber;
      const subject = { kind: 'account', id: accountId, label: person };
      await audit.record({ action: 'auth.signed-out', subject, person, details: { device: facts.deviceLabel } });
    });
  }

  async device(accountId: string): Promise<Device | undefined> {
    const facts = await this.parts.queries.byId(accountId);
    return facts && deviceOf(facts);
  }

  private async isDue(facts: AccountFacts): Promise<boolean> {
    const now = this.parts.clock.now();
    const days = await this.parts.passwordDays(dayOf(now));
    return isDue({ kind: facts.passwordKind, setAt: facts.passwordSetAt }, days, now);
  }

  /** Written down alike for known and unknown accounts. */
  private async refuse(found: AccountFacts | undefined, device: string): Promise<never> {
    const { audit, uow } = this.parts;
    const subject = { kind: 'account', id: found?.id ?? '', label: found?.insuranceNumber ?? 'không có tài khoản' };
    const act = { action: 'auth.sign-in-failed', subject, person: found?.insuranceNumber ?? '', details: { device } };
    await uow.run(() => audit.record(act));
    throw new InvalidError([{ field: '', message: WRONG }]);
  }

  private async admit(found: AccountFacts, bucket: string, device: string): Promise<SignInResult> {
    const { attempts, clock, uow, queries } = this.parts;
    const waiting = (epoch: number): SignInResult => ({ kind: 'other-device', accountId: found.id, epoch });
    const live = isLive(deviceOf(found), clock.now());
    const session = await uow.run(async () => {
      await attempts.clear(bucket);
      return live ? undefined : this.claim({ accountId: found.id, epoch: found.epoch, device }, 'auth.signed-in');
    });
    if (session) return { kind: 'in', session, mustChange: await this.isDue(found) };
    // Somebody signed in between our look and our claim: that is the other device now.
    return waiting(live ? found.epoch : ((await queries.byId(found.id))?.epoch ?? found.epoch));
  }
}

export const createSignIn = (parts: SignInParts): SignIn => new CitizenSignIn(parts);
