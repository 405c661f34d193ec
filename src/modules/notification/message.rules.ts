import type { Channel, MessageState, TemplateName, TemplateVariables } from '../../contracts/notification.js';
import { MINUTE, HOUR } from '../../core/clock.js';
import { writeLetter } from './letter.rules.js';
import { plain } from './sms-text.rules.js';
import { templates, type Template } from './templates.js';

/** What leaves the house; `subject` and `html` in e-mails only. */
export interface Content {
  readonly text: string;
  readonly subject?: string;
  readonly html?: string;
}

/** A message in its final words, and the same without its secrets for those who look after it. */
export interface Rendered {
  readonly content: Content;
  readonly shown: string;
}

const HIDDEN = '•••';

/** Nobody shall read "undefined": a text that wants a variable which was not given is not written at all. */
const complete = <Variables extends object>(name: TemplateName, variables: Variables): Variables =>
  new Proxy(variables, {
    get: (given, variable) => {
      const value: unknown = Reflect.get(given, variable);
      if (typeof value !== 'string') throw new Error(`template ${name}: variable ${String(variable)} is missing`);
      return value;
    },
  });

/** Fills a template. The text that is shown hides every secret. */
export const render = <Name extends TemplateName>(
  channel: Channel,
  name: Name,
  variables: TemplateVariables[Name],
  publicUrl: string,
): Rendered => {
  const template: Template<TemplateVariables[Name]> = templates[name];
  const full = complete(name, variables);
  const hidden = complete(name, {
    ...variables,
    ...Object.fromEntries(template.secrets.map((secret) => [secret, HIDDEN])),
  });
  if (channel === 'sms') return { content: { text: plain(template.sms(full)) }, shown: template.sms(hidden) };
  const { subject, paragraphs } = template.email(hidden, publicUrl);
  return {
    content: writeLetter(template.email(full, publicUrl)),
    shown: [`${subject}.`, ...paragraphs].join(' '),
  };
};

const MOBILE = /^0[35789]\d{8}$/;
const ADDRESS = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

/** Whether the recipient can be reached at all; a wrong one is not handed to the provider. */
export const isReachable = (channel: Channel, to: string): boolean => (channel === 'sms' ? MOBILE : ADDRESS).test(to);

/** A message goes on trying for this long. */
const TRYING = 4 * HOUR;

const pauseBefore = (attempt: number): number => (attempt <= 2 ? 0 : attempt === 3 ? MINUTE : 5 * MINUTE);

/**
 * Milliseconds to wait after failed attempt `attempt` (1 is the first): at once, 1, 5, 5 ... minutes;
 * nothing when four hours of trying are over. A provider that went silent (`unsure`) gets a minute to recover.
 */
export const pauseAfter = (attempt: number, unsure = false): number | undefined => {
  const pauses = Array.from({ length: attempt }, (_, index) => pauseBefore(index + 2));
  const tried = pauses.reduce((sum, pause) => sum + pause, 0);
  return tried > TRYING ? undefined : Math.max(pauses.at(-1) ?? 0, unsure ? MINUTE : 0);
};

/** Tries whose outcome nobody knows (the provider went silent): a second one ends the trying, so at most one duplicate. */
export const MAX_UNSURE = 2;

/** Templates that carry a secret: their content goes as soon as they have ended, and nobody sends them again. */
export const secretTemplates = (Object.keys(templates) as TemplateName[]).filter(
  (name) => templates[name].secrets.length > 0,
);
export const hasSecret = (name: TemplateName): boolean => secretTemplates.includes(name);

const OPEN: readonly MessageState[] = ['created', 'sending', 'temporary-failure'];

export const isOpen = (state: MessageState): boolean => OPEN.includes(state);
export const openStates = OPEN;

/** Why a message ended without being sent, in the words that officers read. */
export const reasons = {
  expired: 'quá hạn',
  unreachable: 'sai số điện thoại hoặc địa chỉ',
  unsure: 'nhà cung cấp không trả lời, không rõ đã gửi hay chưa',
  exhausted: 'đã thử trong 4 giờ',
  unreadable: 'không mở được nội dung đã mã hóa',
  undelivered: 'nhà mạng báo không giao được',
} as const;

/** Whether a message that ended for this reason leaves nothing behind that could be sent again. */
export const isLost = (template: TemplateName, reason: string): boolean =>
  hasSecret(template) || reason === reasons.expired || reason === reasons.unreadable;

/** Whether the recipient is wrong: a number that is switched off or a code that came too late says nothing of that. */
export const isUnreachable = ({ state, error }: { state: MessageState; error: string }): boolean =>
  state === 'permanent-failure' && error !== reasons.undelivered && error !== reasons.expired;

/** What is asked before a message is sent again. */
export interface Repeated {
  readonly template: TemplateName;
  readonly state: MessageState;
  readonly error: string;
  readonly sealed: string | null;
  readonly expiresAt: Date | null;
}

/** Sent again at most once in this time. */
export const REPEAT_PAUSE = MINUTE;

/** Why a message cannot be sent again, in the words that officers read; nothing where it can. */
export const repeatObstacle = (message: Repeated, now: Date): string | undefined => {
  if (isOpen(message.state)) return 'Tin này đang được gửi. Hãy đợi đến khi có kết quả.';
  if (hasSecret(message.template)) return 'Tin này có mã bí mật đã xóa nên không gửi lại được.';
  if (message.error === reasons.expired || (message.expiresAt && message.expiresAt <= now))
    return 'Tin này đã quá hạn nên không gửi lại được.';
  if (isUnreachable(message))
    return 'Nơi nhận này không nhận được tin. Hãy hỏi lại số điện thoại hoặc địa chỉ thư điện tử.';
  if (message.sealed === null) return 'Nội dung của tin này không còn được giữ nên không gửi lại được.';
  return undefined;
};

const REPEAT = 'again:';

/** The message that was sent again and again under this key, itself where it is the first. */
export const originOf = ({ id, eventKey }: { id: string; eventKey: string }): string =>
  eventKey.startsWith(REPEAT) ? (eventKey.split(':')[1] ?? id) : id;

export const repeatKey = (origin: string, time: number): string => `${REPEAT}${origin}:${time}`;
