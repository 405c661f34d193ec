import { z } from 'zod';
import { idPlaceOf, type IdPlace } from './callback.rules.js';

/** An SMS provider's HTTP interface. */
export interface HttpSms {
  readonly driver: 'http';
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** With the places {{to}}, {{text}}, {{id}}; so may the URL. */
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Must match "status body" of the answer; a group named `id` gives the provider's number of the message. */
  readonly success: RegExp;
}

export interface Smtp {
  readonly driver: 'smtp';
  readonly url: string;
  readonly from: string;
  /** Right-hand side of message ids. */
  readonly host: string;
}

/** How the SMS provider tells what became of a message. */
export interface CallbackSettings {
  readonly secret: string;
  /** Header with the signature. */
  readonly header: string;
  /** Header with the moment of signing, which is signed as well; none: not asked for. */
  readonly timestampHeader: string | undefined;
  readonly id: IdPlace;
  readonly delivered: RegExp;
  readonly failed: RegExp;
}

interface Screen {
  readonly driver: 'screen';
}

/** The module's slice of the settings. */
export interface NotificationSettings {
  readonly sms: HttpSms | Screen;
  readonly email: Smtp | Screen;
  /** Missing: the provider tells nothing. */
  readonly callback: CallbackSettings | undefined;
}

/** The number of the message in JSON, a form or XML. */
const ANY_ID = '(?:"id"\\s*:\\s*"?|(?:^|&)id=|<id>\\s*)(?<id>[\\w.:@-]{1,120})';
/** What providers and networks write, in any case of letters. */
const DELIVERED = '\\b(delivered|delivrd)\\b';
const FAILED = '\\b(un|non-?|not[ _-]?)deliver|\\b(undeliv|undelivrd|failed|rejected|rejectd|expired|deleted)\\b';

const variables = {
  NODE_ENV: z.string().optional(),
  PUBLIC_URL: z.string().optional(),
  SMTP_URL: z.string().optional(),
  SMTP_FROM: z.string().optional(),
  SMS_DRIVER: z.string().default('screen'),
  SMS_URL: z.string().optional(),
  SMS_METHOD: z.string().default('POST'),
  SMS_BODY: z.string().default('{"to":"{{to}}","text":"{{text}}","id":"{{id}}"}'),
  SMS_HEADERS: z.string().default('{"content-type":"application/json"}'),
  SMS_SUCCESS: z.string().default('^2\\d\\d'),
  SMS_CALLBACK_SECRET: z.string().default(''),
  SMS_CALLBACK_HEADER: z.string().default('x-signature'),
  SMS_CALLBACK_TIMESTAMP_HEADER: z.string().default(''),
  SMS_CALLBACK_ID: z.string().default(ANY_ID),
  SMS_CALLBACK_DELIVERED: z.string().default(DELIVERED),
  SMS_CALLBACK_FAILED: z.string().default(FAILED),
};

type Variables = z.infer<z.ZodObject<typeof variables>>;
type Fault = readonly [name: keyof Variables, sentence: string];

const headersSchema = z.record(z.string(), z.string());

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

const isPattern = (text: string): boolean => {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
};

const isHeader = (text: string): boolean => /^[\w-]+$/.test(text);

const isHttp = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text);

const smsFaults = (env: Variables): Fault[] => {
  if (!['screen', 'http'].includes(env.SMS_DRIVER)) return [['SMS_DRIVER', 'must be screen or http']];
  if (env.SMS_DRIVER === 'screen') return [];
  const faults: Fault[] = [];
  if (!env.SMS_URL) faults.push(['SMS_URL', 'must be set when SMS_DRIVER is http']);
  else if (!isHttp(env.SMS_URL)) faults.push(['SMS_URL', 'must begin with http:// or https://']);
  if (!['GET', 'POST', 'PUT'].includes(env.SMS_METHOD)) faults.push(['SMS_METHOD', 'must be GET, POST or PUT']);
  if (!headersSchema.safeParse(parsed(env.SMS_HEADERS)).success)
    faults.push(['SMS_HEADERS', 'must be a JSON object of texts, e.g. {"content-type":"application/json"}']);
  if (!isPattern(env.SMS_SUCCESS)) faults.push(['SMS_SUCCESS', 'must be a regular expression']);
  const template = env.SMS_METHOD === 'GET' ? (env.SMS_URL ?? '') : `${env.SMS_URL ?? ''}${env.SMS_BODY}`;
  if (!template.includes('{{to}}') || !template.includes('{{text}}'))
    faults.push([env.SMS_METHOD === 'GET' ? 'SMS_URL' : 'SMS_BODY', 'must hold {{to}} and {{text}}']);
  return faults;
};

