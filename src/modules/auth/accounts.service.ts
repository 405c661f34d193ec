import { Op, UniqueConstraintError } from 'sequelize';
import type { Accounts, AccountSummary, NewAccount } from '../../contracts/auth.js';
import type { Messenger } from '../../contracts/notification.js';
import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import type { Table } from '../../core/db/table.js';
import { ConflictError } from '../../core/errors.js';
import { newId, randomCode } from '../../core/ids.js';
import { createAccountChange, PHONE_TAKEN } from './account-change.service.js';
import { NOT_REMINDED, type AccountRow } from './account.model.js';
import type { Devices } from './device.service.js';
import type { Hashing } from './hashing.service.js';
import type { OtpClosing } from './otp-closing.service.js';

const FIRST_PASSWORD_LENGTH = 8;

const SUMMARY = `SELECT id, insurance_number AS insuranceNumber, full_name AS fullName, phone, email, state,
  created_at AS createdAt, last_sign_in_at AS lastSignInAt, password_kind AS passwordKind FROM auth_account WHERE`;

const TAKEN = {
  insuranceNumber: 'Mã số BHXH này đã có tài khoản. Người tham gia có thể dùng Quên mật khẩu để vào lại.',
  phone: PHONE_TAKEN,
} as const;

export interface AccountsParts {
  readonly table: Table<AccountRow>;
  readonly db: Database;
  readonly hashing: Hashing;
  readonly messenger: Messenger;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly closing: OtpClosing;
  readonly devices: Devices;
}

/** The row of a new account: nobody is signed in, and the first password has to be changed. */
const newRow = (account: NewAccount, passwordHash: string, now: Date): AccountRow => {
  const { insuranceNumber, citizenId, fullName, phone, email } = account;
  return {
    id: newId(),
    insuranceNumber,
    citizenId,
    fullName,
    phone,
    email,
    state: 'active',
    createdAt: now,
    lastSignInAt: null,
    passwordHash,
    passwordKind: 'one-time',
    passwordSetAt: now,
    mustChange: true,
    remindedDays: NOT_REMINDED,
    epoch: 1,
    deviceLabel: '',
    deviceSince: null,
    deviceSeenAt: null,
  };
};

/** Somebody opened it between our look and our insert. */
const taken = (error: unknown): never => {
  if (!(error instanceof UniqueConstraintError)) throw error;
  throw new ConflictError('phone' in error.fields ? TAKEN.phone : TAKEN.insuranceNumber);
};

/** The port through which review opens accounts and asks about them. */
export const createAccounts = (parts: AccountsParts): Accounts => {
  const { table, db, hashing, messenger, audit, clock } = parts;
  const by = (column: string) => (value: string) => db.row<AccountSummary>(`${SUMMARY} ${column} = ?`, [value]);

  const byInsuranceNumber = by('insurance_number');
  const change = createAccountChange({ ...parts, uow: db.uow, byInsuranceNumber });

  const requireFree = async ({ insuranceNumber, citizenId, phone }: NewAccount): Promise<void> => {
    const numbers = [{ insuranceNumber }, ...(citizenId ? [{ citizenId }] : [])];
    if (await table.one({ [Op.or]: numbers })) throw new ConflictError(TAKEN.insuranceNumber);
    if (await table.one({ phone })) throw new ConflictError(TAKEN.phone);
  };

  const announce = async (id: string, account: NewAccount, password: string): Promise<void> => {
    const { insuranceNumber, fullName, key, subject } = account;
    const variables = { insuranceNumber, password, fullName };
    await messenger.tell(account, { template: 'account-opened', variables, key: `account-opened:${key}`, subject });
    await audit.record({
      action: 'auth.account-opened',
      subject: { kind: 'account', id, label: insuranceNumber },
      person: insuranceNumber,
    });
  };

  return {
    prepareFirstPassword: async () => {
      const plain = randomCode(FIRST_PASSWORD_LENGTH);
      return { plain, hash: await hashing.hash(plain) };
    },
    open: (account, password) =>
      db.uow.run(async () => {
        await requireFree(account);
        const row = newRow(account, password.hash, clock.now());
        await table.insert(row).catch(taken);
        await announce(row.id, account, password.plain);
      }),
    changeContact: (contact) => change.changeContact(contact),
    close: (of) => change.close(of),
    resetPassword: (reset, password) => change.resetPassword(reset, password),
    byInsuranceNumber,
    byPhone: by('phone'),
    byCitizenId: by('citizen_id'),
    byId: by('id'),
  };
};
