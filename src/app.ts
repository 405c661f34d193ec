import { createHmac, hkdfSync } from 'node:crypto';
import { resolve } from 'node:path';
import type { Express } from 'express';
import { dialectFor } from '../config/dialects.js';
import type { Config } from '../config/index.js';
import { createAudit } from './core/audit/audit.js';
import { systemClock, type Clock } from './core/clock.js';
import { openDatabase, type Database } from './core/db/connection.js';
import { createMigrator, type Migrator } from './core/db/migrator.js';
import { createDispatcher, type Dispatcher } from './core/events/dispatcher.js';
import { createOutbox, type Subscription } from './core/events/outbox.js';
import { createVault } from './core/files/vault.js';
import { createHttp } from './core/http/http.js';
import { openRedis, type Redis } from './core/http/redis.js';
import { DatabaseSessionStore } from './core/http/session-store.js';
import { coreJobs } from './core/jobs/core-jobs.js';
import { createScheduler, type Scheduler } from './core/jobs/scheduler.js';
import { orderModules, setUp, type LoadedModule } from './core/kernel.js';
import { createLogger, type Logger } from './core/log.js';
import { coreMigrations } from './core/migrations.js';
import type { AnyModule } from './core/module.js';

/** The whole application, wired and not yet started. */
export interface App {
  readonly config: Config;
  readonly express: Express;
  readonly db: Database;
  readonly redis: Redis | undefined;
  readonly modules: readonly LoadedModule[];
  readonly migrator: Migrator;
  readonly dispatcher: Dispatcher;
  readonly scheduler: Scheduler;
  readonly log: Logger;
  readonly clock: Clock;
  /** Connects, starts modules, dispatcher and jobs. The caller listens. */
  start(): Promise<void>;
  /** `/readyz` says no from here on; requests in flight go on. */
  drain(): void;
  /** Ends background work and closes connections; call it after the last request. */
  stop(): Promise<void>;
}

const derive = (key: Buffer, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', purpose, 32));

/** Views and built assets lie beside the working directory, as `npm start` and the units of deployment have it. */
const PLACES = { viewsDir: resolve('views'), assetsDir: resolve('dist/public') };

interface Base {
  readonly db: Database;
  readonly clock: Clock;
  readonly subscriptions: readonly Subscription[];
  readonly dispatcher: Dispatcher;
}

/** What every module is given, whichever it is. */
const houseOf = (config: Config, modules: readonly AnyModule[], { db, clock, subscriptions, dispatcher }: Base) => ({
  production: config.production,
  publicUrl: config.publicUrl,
  permissions: orderModules(modules).flatMap((definition) => definition.permissions ?? []),
  db,
  uow: db.uow,
  audit: createAudit(db, clock),
  outbox: createOutbox(db, clock, {
    subscribersOf: (event) => subscriptions.filter((subscription) => subscription.event.name === event),
    poke: () => dispatcher.poke(),
  }),
  vault: createVault(config.uploadDir, derive(config.key, 'files')),
  clock,
  keyedHash: (purpose: string, value: string) =>
    createHmac('sha256', derive(config.key, purpose)).update(value).digest('hex'),
});

/** The composition root: the only place that sees all parts at once. */
export const buildApp = async (
  config: Config,
  modules: readonly AnyModule[],
  replace: { clock?: Clock } = {},
): Promise<App> => {
  const clock = replace.clock ?? systemClock;
  const log = createLogger(config.logLevel);
  const db = await openDatabase(dialectFor(config.databaseUrl));
  const redis = config.redisUrl ? openRedis(config.redisUrl, log) : undefined;
  const store = new DatabaseSessionStore(db, clock);
  const subscriptions: Subscription[] = [];
  const dispatcher = createDispatcher({ db, clock, log, subscriptions: () => subscriptions });
  const house = houseOf(config, modules, { db, clock, subscriptions, dispatcher });
  const loaded = setUp(modules, (definition, use) => {
    const own = { settings: config.modules[definition.id], log: log.child({ module: definition.id }), use };
    return { ...house, ...own };
  });
  const parts = loaded.map((module) => module.parts);
  subscriptions.push(...parts.flatMap((part) => part.subscriptions ?? []));
  const jobs = [...coreJobs({ dispatcher, store }), ...parts.flatMap((part) => part.jobs ?? [])];
  const scheduler = createScheduler({ db, clock, log }, jobs);
  let stopping = false;
  const { production, trustProxy, sessionSecret } = config;
  const secrets = { sessionSecret, csrfSecret: derive(config.key, 'csrf').toString('hex') };
  const base = { db, redis, store, clock, log, modules: loaded };
  const express = createHttp({ ...base, ...PLACES, ...secrets, production, trustProxy, stopping: () => stopping });
  const migrator = createMigrator(db.sequelize, [
    { id: 'core', migrations: coreMigrations },
    ...loaded.map(({ definition }) => ({ id: definition.id, migrations: definition.migrations })),
  ]);
  return {
    ...{ config, express, db, redis, modules: loaded, migrator, dispatcher, scheduler, log, clock },
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