const callbackFaults = (env: Variables): Fault[] => {
  if (!env.SMS_CALLBACK_SECRET) return [];
  const faults: Fault[] = [];
  if (env.SMS_CALLBACK_SECRET.length < 16) faults.push(['SMS_CALLBACK_SECRET', 'must have at least 16 characters']);
  if (!isHeader(env.SMS_CALLBACK_HEADER)) faults.push(['SMS_CALLBACK_HEADER', 'must be the name of a header']);
  if (env.SMS_CALLBACK_TIMESTAMP_HEADER && !isHeader(env.SMS_CALLBACK_TIMESTAMP_HEADER))
    faults.push(['SMS_CALLBACK_TIMESTAMP_HEADER', 'must be the name of a header']);
  if (!idPlaceOf(env.SMS_CALLBACK_ID))
    faults.push(['SMS_CALLBACK_ID', 'must be a path like $.data.id or a regular expression with a group (?<id>...)']);
  for (const name of ['SMS_CALLBACK_DELIVERED', 'SMS_CALLBACK_FAILED'] as const)
    if (!isPattern(env[name])) faults.push([name, 'must be a regular expression']);
  return faults;
};

const emailFaults = ({ SMTP_URL }: Variables): Fault[] =>
  SMTP_URL && !(/^smtps?:\/\//.test(SMTP_URL) && URL.canParse(SMTP_URL))
    ? [['SMTP_URL', 'must look like smtp://user:password@host:587 or smtps://user:password@host:465']]
    : [];

const productionFaults = (env: Variables): Fault[] => {
  if (env.NODE_ENV !== 'production') return [];
  const faults: Fault[] = [];
  if (!env.SMTP_URL) faults.push(['SMTP_URL', 'must be set in production; there is no default']);
  if (env.SMS_DRIVER === 'screen')
    faults.push(['SMS_DRIVER', 'must be http in production; screen shows secrets to everybody']);
  if (env.SMS_DRIVER === 'screen' && !env.SMS_URL)
    faults.push(['SMS_URL', 'must be set in production; there is no default']);
  return faults;
};

const hostOf = (publicUrl: string | undefined): string =>
  publicUrl && URL.canParse(publicUrl) ? new URL(publicUrl).hostname : 'localhost';

const callbackOf = (env: Variables): CallbackSettings | undefined => {
  const id = idPlaceOf(env.SMS_CALLBACK_ID);
  if (!env.SMS_CALLBACK_SECRET || !id) return undefined;
  return {
    secret: env.SMS_CALLBACK_SECRET,
    header: env.SMS_CALLBACK_HEADER,
    timestampHeader: env.SMS_CALLBACK_TIMESTAMP_HEADER || undefined,
    id,
    delivered: new RegExp(env.SMS_CALLBACK_DELIVERED, 'i'),
    failed: new RegExp(env.SMS_CALLBACK_FAILED, 'i'),
  };
};

/** Schema of the environment variables; every fault is a sentence that begins with the variable. */
export const settingsSchema = z
  .object(variables)
  .superRefine((env, context) => {
    for (const [name, sentence] of [
      ...smsFaults(env),
      ...callbackFaults(env),
      ...emailFaults(env),
      ...productionFaults(env),
    ])
      context.addIssue({ code: 'custom', path: [name], message: `${name} ${sentence}` });
  })
  .transform((env): NotificationSettings => ({
    sms:
      env.SMS_DRIVER === 'http'
        ? {
            driver: 'http',
            url: env.SMS_URL ?? '',
            method: env.SMS_METHOD as HttpSms['method'],
            body: env.SMS_BODY,
            headers: headersSchema.parse(parsed(env.SMS_HEADERS)),
            success: new RegExp(env.SMS_SUCCESS),
          }
        : { driver: 'screen' },
    email: env.SMTP_URL
      ? {
          driver: 'smtp',
          url: env.SMTP_URL,
          from: env.SMTP_FROM ?? `An Sinh <no-reply@${hostOf(env.PUBLIC_URL)}>`,
          host: hostOf(env.PUBLIC_URL),
        }
      : { driver: 'screen' },
    callback: callbackOf(env),
  }));
