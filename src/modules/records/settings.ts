import { z } from 'zod';

/** The HTTP interface of Hệ thống HGĐ. */
export interface HttpRegistry {
  /** With the place {{number}}; so may the body. */
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds until it counts as not answering. */
  readonly deadline: number;
  /** How long a person it knows is not asked for again, in milliseconds. */
  readonly keep: number;
}

/** The module's slice of the settings. */
export interface RecordsSettings {
  /** Missing: the registry is the table of people of this installation. */
  readonly registry: HttpRegistry | undefined;
  /** Which signing key of shown cards is in use. */
  readonly cardKeyGeneration: number;
}

const variables = {
  MEMBER_REGISTRY_URL: z.string().optional(),
  MEMBER_REGISTRY_METHOD: z.enum(['GET', 'POST'], 'MEMBER_REGISTRY_METHOD must be GET or POST').default('GET'),
  MEMBER_REGISTRY_BODY: z.string().default('{"insuranceNumber":"{{number}}"}'),
  MEMBER_REGISTRY_HEADERS: z.string().default('{}'),
  MEMBER_REGISTRY_TIMEOUT_MS: z.string().default('2500'),
  CARD_KEY_GENERATION: z.coerce.number('CARD_KEY_GENERATION must be a number').int().min(1).default(1),
  MEMBER_REGISTRY_CACHE_SECONDS: z.string().default('60'),
};

type Variables = z.infer<z.ZodObject<typeof variables>>;

const headersOf = (text: string): Record<string, string> | undefined => {
  try {
    const headers = z.record(z.string(), z.string()).parse(JSON.parse(text));
    return Object.fromEntries(new Headers(headers));
  } catch {
    return undefined;
  }
};

const isWhole = (text: string, low: number, high: number): boolean =>
  /^\d{1,6}$/.test(text) && Number(text) >= low && Number(text) <= high;

const faultsOf = (env: Variables): (readonly [name: keyof Variables, sentence: string])[] => {
  const url = env.MEMBER_REGISTRY_URL;
  if (!url) return [];
  const faults: ReturnType<typeof faultsOf> = [];
  if (!/^https?:\/\//.test(url) || !URL.canParse(url))
    faults.push(['MEMBER_REGISTRY_URL', 'must begin with http:// or https://']);
  const asked = env.MEMBER_REGISTRY_METHOD === 'GET' ? url : `${url}${env.MEMBER_REGISTRY_BODY}`;
  if (!asked.includes('{{number}}'))
    faults.push([
      env.MEMBER_REGISTRY_METHOD === 'GET' ? 'MEMBER_REGISTRY_URL' : 'MEMBER_REGISTRY_BODY',
      'must hold {{number}}',
    ]);
  if (!headersOf(env.MEMBER_REGISTRY_HEADERS))
    faults.push(['MEMBER_REGISTRY_HEADERS', 'must be a JSON object of texts, e.g. {"authorization":"Bearer ..."}']);
  if (!isWhole(env.MEMBER_REGISTRY_TIMEOUT_MS, 100, 3_000))
    faults.push(['MEMBER_REGISTRY_TIMEOUT_MS', 'must be from 100 to 3000']);
  if (!isWhole(env.MEMBER_REGISTRY_CACHE_SECONDS, 1, 600))
    faults.push(['MEMBER_REGISTRY_CACHE_SECONDS', 'must be from 1 to 600']);
  return faults;
};

/** Schema of the environment variables; every fault is a sentence that begins with the variable. */
export const settingsSchema = z
  .object(variables)
  .superRefine((env, context) => {
    for (const [name, sentence] of faultsOf(env))
      context.addIssue({ code: 'custom', path: [name], message: `${name} ${sentence}` });
  })
  .transform((env): RecordsSettings => ({
    cardKeyGeneration: env.CARD_KEY_GENERATION,
    registry: env.MEMBER_REGISTRY_URL
      ? {
          url: env.MEMBER_REGISTRY_URL,
          method: env.MEMBER_REGISTRY_METHOD,
          body: env.MEMBER_REGISTRY_BODY,
          headers: headersOf(env.MEMBER_REGISTRY_HEADERS) ?? {},
          deadline: Number(env.MEMBER_REGISTRY_TIMEOUT_MS),
          keep: Number(env.MEMBER_REGISTRY_CACHE_SECONDS) * 1_000,
        }
      : undefined,
  }));
