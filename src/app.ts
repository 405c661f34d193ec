import { resolve } from 'node:path';
import type { RequestListener } from 'node:http';
import { dialectFor } from '../config/dialects.js';
import type { Config } from '../config/index.js';
import { systemClock, type Clock } from './core/clock.js';
import type { Database } from './core/db/connection.js';
import { createMigrator, type Migrator } from './core/db/migrator.js';
import { coreActs } from './core/acts.js';
import type { Dispatcher } from './core/events/dispatcher.js';
import { buildHouse, furnish, type House } from './core/house.js';
import { createHttp } from './core/http/http.js';
import { createKeptForms } from './core/http/kept-form.js';
import type { Redis } from './core/http/redis.js';
import { DatabaseSessionStore } from './core/http/session-store.js';
import { coreJobs, coreRetentions } from './core/jobs/core-jobs.js';
import { createScheduler, type Scheduler } from './core/jobs/scheduler.js';
import { retentionJobs } from './core/retention/retention.js';
import { orderModules, setUp, type LoadedModule } from './core/kernel.js';
import type { Logger } from './core/log.js';
import { coreMigrations } from './core/migrations.js';
import type { ModuleDefinition } from './core/module.js';

/** The whole application, wired and not yet started. */
export interface App {
  readonly config: Config;
  readonly express: RequestListener;
  readonly db: Database;
  readonly redis: Redis | undefined;
  readonly modules: readonly LoadedModule[];
  readonly migrator: Migrator;
  readonly dispatcher: Dispatcher;
  readonly scheduler: Scheduler;
  readonly imports: House['shared']['imports'];
  readonly log: Logger;
  readonly clock: Clock;
  /** Connects, starts modules, dispatcher and jobs. The caller listens. */
  start(): Promise<void>;
  /** `/readyz` says no from here on; requests in flight go on. */
  drain(): void;
  /** Ends background work and closes connections; call it after the last request. */
  stop(): Promise<void>;
}

/** Views and built assets lie beside the working directory, as `npm start` and the units of deployment have it. */
const PLACES = { viewsDir: resolve('views'), assetsDir: resolve('dist/public') };

const migratorOf = (db: Database, loaded: readonly LoadedModule[]): Migrator =>
  createMigrator(db, [
    { id: 'core', migrations: coreMigrations },
    ...loaded.map(({ definition }) => ({ id: definition.id, migrations: definition.migrations })),
  ]);

/** The composition root: the only place that sees all parts at once. */
export const buildApp = async (
  config: Config,
  modules: readonly ModuleDefinition[],
  replace: { clock?: Clock } = {},
): Promise<App> => {
  const house = await buildHouse(config, dialectFor(config.databaseUrl), replace.clock ?? systemClock);
  const { db, redis, clock, log, keyring, dispatcher } = house;
  const ordered = orderModules(modules);
  const permissions = ordered.flatMap((definition) => definition.permissions ?? []);
  const acts = Object.fromEntries([coreActs, ...ordered.map((one) => one.acts ?? {})].flatMap(Object.entries<string>));
  const loaded = setUp(modules, ({ id }, use) => {
    const own = { settings: config.modules[id], log: log.child({ module: id }), permissions, acts, use };
    return { ...house.shared, ...own };
  });
  const parts = loaded.map((module) => module.parts);
  const store = new DatabaseSessionStore(db, clock);
  const kept = createKeptForms(db, keyring, { clock, production: config.production });
  furnish(house, parts, coreRetentions(dispatcher, store, kept));
  const jobs = [
    ...coreJobs(house.sealer),
    ...parts.flatMap((part) => part.jobs ?? []),
    ...retentionJobs(db, clock, house.retentions),
  ];
  const scheduler = createScheduler({ db, clock, log }, jobs);
  const migrator = migratorOf(db, loaded);
  let stopping = false;
  const { production, publicUrl, trustProxy, sessionSecret } = config;
  const secrets = { sessionSecret, csrfSecret: keyring.keyFor('csrf').toString('hex') };
  const base = { db, redis, clock, log, modules: loaded };
  const web = { ...base, ...PLACES, ...secrets, store, kept, production, publicUrl, trustProxy };
  const express = createHttp({ ...web, topics: house.shared.topics, stopping: () => stopping });

  return {
    ...base,
    config,
    express,
    migrator,
    dispatcher,
    scheduler,
    imports: house.shared.imports,
    start: async () => {
      await redis?.connect();
      for (const part of parts) await part.start?.();
      dispatcher.start();
      scheduler.start();
    },
    drain: () => void (stopping = true),
    stop: async () => {
      await Promise.all([dispatcher.stop(), scheduler.stop()]);
      for (const part of [...parts].reverse()) await part.stop?.();
      await redis?.close();
      await db.close();
    },
  };
};
