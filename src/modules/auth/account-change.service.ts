import { UniqueConstraintError } from 'sequelize';
import type { Accounts, AccountSummary, ContactOfAccount, PasswordReset } from '../../contracts/auth.js';
import type { Messenger } from '../../contracts/notification.js';
import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { Table } from '../../core/db/table.js';
import { ConflictError, NotFoundError } from '../../core/errors.js';
import * as format from '../../core/http/format.js';
import { NOT_REMINDED, SIGNED_OUT, type AccountRow } from './account.model.js';
import type { Devices } from './device.service.js';
import type { OtpClosing } from './otp-closing.service.js';

export const PHONE_TAKEN =
  'Số điện thoại này đã đăng ký cho người khác. Hãy hỏi lại người tham gia và sửa số điện thoại trước khi duyệt.';

const NO_ACCOUNT = 'Mã số BHXH này không có tài khoản.';
const CHANGED = 'Tài khoản vừa được thay đổi ở nơi khác. Hãy xem lại rồi làm lại.';

export interface AccountChangeParts {
  readonly table: Table<AccountRow>;
  readonly closing: OtpClosing;
  readonly devices: Devices;
  readonly messenger: Messenger;
  readonly audit: Audit;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  byInsuranceNumber(insuranceNumber: string): Promise<AccountSummary | undefined>;
}

/** What became of the request that a message is about. */
type Cause = Pick<ContactOfAccount, 'key' | 'subject'>;

/** Changes of an account that somebody else decides: the desk, or whoever approves a dossier. */
class AccountChange implements Pick<Accounts, 'changeContact' | 'close' | 'resetPassword'> {
  constructor(private readonly parts: AccountChangeParts) {}

  changeContact(change: ContactOfAccount): Promise<void> {
    return this.parts.uow.run(async () => {
      const account = await this.find(change.insuranceNumber);
      const phone = change.phone ?? account.phone;
      const email = change.email === undefined ? account.email : change.email;
      // Codes first and the account after them, as whoever confirms a code goes: so they never wait for each other.
      if (phone !== account.phone) await this.parts.closing.close(account.id);
      if (email !== account.email) await this.moveMail(account, email, phone === account.phone, change);
      if (phone !== account.phone) await this.movePhone(account, phone, change);
    });
  }

  close(of: Parameters<Accounts['close']>[0]): Promise<void> {
    const { table, closing, devices, messenger, uow } = this.parts;
    return uow.run(async () => {
      const account = await this.find(of.insuranceNumber);
      await closing.forget(account.id);
      if ((await table.remove({ id: account.id })) !== 1) throw new NotFoundError(NO_ACCOUNT);
      await devices.forget(account.id);
      const { insuranceNumber } = account;
      const [key, subject] = [`account-closed:${of.key}`, of.subject];
      const variables = { insuranceNumber, time: this.time() };
      await messenger.tell(account, { template: 'account-closed', variables, key, subject });
      await this.record('auth.account-closed', account, {});
    });
  }

  resetPassword(reset: PasswordReset, password: Parameters<Accounts['resetPassword']>[1]): Promise<void> {
    const { table, closing, clock, uow } = this.parts;
    return uow.run(async () => {
      const account = await this.find(reset.insuranceNumber);
      const fresh = {
        passwordHash: password.hash,
        passwordKind: 'one-time',
        passwordSetAt: clock.now(),
        mustChange: true,
        remindedDays: NOT_REMINDED,
        state: 'active',
      } as const;
      await closing.close(account.id);
      if ((await table.change({ ...fresh, ...SIGNED_OUT }, { id: account.id })) !== 1)
        throw new NotFoundError(NO_ACCOUNT);
      await this.tellPassword(account, reset, password.plain);
      await this.record('auth.password-reset-at-desk', account, { way: reset.way, before: account.state });
    });
  }

  private async find(insuranceNumber: string): Promise<AccountSummary> {
    const account = await this.parts.byInsuranceNumber(insuranceNumber);
    if (!account) throw new NotFoundError(NO_ACCOUNT);
    return account;
  }

  /** The old number hears of it and where the account has gone; the new one learns what it is now. */
  private async movePhone(account: AccountSummary, phone: string, { key, subject }: Cause): Promise<void> {
    const { table, messenger } = this.parts;
    if (await table.one({ phone })) throw new ConflictError(PHONE_TAKEN);
    await this.claim(account, { phone, ...SIGNED_OUT });
    const time = this.time();
    await messenger.tell(account, {
      template: 'phone-changed',
      variables: { newPhone: format.maskPhone(phone), time },
      key: `phone-changed:${key}`,
      subject,
    });
    await messenger.queue({
      template: 'phone-registered',
      channel: 'sms',
      to: phone,
      variables: { insuranceNumber: account.insuranceNumber, time },
      key: `phone-registered:${key}`,
      subject,
    });
    const [before, after] = [format.maskPhone(account.phone), format.maskPhone(phone)];
    await this.record('auth.phone-changed', account, { before, after });
  }

  /** Both addresses are told, the one that was on file and the one that is; the phone unless it hears of its own change. */
  private async moveMail(account: AccountSummary, email: string | null, phoneStays: boolean, of: Cause): Promise<void> {
    const { messenger } = this.parts;
    await this.claim(account, { email });
    const message = {
      template: 'contact-changed',
      variables: { what: 'thư điện tử', time: this.time() },
      key: `contact-changed:${of.key}`,
      subject: of.subject,
    } as const;
    for (const to of [account.email, email]) if (to) await messenger.queue({ ...message, channel: 'email', to });
    if (phoneStays) await messenger.queue({ ...message, channel: 'sms', to: account.phone });
    const [before, after] = [format.maskEmail(account.email), format.maskEmail(email)];
    await this.record('auth.email-changed', account, { before, after });
  }

  /** The row as it was read: a change that came in between is not written over. */
  private async claim({ id, phone }: AccountSummary, set: Partial<AccountRow>): Promise<void> {
    await this.parts.table.claim(set, { id, phone }, CHANGED).catch((error: unknown) => {
      throw error instanceof UniqueConstraintError ? new ConflictError(PHONE_TAKEN) : error;
    });
  }

  private async tellPassword(account: AccountSummary, reset: PasswordReset, password: string): Promise<void> {
    const { messenger } = this.parts;
    const { subject } = reset;
    const { insuranceNumber, fullName } = account;
    const key = `password-reset:${reset.key}`;
    await (reset.way === 'sms'
      ? messenger.tell(account, {
          template: 'password-reset',
          variables: { insuranceNumber, password, fullName },
          key,
          subject,
        })
      : messenger.tell(account, { template: 'password-reset-letter', variables: { time: this.time() }, key, subject }));
  }

  private record(action: string, account: AccountSummary, details: Readonly<Record<string, string>>): Promise<void> {
    const { id, insuranceNumber } = account;
    const subject = { kind: 'account', id, label: insuranceNumber };
    return this.parts.audit.record({ action, subject, person: insuranceNumber, details });
  }

  private time(): string {
    return format.dateTime(this.parts.clock.now());
  }
}

export const createAccountChange = (parts: AccountChangeParts): AccountChange => new AccountChange(parts);
