import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import type { Sequelize } from 'sequelize';
import type { Dialect } from './dialect.js';

/** What `Sequelize.useCLS` wants, on AsyncLocalStorage: the running transaction is found, never passed by hand. */
const storage = new AsyncLocalStorage<Map<string, unknown>>();

export const transactionScope = {
  bind: <F extends (this: unknown, ...args: unknown[]) => unknown>(fn: F): F => AsyncResource.bind(fn),
  run: <T>(fn: (context: Map<string, unknown>) => T): T => {
    const context = new Map(storage.getStore());
    return storage.run(context, () => fn(context));
  },
  get: (key: string): unknown => storage.getStore()?.get(key),
  set: (key: string, value: unknown): void => void storage.getStore()?.set(key, value),
};

/** All writes of one act, together or not at all. */
export interface UnitOfWork {
  /**
   * Runs `work` in a transaction and commits when it resolves. Inside another unit it joins that one.
   * No call to the outside (SMS, mail, HTTP) and no `Promise.all` of writes inside.
   */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Runs after the commit of the unit at hand; never when it is rolled back. For hints only: a crash may skip it. */
  afterCommit(hint: () => void): void;
}

const HINTS = 'hints';

export const unitOfWork = (sequelize: Sequelize, dialect: Dialect): UnitOfWork => ({
  run: async (work) => {
    if (transactionScope.get('transaction')) return work();
    const hints: (() => void)[] = [];
    const { transactionType: type, isolationLevel } = dialect;
    const result = await dialect.exclusive(() =>
      sequelize.transaction({ ...(type && { type }), ...(isolationLevel && { isolationLevel }) }, () => {
        transactionScope.set(HINTS, hints);
        return work();
      }),
    );
    for (const hint of hints) hint();
    return result;
  },
  afterCommit: (hint) => {
    const hints = transactionScope.get(HINTS) as (() => void)[] | undefined;
    if (hints) hints.push(hint);
    else hint();
  },
});
