import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { MINUTE, type Clock } from '../clock.js';
import type { Topics } from '../db/topics.js';

/** An answer that is the same for every guest. */
export interface SharedAnswer {
  readonly type: string;
  readonly body: Buffer;
}

export interface KeptAnswer extends SharedAnswer {
  readonly etag: string;
}

/** Answers for guests, by address, kept until one of their topics moves on. */
export interface PageCache {
  /** The answer from memory, or what `draw` makes; nothing where that gives nothing to keep. */
  answer(
    address: string,
    topics: readonly string[],
    draw: () => Promise<SharedAnswer | undefined>,
  ): Promise<KeptAnswer | undefined>;
  /** Before a page of these topics is drawn for one person: lets those who remember something of them know. */
  notice(topics: readonly string[]): Promise<void>;
}

/** What stands on every page without a topic of its own (name and telephone of the office) is as old as this at most. */
const LIFE = MINUTE;
const MOST_BYTES = 24 * 1024 * 1024;
/** Addresses with queries that somebody makes up push each other out, nothing else. */
const MOST_ANSWERS = 1_000;

interface Entry {
  readonly kept: KeptAnswer;
  readonly stand: string;
  readonly drawnAt: number;
}

const withTag = ({ type, body }: SharedAnswer): KeptAnswer => ({
  type,
  body,
  // Weak: the same answer leaves compressed in several ways.
  etag: `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
});

export const createPageCache = (topics: Topics, clock: Clock): PageCache => {
  const entries = new LRUCache<string, Entry>({
    max: MOST_ANSWERS,
    maxSize: MOST_BYTES,
    sizeCalculation: ({ kept }, address) => kept.body.length + address.length + 200,
  });
  /** While the database is away what was there last goes on serving. */
  const standOf = async (names: readonly string[], found: Entry | undefined): Promise<string> => {
    try {
      return await topics.stand(names);
    } catch (error) {
      if (found) return found.stand;
      throw error;
    }
  };
  return {
    answer: async (address, names, draw) => {
      const found = entries.get(address);
      // Read before the page is drawn: what changes meanwhile makes the page old at once, never new for good.
      const stand = await standOf(names, found);
      const now = clock.now().getTime();
      if (found?.stand === stand && Math.abs(now - found.drawnAt) < LIFE) return found.kept;
      const drawn = await draw();
      if (!drawn) return undefined;
      const kept = withTag(drawn);
      entries.set(address, { kept, stand, drawnAt: now });
      return kept;
    },
    notice: async (names) => {
      // While the database is away what is remembered goes on serving.
      await topics.stand(names).catch(() => undefined);
    },
  };
};
