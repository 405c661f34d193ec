import type { Mail } from 'nodemailer';
import type { Smtp } from '../settings.js';
import type { Driver, Outcome } from './driver.js';

/** From the first connection to the answer to the last line. */
const DEADLINE = 20_000;
const CHECK_DEADLINE = 4_000;

interface SmtpFault {
  readonly code?: string;
  readonly responseCode?: number;
}

/** Loaded with the first mail: most processes start without sending one. */
const connect = async ({ url }: Smtp, deadline: number, onHandedOver: () => void): Promise<Mail> => {
  const { createTransport } = await import('nodemailer');
  const info = ({ tnx }: { tnx?: string }): void => {
    if (tnx === 'message') onHandedOver();
  };
  const ignore = (): void => undefined;
  return createTransport({
    url,
    connectionTimeout: deadline * 0.4,
    greetingTimeout: deadline * 0.4,
    socketTimeout: deadline * 0.9,
    disableFileAccess: true,
    disableUrlAccess: true,
    // The library's log is the only place that tells when the whole message has been handed over.
    logger: { trace: ignore, debug: ignore, warn: ignore, error: ignore, fatal: ignore, info },
  });
};

/** Rejects when the time is over; what still runs then ends by the timeouts of the connection. */
const within = async <T>(milliseconds: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('deadline'), { code: 'ETIMEDOUT' })), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** `handedOver`: the whole message was with the server when the fault came. */
const outcomeOf = ({ code = 'EUNKNOWN', responseCode = 0 }: SmtpFault, handedOver: boolean): Outcome => {
  const reason = `SMTP ${responseCode || code}`;
  if (responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')) return { kind: 'permanent', reason };
  if (responseCode === 0 && code === 'EPROTOCOL') return { kind: 'technical', reason };
  return { kind: 'temporary', reason, unsure: handedOver && responseCode === 0 };
};

/** E-mail through the mail server of the office. */
export const smtpDriver = (settings: Smtp, deadline = DEADLINE): Driver => ({
  channel: 'email',
  send: async ({ id, to, subject, text, html }) => {
    let handedOver = false;
    try {
      const transport = await connect(settings, deadline, () => (handedOver = true));
      const sent = await within(
        deadline,
        transport.sendMail({
          from: settings.from,
          to: { name: '', address: to },
          subject: subject ?? '',
          text,
          ...(html && { html }),
          // The same id at every try: a mailbox that got it twice shows it once.
          messageId: `<${id}@${settings.host}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        }),
      );
      return { kind: 'sent', providerId: String(sent.messageId).slice(0, 120) };
    } catch (error) {
      return outcomeOf(error as SmtpFault, handedOver);
    }
  },
  check: async () => {
    const { host } = new URL(settings.url);
    try {
      const transport = await connect(settings, CHECK_DEADLINE, () => undefined);
      await within(CHECK_DEADLINE, transport.verify());
      return {
        ok: true,
        vi: `Máy chủ thư ${host} nhận kết nối.`,
        en: `The mail server ${host} accepts the connection.`,
      };
    } catch (error) {
      const fault = (error as SmtpFault).code ?? '';
      return {
        ok: false,
        vi: `SMTP_URL: máy chủ thư ${host} không nhận kết nối (${fault}).`,
        en: `SMTP_URL: the mail server ${host} does not accept the connection (${fault}).`,
      };
    }
  },
});
