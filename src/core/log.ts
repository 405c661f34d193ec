import { pino, type Logger } from 'pino';

export type { Logger };

/** Fields that must never reach a log, wherever they stand in the logged object. */
const SECRET = ['password', 'otp', 'code', 'token', 'secret', 'cookie', 'authorization', 'phone', 'email'];

interface Fault extends Error {
  readonly code?: string;
  /** Set by faults of a statement; holds the values that were written. */
  readonly sql?: string;
  readonly original?: { readonly code?: string };
}

/** What went wrong and where. Faults of a statement quote people's data in message and properties: only their kind stays. */
export const faultOf = (error: unknown): object => {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack = '', code, sql, original } = error as Fault;
  const kind = [name, code ?? original?.code].filter(Boolean).join(' ');
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { type: kind, ...(sql === undefined && { message }), stack: places.join('\n') };
};

/** The one logger: JSON lines on standard output, secrets cut out. */
export const createLogger = (level: string): Logger =>
  pino({
    level,
    base: null,
    serializers: { err: faultOf },
    redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '•••' },
  });
