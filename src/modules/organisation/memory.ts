import type { Clock } from '../../core/clock.js';

/** How long an answer from memory may be old, in milliseconds, where no page asks for its topic meanwhile. */
export const MEMORY_LIFE = 60_000;
/** After a failed reload the old answer serves this much longer before the next try, in milliseconds. */
const RETRY = 5_000;

/** What was loaded once and is asked for often. */
export interface Memory<T> {
  get(): Promise<T>;
  /** The next question loads again. */
  forget(): void;
}

/** Keeps what `load` gave for a minute; while the database is away the old answer goes on serving. */
export const remember = <T>(clock: Clock, load: () => Promise<T>): Memory<T> => {
  // The promise is kept, not the value: whoever asks gets the same one and waits for none of his own.
  let kept: { readonly value: Promise<T>; readonly at: number } | undefined;
  let loading: Promise<T> | undefined;
  let forgotten = 0;
  const reload = async (): Promise<T> => {
    const [old, begun] = [kept, forgotten];
    // What was forgotten while it was read may be from before the change: it serves who asked, and is not kept.
    const keep = (value: Promise<T>, age: number): void => {
      if (begun === forgotten) kept = { value, at: clock.now().getTime() - age };
    };
    try {
      const value = await load();
      keep(Promise.resolve(value), 0);
      return value;
    } catch (error) {
      if (!old) throw error;
      keep(old.value, MEMORY_LIFE - RETRY);
      return old.value;
    } finally {
      if (begun === forgotten) loading = undefined;
    }
  };
  return {
    get: () => {
      if (kept && Math.abs(clock.now().getTime() - kept.at) < MEMORY_LIFE) return kept.value;
      loading ??= reload();
      return loading;
    },
    forget: () => {
      forgotten += 1;
      loading = undefined;
      if (kept) kept = { ...kept, at: Number.NEGATIVE_INFINITY };
    },
  };
};

/** Items by key, in the order in which they came. */
export const groupBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};
