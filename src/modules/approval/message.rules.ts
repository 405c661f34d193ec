import type { MessageSummary } from '../../contracts/notification.js';
import { toAscii } from '../../core/text.js';
import { shortReason, type RefusalTemplate } from './assessment.rules.js';

/** How a message is sent again: as it was, with a new one-time password, or with a new code for the correction. */
export type Resending = 'as-it-was' | 'password' | 'repair';

/** Messages that hold a one-time password, the first and every later one. */
const PASSWORDS: readonly string[] = ['account-opened', 'password-reset'];

/** Nothing for codes: whoever needs one asks for a new one. */
export const resendingOf = ({
  secret,
  template,
}: Pick<MessageSummary, 'secret' | 'template'>): Resending | undefined => {
  if (!secret) return 'as-it-was';
  if (PASSWORDS.includes(template)) return 'password';
  return template === 'dossier-refused' ? 'repair' : undefined;
};

/** SMS of the same purpose that were queued after this one; keys grow with time. */
export const newerThan = (message: MessageSummary, all: readonly MessageSummary[]): readonly MessageSummary[] =>
  all.filter(
    (other) => other.channel === 'sms' && other.id > message.id && resendingOf(other) === resendingOf(message),
  );

/** Whether **Gửi lại** stands beside a message: a secret that was replaced is not replaced once more. */
export const canResend = (message: MessageSummary, all: readonly MessageSummary[]): boolean => {
  const how = resendingOf(message);
  if (!how || !message.ended || message.unreachable) return false;
  return how === 'as-it-was' || newerThan(message, all).length === 0;
};

/** The short words of a reason that was given before: those of the picked one, else made of the whole. */
export const shortReasonOf = (reason: string, picked: readonly RefusalTemplate[], person: string): string => {
  const template = picked
    .filter(({ text }) => reason.startsWith(text))
    .reduce<RefusalTemplate | undefined>(
      (longest, one) => (longest && longest.text.length >= one.text.length ? longest : one),
      undefined,
    );
  // The whole reason ends in a full stop, and so does the SMS that holds it.
  return shortReason(template, toAscii(reason).replace(/[.]$/, ''), toAscii(person));
};
