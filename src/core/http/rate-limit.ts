import { RateLimiterMemory, RateLimiterRedis, type RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyError } from '../errors.js';
import type { Redis } from './redis.js';
import type { RateLimit } from './route.js';

/** Counts calls by key. In Redis where there is one; a single process counts for itself otherwise. */
export type Limiter = (name: string, key: string, limit: RateLimit) => Promise<void>;

export const createLimiter = (redis: Redis | undefined): Limiter => {
  const limiters = new Map<string, RateLimiterMemory | RateLimiterRedis>();
  const make = (name: string, { points, perSeconds }: RateLimit): RateLimiterMemory | RateLimiterRedis => {
    const options = { keyPrefix: `ansinh:rate:${name}`, points, duration: perSeconds };
    const memory = new RateLimiterMemory(options);
    // While Redis is away the process counts for itself: a limit that is too mild beats a page that is down.
    return redis ? new RateLimiterRedis({ ...options, storeClient: redis.client, insuranceLimiter: memory }) : memory;
  };
  return async (name, key, limit) => {
    const limiter = limiters.get(name) ?? make(name, limit);
    limiters.set(name, limiter);
    try {
      await limiter.consume(key);
    } catch (refused) {
      if (refused instanceof Error) throw refused;
      throw new TooManyError(Math.ceil((refused as RateLimiterRes).msBeforeNext / 1_000));
    }
  };
};
