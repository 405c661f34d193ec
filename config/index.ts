import { join, resolve } from 'node:path';
import { z, type ZodType } from 'zod';
import { loadKey, loadSecret } from './secrets.js';

/** What the house itself reads. Modules read their own slice of the same variables. */
const schema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: z.coerce.number('PORT must be a number').int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).optional(),
  PUBLIC_URL: z.url('PUBLIC_URL must be an address such as https://ansinh.example').optional(),
  VAR_DIR: z.string().min(1).default('var'),
  DATABASE_URL: z
    .string()
    .regex(
      /^(mysql:\/\/[^/]+\/[\w-]+|sqlite:.+)$/,
      'DATABASE_URL must look like mysql://user:password@host:3306/name or sqlite:path/file.db',
    )
    .optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'REDIS_URL must begin with redis:// or rediss://')
    .optional(),
  SESSION_SECRET: z
    .string()
    .min(32, 'SESSION_SECRET needs at least 32 characters, e.g. from: openssl rand -base64 48')
    .optional(),
  KEY_FILE: z.string().min(1).optional(),
  UPLOAD_DIR: z.string().min(1).optional(),
  TRUST_PROXY: z.string().optional(),
  WEB_CONCURRENCY: z.coerce.number('WEB_CONCURRENCY must be a number').int().min(1).max(64).default(1),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** A module's slice: the schema of the variables it reads. */
export interface Slice {
  readonly id: string;
  readonly schema: ZodType | undefined;
}

/** Settings of one installation, checked and frozen. */
export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly sessionSecret: string;
  /** 32 bytes; encrypts files and keys the hashes. */
  readonly key: Buffer;
  readonly uploadDir: string;
  readonly trustProxy: number | string | false;
  readonly workers: number;
  readonly logLevel: string;
  /** Parsed settings of the modules by id. */
  readonly modules: Readonly<Record<string, unknown>>;
}

/** Every fault of the settings at once, one sentence each. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`settings:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

const REQUIRED_IN_PRODUCTION = ['PUBLIC_URL', 'DATABASE_URL', 'SESSION_SECRET', 'KEY_FILE', 'UPLOAD_DIR'] as const;

const keyFaults = (path: string): string[] => {
  try {
    loadKey(path, false);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
};

/** Faults that lie in several variables together, read as they stand: they are told beside those of single ones. */
const crossFaults = (env: Environment): string[] => {
  const faults: string[] = [];
  if (env['NODE_ENV'] === 'production') {
    for (const name of REQUIRED_IN_PRODUCTION)
      if (!env[name]) faults.push(`${name} must be set in production; there is no default`);
    if (env['KEY_FILE']) faults.push(...keyFaults(env['KEY_FILE']));
    if (env['PUBLIC_URL'] && !env['PUBLIC_URL'].startsWith('https://'))
      faults.push('PUBLIC_URL must begin with https:// in production');
  }
  if (Number(env['WEB_CONCURRENCY']) > 1 && !(env['REDIS_URL'] && env['DATABASE_URL']?.startsWith('mysql:')))
    faults.push('WEB_CONCURRENCY above 1 needs DATABASE_URL=mysql://... and REDIS_URL');
  return faults;
};

/** An empty variable counts as not set. */
const withoutEmpty = (env: Environment): Environment =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));

const trustProxyOf = (value: string | undefined): Config['trustProxy'] =>
  value === undefined ? false : /^\d+$/.test(value) ? Number(value) : value;

/** Reads and checks the environment; throws ConfigError with all faults, of the house and of every module. */
export const readConfig = (environment: Environment, slices: readonly Slice[]): Config => {
  const env = withoutEmpty(environment);
  const faults: string[] = [];
  const check = <T>(type: ZodType<T>): T | undefined => {
    const result = type.safeParse(env);
    if (result.success) return result.data;
    for (const { path, message } of result.error.issues)
      faults.push(message.startsWith(String(path[0])) ? message : `${path.join('.')}: ${message}`);
    return undefined;
  };
  const own = check(schema);
  faults.push(...crossFaults(env));
  const modules = Object.fromEntries(slices.map(({ id, schema: slice }) => [id, slice ? check(slice) : undefined]));
  if (!own || faults.length) throw new ConfigError([...new Set(faults)]);
  const production = own.NODE_ENV === 'production';
  const varDir = resolve(own.VAR_DIR);
  try {
    return Object.freeze({
      production,
      port: own.PORT,
      host: own.HOST ?? (production ? '0.0.0.0' : '127.0.0.1'),
      publicUrl: (own.PUBLIC_URL ?? `http://localhost:${own.PORT}`).replace(/\/+$/, ''),
      databaseUrl: own.DATABASE_URL ?? `sqlite:${join(varDir, 'ansinh.db')}`,
      redisUrl: own.REDIS_URL,
      sessionSecret: own.SESSION_SECRET ?? loadSecret(join(varDir, 'session.secret')),
      key: loadKey(own.KEY_FILE ?? join(varDir, 'files.key'), !production),
      uploadDir: resolve(own.UPLOAD_DIR ?? join(varDir, 'uploads')),
      trustProxy: trustProxyOf(own.TRUST_PROXY),
      workers: own.WEB_CONCURRENCY,
      logLevel: own.LOG_LEVEL,
      modules: Object.freeze(modules),
    });
  } catch (error) {
    throw new ConfigError([(error as Error).message]);
  }
};
