import { RedisStore } from 'connect-redis';
import { createClient } from 'redis';
import type { Store } from 'express-session';
import type { Logger } from '../log.js';
import { SESSION_LIFE } from './session-store.js';

/** Longest wait at the start; after it the client goes on trying in the background. */
const CONNECT_WITHIN = 2_000;

/** The client with its default modules; the general type of the package is too wide to assign to. */
type RedisClient = ReturnType<typeof clientFor>;

const clientFor = (url: string) =>
  createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: 2_000,
    socket: {
      connectTimeout: 1_000,
      socketTimeout: 5_000,
      reconnectStrategy: (retries) => Math.min(50 * 2 ** retries, 1_000),
    },
  });

/** The Redis side of the house: sessions and rate limits. */
export interface Redis {
  readonly client: RedisClient;
  readonly sessions: Store;
  connect(): Promise<void>;
  ping(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * A client that fails at once while Redis is away (measured: 2 ms instead of 5 s) and comes back by itself.
 * A frozen server is noticed by ping and socket timeout; callers keep a deadline of their own.
 */
export const openRedis = (url: string, log: Logger): Redis => {
  const client = clientFor(url);
  client.on('error', (error: Error) => log.warn({ err: error.message }, 'redis'));
  return {
    client,
    sessions: new RedisStore({
      client,
      prefix: 'ansinh:session:',
      ttl: SESSION_LIFE / 1_000,
      disableTouch: true,
    }),
    connect: async () => {
      // A server that is away must not keep us from starting: public pages need no Redis.
      const connected = client
        .connect()
        .catch((error: Error) => log.warn({ err: error.message }, 'redis not reachable'));
      await Promise.race([connected, new Promise((resolve) => void setTimeout(resolve, CONNECT_WITHIN).unref())]);
    },
    ping: (milliseconds) =>
      Promise.race([
        client.ping().then(() => undefined),
        new Promise<never>((_, reject) => {
          setTimeout(() => reject(new Error('redis deadline passed')), milliseconds).unref();
        }),
      ]),
    close: async () => {
      if (client.isOpen) client.destroy();
    },
  };
};
