import { definePort } from '../core/contract.js';

export type Channel = 'sms' | 'email';

/** Names of the templates and what each needs. All values are plain text; the template puts them in form. */
export interface TemplateVariables {
  /** SMS/e-mail after Ghi nhận. */
  'dossier-declared': { dossierNumber: string; lastDay: string };
  /** Reminder on day 7 and 9: "Han cuoi dd/mm/yyyy". */
  'dossier-reminder': { dossierNumber: string; lastDay: string };
  'dossier-handed-in': { dossierNumber: string };
  /** SMS only carries the password; the e-mail has number and guide. */
  'account-opened': { insuranceNumber: string; password: string; fullName: string };
  'dossier-refused': {
    dossierNumber: string;
    shortReason: string;
    fullReason: string;
    repairCode: string;
    repairLink: string;
    fullName: string;
  };
  otp: { code: string; purpose: string };
  'password-changed': { time: string };
  'password-expiry': { days: string; lastDay: string };
  'declaration-for-holder': { dossierNumber: string };
  /** A sign-in on a device that this account has not used before; e-mail, SMS only where there is no address. */
  'new-device': { device: string; time: string };
  /** After "không phải tôi". */
  'account-locked': { time: string };
  /** New one-time password from the desk; the e-mail has the guide only. */
  'password-reset': { insuranceNumber: string; password: string; fullName: string };
  /** The same when the password is on a printed letter: a warning, no password. */
  'password-reset-letter': { time: string };
  /** To the old phone and the e-mail on file; the new phone masked. */
  'phone-changed': { newPhone: string; time: string };
  /** To the new phone. */
  'phone-registered': { insuranceNumber: string; time: string };
  /** Contact data changed, phone the same: "thư điện tử, địa chỉ". */
  'contact-changed': { what: string; time: string };
  'account-closed': { insuranceNumber: string; time: string };
  /** A change or stop asked for on-line has come in. `what`: "thay đổi thông tin". */
  'change-received': { dossierNumber: string; what: string };
  /** To a guardian: whose record opens or closes; the ward's number masked. */
  'guardian-registered': { ward: string; time: string };
  'guardian-ended': { ward: string; time: string };
  /** To a ward who has an account: who reads along, the guardian's number masked. */
  'ward-registered': { guardian: string; time: string };
  'ward-ended': { guardian: string; time: string };
  /** A shown health insurance card was checked; to its holder and to whoever shows it. `result`: "còn giá trị". */
  'card-checked': { time: string; result: string };
  'change-refused': { dossierNumber: string; shortReason: string; fullReason: string; fullName: string };
  /** To the phone on file of whoever looked his number up. */
  'number-found': { insuranceNumber: string };
  /** A letter from the page of help, to the office; `from` and `contact` are what the sender typed. */
  'support-letter': { code: string; from: string; contact: string; subject: string; text: string };
  /** The same to its sender, who asked for it. */
  'support-letter-copy': { code: string; subject: string; text: string };
  'feedback-received': { code: string; title: string; lastDay: string };
  /** The officer asks the citizen for something. */
  'feedback-question': { code: string };
  'feedback-extended': { code: string; lastDay: string; reason: string };
  'feedback-answered': { code: string };
  'feedback-merged': { code: string; into: string };
  /** Two weeks behind the answer: is it solved? */
  'feedback-follow-up': { code: string };
  /** A complaint or denunciation, which the law sends its own way. */
  'feedback-redirected': { code: string };
}
export type TemplateName = keyof TemplateVariables;

export interface MessageRequest<Name extends TemplateName = TemplateName> {
  readonly template: Name;
  readonly channel: Channel;
  /** Mobile number (0xxxxxxxxx) or e-mail address. */
  readonly to: string;
  readonly variables: TemplateVariables[Name];
  /** Unique by event: together with channel and recipient a second request is dropped. */
  readonly key: string;
  /** What it is about, for lists of messages. */
  readonly subject?: { readonly kind: string; readonly id: string };
  /** Whose officers may see how it stands; the acting officer's agency unless told, else the office of this house. */
  readonly agencyCode?: string;
  /** Never sent after this moment (OTP). */
  readonly expiresAt?: Date;
}

/** A message as officers see it; never with its secret. */
export interface MessageSummary {
  readonly id: string;
  readonly createdAt: Date;
  readonly channel: Channel;
  readonly template: TemplateName;
  /** Masked recipient. */
  readonly to: string;
  readonly state: MessageState;
  /** Text without secrets. */
  readonly text: string;
  readonly nextTryAt: Date | null;
  /** How it stands, as every page shows it. */
  readonly tag: StateTag;
  /** Whether **Gửi lại** can be chosen: it has ended. */
  readonly ended: boolean;
  /** The recipient cannot be reached there: sending it again would not help. */
  readonly unreachable: boolean;
  /** It carried a secret that is wiped: whoever made the secret must make a new one. */
  readonly secret: boolean;
}

/** A state by colour, icon and word. */
export interface StateTag {
  readonly kind: 'new' | 'info' | 'ok' | 'work' | 'bad';
  readonly icon: string;
  readonly text: string;
}
export type MessageState =
  'created' | 'sending' | 'sent' | 'delivered' | 'temporary-failure' | 'permanent-failure' | 'technical-failure';

/** Who is told: by SMS always, by e-mail where there is an address. */
export interface Recipient {
  readonly phone: string;
  readonly email: string | null;
}

/** Messages to people. */
export interface Messenger {
  /** Queues in the unit of work at hand; sent after its commit. */
  queue<Name extends TemplateName>(request: MessageRequest<Name>): Promise<void>;
  /** Queues the same message for phone and e-mail address of one person. */
  tell<Name extends TemplateName>(
    person: Recipient,
    message: Omit<MessageRequest<Name>, 'channel' | 'to'>,
  ): Promise<void>;
  /** Messages about one thing, newest first. */
  about(kind: string, id: string): Promise<readonly MessageSummary[]>;
  /**
   * Joins the unit of work: sends a message of this subject again, to the same recipient. ConflictError while it is on
   * its way, when it carried a secret, or when it was sent again less than a minute ago; NotFoundError without it.
   */
  again(id: string, subject: { kind: string; id: string }): Promise<void>;
}
export const messenger = definePort<Messenger>('notification.messenger');
