import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readConfig } from '../../config/index.js';
import { slices } from '../../config/environment.js';
import { buildApp, type App } from '../../src/app.js';
import { systemClock, type Clock } from '../../src/core/clock.js';
import type { ModuleDefinition } from '../../src/core/module.js';
import { seed } from '../../src/seed.js';
import { Browser } from './browser.js';
import { DEFAULT_TIME, testClock, type TestClock } from './clock.js';
import { screenMessages, type SeenMessage } from './messages.js';
import { signIn } from './sign-in.js';
import { openStorage, type Storage } from './storage.js';

export interface HouseOptions {
  /** Demo people and their data, seeded relative to `at`. */
  readonly demo?: boolean;
  /** Where the clock stands; DEFAULT_TIME unless told. */
  readonly at?: string;
  /** Other modules than those of config/modules.ts. */
  readonly modules?: readonly ModuleDefinition[];
  /** Environment variables on top. */
  readonly env?: Readonly<Record<string, string>>;
  /** Real time and running background work, for tests in a real browser. The clock cannot be moved then. */
  readonly live?: boolean;
}

/** The whole application on a fresh database, with what a test needs around it. */
export interface House {
  readonly app: App;
  readonly express: App['express'];
  readonly clock: TestClock;
  /** http://127.0.0.1:port */
  readonly address: string;
  readonly server: Server;
  readonly env: Readonly<Record<string, string>>;
  /** A new browser without cookies. */
  browser(userAgent?: string): Browser;
  /** A browser in which this officer of the demo has signed in. */
  officer(username: string, password?: string): Promise<Browser>;
  /** A browser in which this citizen of the demo has signed in. */
  citizen(number?: string, password?: string): Promise<Browser>;
  /** Handles every event that is due. */
  settle(): Promise<number>;
  /** What the screen driver showed, oldest first. */
  messages(filter?: { to?: string; channel?: 'sms' | 'email' }): Promise<SeenMessage[]>;
  close(): Promise<void>;
}

export const DEFAULTS = {
  NODE_ENV: 'test',
  LOG_LEVEL: 'silent',
  SESSION_SECRET: 'test '.repeat(8),
  PORT: '0',
  PUBLIC_URL: 'http://127.0.0.1',
};

const everyModule = async (): Promise<readonly ModuleDefinition[]> => (await import('../../config/modules.js')).modules;

const build = (
  env: Readonly<Record<string, string>>,
  modules: readonly ModuleDefinition[],
  clock: Clock,
): Promise<App> => buildApp(readConfig({ ...DEFAULTS, ...env }, slices(modules)), modules, { clock });

/** Brings an empty storage to the state of a template, then lets go of it. */
const filler =
  (modules: readonly ModuleDefinition[], clock: Clock, demo: boolean) =>
  async (env: Readonly<Record<string, string>>): Promise<void> => {
    const app = await build(env, modules, clock);
    try {
      await fill(app, demo);
    } finally {
      await app.stop();
    }
  };

const fill = async (app: App, demo: boolean): Promise<void> => {
  await app.migrator.up();
  await seed(app, 'reference');
  if (demo) await seed(app, 'demo');
};

/** A template serves every file of the run that asks for the same modules and the same time. */
const storageFor = async (
  { demo = false, at, modules, live }: HouseOptions,
  all: readonly ModuleDefinition[],
): Promise<{ storage: Storage; filled: boolean }> => {
  if (modules) return { storage: await openStorage(), filled: false };
  if (demo && live) {
    const today = { name: 'demo_today', fill: filler(all, systemClock, true) };
    return { storage: await openStorage(today), filled: true };
  }
  if (demo && at !== undefined && at !== DEFAULT_TIME) {
    const reference = { name: 'reference', fill: filler(all, testClock(), false) };
    return { storage: await openStorage(reference), filled: false };
  }
  const template = { name: demo ? 'demo' : 'reference', fill: filler(all, testClock(), demo) };
  return { storage: await openStorage(template), filled: true };
};

const listen = (app: App): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer(app.express).listen(0, '127.0.0.1', () => resolve(server));
  });

/** Builds the real application on a fresh database with reference data. Close it at the end of the file. */
export const openHouse = async (options: HouseOptions = {}): Promise<House> => {
  const modules = options.modules ?? (await everyModule());
  const clock = testClock(options.at);
  const { storage, filled } = await storageFor(options, modules);
  const env = { ...storage.env, ...options.env };
  const app = await build(env, modules, options.live ? systemClock : clock);
  if (!filled) await fill(app, options.demo ?? false);
  if (options.live) await app.start();
  else await app.redis?.connect();
  const server = await listen(app);
  const browser = (userAgent?: string): Browser => new Browser(server, userAgent);
  return {
    app,
    express: app.express,
    clock,
    server,
    env,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    browser,
    officer: (username, password = 'Canbo#2026') => signIn(browser(), '/can-bo/dang-nhap', username, password),
    citizen: (number = '4812345678', password = 'Ansinh#2026') => signIn(browser(), '/dang-nhap', number, password),
    settle: () => app.dispatcher.drain(),
    messages: (filter = {}) => screenMessages(app.db, filter),
    close: async () => {
      app.drain();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await app.stop();
      await storage.remove();
    },
  };
};
