import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { setImmediate as turn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { LRUCache } from 'lru-cache';
import { MINUTE, type Clock } from '../clock.js';
import type { Topics } from '../db/topics.js';

/** An answer that is the same for every guest, with the headers it leaves with. */
export interface SharedAnswer {
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

export type Packing = 'br' | 'gzip';

export interface KeptAnswer {
  readonly etag: string;
  /** The headers of an answer that the asker has already. */
  readonly validators: OutgoingHttpHeaders;
  /** How it gets shorter, the best first; empty where that is not worth it. */
  readonly packings: readonly Packing[];
  /** Compressed once and kept; whole without a packing. */
  as(packing: Packing | undefined): Promise<SharedAnswer>;
}

/** Answers for guests, by address, kept until one of their topics moves on. */
export interface PageCache {
  /** The answer from memory, or what `draw` makes; nothing where that gives nothing to keep. */
  answer(
    address: string,
    topics: readonly string[],
    draw: () => Promise<SharedAnswer | undefined>,
  ): Promise<KeptAnswer | undefined>;
  has(address: string): boolean;
  /** The answer from memory, where it is there and still good. */
  remembered(address: string): Promise<KeptAnswer | undefined>;
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
  readonly size: number;
  readonly topics: readonly string[];
  readonly stand: string;
  readonly drawnAt: number;
}

/** A page is drawn anew each minute: a higher level would cost more than its bytes are worth. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const pack = {
  br: (body: Buffer) => promisify(brotliCompress)(body, BROTLI),
  gzip: (body: Buffer) => promisify(gzip)(body),
} as const satisfies Record<Packing, unknown>;

/** What gets shorter when it is compressed. */
const TEXT = /^(text|application\/(json|xml|rss\+xml|javascript))/;
/** Less than this is not worth compressing. */
const SMALL = 1_024;

const keepable = ({ headers, body }: SharedAnswer): KeptAnswer => {
  // Weak: the same answer leaves compressed in several ways.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const answerOf = (content: Buffer, packing?: Packing): SharedAnswer => {
    const encoding = packing && { 'content-encoding': packing };
    return { headers: { ...headers, etag, ...encoding, 'content-length': content.length }, body: content };
  };
  const whole = Promise.resolve(answerOf(body));
  const packed = new Map<Packing, Promise<SharedAnswer>>();
  return {
    etag,
    validators: { etag, vary: headers['vary'], 'cache-control': headers['cache-control'] },
    packings: body.length >= SMALL && TEXT.test(String(headers['content-type'])) ? ['br', 'gzip'] : [],
    as: (packing) => {
      if (!packing) return whole;
      const made = packed.get(packing) ?? pack[packing](body).then((content) => answerOf(content, packing));
      packed.set(packing, made);
      return made;
    },
  };
};

/** So many reads of the same topics may be under way. */
const AT_ONCE = 4;

/**
 * One read for all who come in the same turn of the process, begun when they are all there, so nobody is told of a time
 * before he asked. Where the database is slow the others gather for the next.
 */
const gathered = (read: () => Promise<string>) => {
  const underWay = new Set<Promise<unknown>>();
  let next: Promise<string> | undefined;
  const begin = async (): Promise<string> => {
    await turn();
    while (underWay.size >= AT_ONCE) await Promise.race(underWay);
    next = undefined;
    const now = read();
    const ended = now.catch(() => undefined).finally(() => underWay.delete(ended));
    underWay.add(ended);
    return now;
  };
  return (): Promise<string> => (next ??= begin());
};

export const createPageCache = (topics: Topics, clock: Clock): PageCache => {
  const entries = new LRUCache<string, Entry>({
    max: MOST_ANSWERS,
    maxSize: MOST_BYTES,
    // Compressed twice it takes half as much again.
    sizeCalculation: ({ size }, address) => Math.ceil(size * 1.5) + address.length + 1_000,
  });
  const reads = new Map<string, () => Promise<string>>();
  const read = (names: readonly string[]): Promise<string> => {
    const key = names.join(' ');
    const known = reads.get(key) ?? gathered(() => topics.stand(names));
    reads.set(key, known);
    return known();
  };
  /** While the database is away what was there last goes on serving. */
  const standOf = async (names: readonly string[], found: Entry | undefined): Promise<string> => {
    try {
      return await read(names);
    } catch (error) {
      if (found) return found.stand;
      throw error;
    }
  };
  const isGood = ({ stand, drawnAt }: Entry, now: string): boolean =>
    stand === now && Math.abs(clock.now().getTime() - drawnAt) < LIFE;
  return {
    answer: async (address, topics, draw) => {
      const found = entries.get(address);
      // Read before the page is drawn: what changes meanwhile makes the page old at once, never new for good.
      const stand = await standOf(topics, found);
      if (found && isGood(found, stand)) return found.kept;
      const drawnAt = clock.now().getTime();
      const drawn = await draw();
      if (!drawn) return undefined;
      const kept = keepable(drawn);
      entries.set(address, { kept, size: drawn.body.length, topics, stand, drawnAt });
      return kept;
    },
    has: (address) => entries.has(address),
    remembered: async (address) => {
      const found = entries.get(address);
      return found && isGood(found, await standOf(found.topics, found)) ? found.kept : undefined;
    },
    notice: async (names) => {
      // While the database is away what is remembered goes on serving.
      await topics.stand(names).catch(() => undefined);
    },
  };
};
