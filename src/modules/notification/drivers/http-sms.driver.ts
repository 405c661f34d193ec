import type { HttpSms } from '../settings.js';
import type { Driver, Outcome, Outgoing } from './driver.js';

/** SMS gateways answer in a second or not at all. */
const DEADLINE = 10_000;
const CHECK_DEADLINE = 4_000;
/** What is read of an answer; the rest says nothing more. */
const MAX_ANSWER = 64 * 1024;

type Escape = (value: string) => string;

const forJson: Escape = (value) => JSON.stringify(value).slice(1, -1);
const forXml: Escape = (value) => value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const escapeFor = (contentType: string): Escape => {
  if (/json/i.test(contentType)) return forJson;
  if (/urlencoded/i.test(contentType)) return encodeURIComponent;
  return /xml/i.test(contentType) ? forXml : (value) => value;
};

/** Puts the message in the places {{to}}, {{text}} and {{id}}. */
const fill = (template: string, message: Outgoing, escape: Escape): string =>
  template.replace(/\{\{(to|text|id)\}\}/g, (_, name: 'to' | 'text' | 'id') => escape(message[name]));

const readSome = async (response: Response): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (response.body)
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= MAX_ANSWER) break;
    }
  return Buffer.concat(chunks).toString('utf8').slice(0, MAX_ANSWER);
};

/** These say that the request never reached the gateway; after any other fault it may have. */
const NOT_DELIVERED = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT|CERT|TLS/;

const faultOf = (error: unknown): Outcome => {
  const { name = '', cause } = error as { name?: string; cause?: { code?: string } };
  if (name === 'TimeoutError') return { kind: 'temporary', reason: 'quá giờ chờ cổng SMS', unsure: true };
  const code = cause?.code ?? name;
  return { kind: 'temporary', reason: `mất kết nối cổng SMS: ${code}`, unsure: !NOT_DELIVERED.test(code) };
};

const outcomeOf = (status: number, body: string, success: RegExp): Outcome => {
  const reason = `cổng SMS trả lời ${status}`;
  // A proxy that gave up waiting does not know whether the gateway went on.
  if (status >= 500) return { kind: 'temporary', reason, unsure: status === 504 };
  if (status === 408 || status === 429) return { kind: 'temporary', reason };
  if (status === 401 || status === 403) return { kind: 'technical', reason };
  if (status >= 400) return { kind: 'permanent', reason };
  const match = success.exec(`${status} ${body}`);
  if (!match) return { kind: 'technical', reason: `${reason}, nội dung không khớp SMS_SUCCESS` };
  const providerId = match.groups?.['id']?.slice(0, 120);
  return { kind: 'sent', ...(providerId && { providerId }) };
};

/** SMS through the HTTP interface of a provider; what that looks like is all in the settings. */
export const httpSmsDriver = (settings: HttpSms, deadline = DEADLINE): Driver => {
  const { url, method, headers, body, success } = settings;
  const escape = escapeFor(new Headers(headers).get('content-type') ?? '');
  return {
    channel: 'sms',
    send: async (message) => {
      try {
        const response = await fetch(fill(url, message, encodeURIComponent), {
          method,
          headers,
          ...(method !== 'GET' && { body: fill(body, message, escape) }),
          redirect: 'manual',
          signal: AbortSignal.timeout(deadline),
        });
        return outcomeOf(response.status, await readSome(response), success);
      } catch (error) {
        return faultOf(error);
      }
    },
    check: async () => {
      const { origin } = new URL(url);
      try {
        // Any answer to a bare HEAD shows that somebody listens; nothing can be sent by it.
        const { status } = await fetch(origin, {
          method: 'HEAD',
          redirect: 'manual',
          signal: AbortSignal.timeout(CHECK_DEADLINE),
        });
        return {
          ok: true,
          vi: `Cổng SMS ${origin} trả lời (${status}).`,
          en: `The SMS gateway ${origin} answers (${status}).`,
        };
      } catch {
        return {
          ok: false,
          vi: `SMS_URL: cổng SMS ${origin} không trả lời.`,
          en: `SMS_URL: the gateway ${origin} does not answer.`,
        };
      }
    },
  };
};
