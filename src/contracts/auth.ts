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
  /** `locked` after "không phải tôi": nobody gets in until a new password is set by phone or at the desk. */
  readonly state: 'active' | 'locked';
  readonly createdAt: Date;
  readonly lastSignInAt: Date | null;
  /** `one-time`: given by us, not yet changed by its owner. */
  readonly passwordKind: 'one-time' | 'chosen';
}

/** New contact data of an account. What is missing stays. */
export interface ContactOfAccount {
  readonly insuranceNumber: string;
  readonly phone?: string;
  readonly email?: string | null;
  /** Unique event key for the messages. */
  readonly key: string;
  readonly subject: { readonly kind: string; readonly id: string };
}

/** How a one-time password reaches its owner: by SMS, or on a letter printed at the desk. */
export type PasswordWay = 'sms' | 'letter';

export interface PasswordReset {
  readonly insuranceNumber: string;
  readonly way: PasswordWay;
  readonly key: string;
  readonly subject: { readonly kind: string; readonly id: string };
}

export interface Accounts {
  /** An argon2 hash costs tens of milliseconds: make the one-time password before the unit of work begins. */
  prepareFirstPassword(): Promise<FirstPassword>;
  /**
   * Joins the unit of work: opens the account with the one-time password and queues SMS (number and password) and
   * e-mail (number and guide). ConflictError when the number has an account or the phone is another's.
   */
  open(account: NewAccount, password: FirstPassword): Promise<void>;
  /**
   * Joins the unit of work. A new phone ends all sessions; the old phone and the e-mail on file are told, the new phone
   * too. ConflictError when the phone is another's; NotFoundError without account.
   */
  changeContact(change: ContactOfAccount): Promise<void>;
  /** Joins the unit of work: the account is gone, its number and phone are free again; its owner is told. */
  close(of: { insuranceNumber: string; key: string; subject: { kind: string; id: string } }): Promise<void>;
  /** Joins the unit of work: a new one-time password, all sessions end, a lock is lifted; by SMS or for the letter. */
  resetPassword(reset: PasswordReset, password: FirstPassword): Promise<void>;
  byInsuranceNumber(insuranceNumber: string): Promise<AccountSummary | undefined>;
  byPhone(phone: string): Promise<AccountSummary | undefined>;
  /** By số định danh (12 digits). */
  byCitizenId(citizenId: string): Promise<AccountSummary | undefined>;
  byId(id: string): Promise<AccountSummary | undefined>;
}
export interface FirstPassword {
  readonly plain: string;
  readonly hash: string;
}
export const accounts = definePort<Accounts>('auth.accounts');

/** What other modules confirm by a code. */
export type CodePurpose = 'change-contact' | 'new-phone' | 'stop-account';

/** What waits for the code, small and without secrets; kept with the challenge, gone when it is over. */
export type CodePayload = Readonly<Record<string, string | number>>;

export interface CodeRequest {
  readonly accountId: string;
  readonly purpose: CodePurpose;
  readonly sessionId: string;
  /** Where the code goes when not to the registered phone: the new one. */
  readonly phone?: string;
  readonly payload?: CodePayload;
}

/** A challenge as its page shows it. */
export interface CodeState {
  readonly id: string;
  /** Masked phone. */
  readonly to: string;
  readonly triesLeft: number;
  readonly expiresAt: Date;
  readonly resendAt: Date;
}

export interface CodeGuess {
  readonly id: string;
  readonly purpose: CodePurpose;
  readonly sessionId: string;
  readonly code: string;
}

/** `which`: index of the guess that was wrong, expired or used up. */
export type CodeVerdict<T> =
  | { readonly kind: 'right'; readonly value: T }
  | { readonly kind: 'wrong'; readonly which: number; readonly triesLeft: number }
  | { readonly kind: 'expired'; readonly which: number }
  | { readonly kind: 'spent'; readonly which: number };

/** One-time codes for acts of other modules: bound to session and purpose, 5 minutes, 5 tries, with quotas. */
export interface Codes {
  /** Opens a challenge and queues its first code. TooManyError when the hour or the day is used up. */
  send(request: CodeRequest): Promise<string>;
  /** Another code for the same challenge, not before 60 s. */
  resend(challenge: { id: string; sessionId: string }): Promise<void>;
  /** The challenge if it is still open and belongs to this session. */
  state(id: string | undefined, sessionId: string): Promise<CodeState | undefined>;
  /** Takes a try of each; when every code is right `act` runs in the same unit with the payload of the first. */
  confirm<T>(guesses: readonly CodeGuess[], act: (payload: CodePayload) => Promise<T>): Promise<CodeVerdict<T>>;
}
export const codes = definePort<Codes>('auth.codes');

/** An officer as other modules may name him, whether he is still at work or not. */
export interface OfficerSummary {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  readonly agencyCode: string;
}

/** Questions about officers. */
export interface Officers {
  byUsername(username: string): Promise<OfficerSummary | undefined>;
  /** Those of these agencies who are at work and hold the permission, by agency and name. */
  holding(permission: string, agencies: readonly string[]): Promise<readonly OfficerSummary[]>;
}
export const officers = definePort<Officers>('auth.officers');
