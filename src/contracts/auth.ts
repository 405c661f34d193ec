import { definePort } from '../core/contract.js';

/** What is needed to open a citizen's account. */
export interface NewAccount {
  readonly insuranceNumber: string;
  readonly citizenId: string | null;
  readonly fullName: string;
  readonly phone: string;
  readonly email: string | null;
  /** Unique event key for the messages, e.g. the dossier's id. */
  readonly key: string;
  /** What the messages are about. */
  readonly subject: { readonly kind: string; readonly id: string };
}

export interface AccountSummary {
  readonly id: string;
  readonly insuranceNumber: string;
  readonly fullName: string;
  readonly phone: string;
  readonly email: string | null;
}

export interface Accounts {
  /** An argon2 hash costs tens of milliseconds: make the one-time password before the unit of work begins. */
  prepareFirstPassword(): Promise<FirstPassword>;
  /**
   * Joins the unit of work: opens the account with the one-time password and queues SMS (number and password) and
   * e-mail (number and guide). ConflictError when the number has an account or the phone is another's.
   */
  open(account: NewAccount, password: FirstPassword): Promise<void>;
  byInsuranceNumber(insuranceNumber: string): Promise<AccountSummary | undefined>;
  byPhone(phone: string): Promise<AccountSummary | undefined>;
}
export interface FirstPassword {
  readonly plain: string;
  readonly hash: string;
}
export const accounts = definePort<Accounts>('auth.accounts');
