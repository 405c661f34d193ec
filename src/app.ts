import { createHmac, hkdfSync } from 'node:crypto';
import { resolve } from 'node:path';
import type { Express } from 'express';
import type { Config } from '../config/index.js';
import { dialectFor } from '../config/dialects.js';
import { agencies } from './contracts/organisation.js';
import { createAudit } from './core/audit/audit.js';
import { systemClock, type Clock } from './core/clock.js';
import { openDatabase, type Database } from './core/db/connection.js';
import { createMigrator, type Migrator } from './core/db/migrator.js';
import { createDispatcher, type Dispatcher } from './core/events/dispatcher.js';
import { createOutbox } from './core/events/outbox.js';
import { createVault } from './core/files/vault.js';
import { createHttp } from './core/http/http.js';
import { openRedis, type Redis } from './core/http/redis.js';
import { DatabaseSessionStore } from './core/http/session-store.js';
import { coreJobs } from './core/jobs/core-jobs.js';
import { createScheduler, type Scheduler } from './core/jobs/scheduler.js';
import { setUp, type LoadedModule } from './core/kernel.js';
import { createLogger, type Logger } from './core/log.js';
import { coreMigrations } from './core/migrations.js';
import type { AnyModule, ModuleDefinition } from './core/module.js';

/** Parts that tests replace; everything else is the real thing. */
export interface Overrides {
  readonly clock?: Clock;
  readonly modules?: readonly AnyModule[];
}

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
  /** Starts background work; the caller listens. */
  start(): Promise<void>;
  /** Ends background work and closes connections; requests must have ended before. */
  stop(): Promise<void>;
  /** From now on `/readyz` says no. */
  drain(): void;
}

const derive = (key: Buffer, purpose: string): Buffer => Buffer.from(hkdfSync('sha256', key, '', purpose, 32));

/** The composition root: the only place that sees all parts at once. */
export const buildApp = async (config: Config, modules: readonly AnyModule[], overrides: Overrides = {}): Promise<App> => {
  const clock = overrides.clock ?? systemClock;
  const log = createLogger(config.logLevel);
  const db = await openDatabase(dialectFor(config.databaseUrl));
  const redis = config.redisUrl ? openRedis(config.redisUrl, log) : undefined;
  const store = new DatabaseSessionStore(db, clock);
  let loaded: LoadedModule[] = [];
  const subscriptions = () => loaded.flatMap(({ parts }) => parts.subscriptions ?? []);
  const dispatcher = createDispatcher({ db, clock, log, subscriptions });
  const shared = {
    production: config.production,
    publicUrl: config.publicUrl,
    db,
    uow: db.uow,
    audit: createAudit(db, clock),
    outbox: createOutbox(db, clock, {
      subscribersOf: (event) => subscriptions().filter((subscription) => subscription.event.name === event),
      poke: () => dispatcher.poke(),
    }),
    vault: createVault(config.uploadDir, derive(config.key, 'files')),
    clock,
    keyedHash: (purpose: string, value: string) => createHmac('sha256', derive(config.key, purpose)).update(value).digest('hex'),
  };
  let ports: (<T>(key: string) => T) | undefined;
  const contextFor = (definition: ModuleDefinition, use: Parameters<typeof setUp>[1] extends (d: never, use: infer U) => unknown ? U : never) => ({
    ...shared,
    settings: config.modules[definition.id],
    log: log.child({ module: definition.id }),
    use,
  });
  loaded = setUp(modules, contextFor);
  void ports;
  return { config, db, redis, modules: loaded, log, clock } as unknown as App;
};
