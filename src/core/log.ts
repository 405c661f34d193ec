import { pino, type Logger } from 'pino';

export type { Logger };

/** Fields that must never reach a log, wherever they stand in the logged object. */
const SECRET = ['password', 'otp', 'code', 'token', 'secret', 'cookie', 'authorization', 'phone', 'email'];

/** The one logger: JSON lines on standard output, secrets cut out. */
export const createLogger = (level: string): Logger =>
  pino({
    level,
    base: null,
    redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '•••' },
  });
