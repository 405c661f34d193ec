import type { RequestListener } from 'node:http';
import type { Clock } from '../clock.js';
import type { Database } from '../db/connection.js';
import type { Topics } from '../db/topics.js';
import type { LoadedModule } from '../kernel.js';
import type { Logger } from '../log.js';
import type { Office } from '../module.js';
import { readAssets } from './assets.js';
import { createCsrf } from './csrf.js';
import { frontRoute } from './front.js';
import { healthRoutes } from './health.js';
import { createMenu } from './menu.js';
import { fromMemory } from './kept-answer.js';
import type { KeptForms } from './kept-form.js';
import { mount } from './mount.js';
import { offlineRoute, serviceWorker, WORKER_PATH } from './offline.js';
import { officerArea } from './officer-area.js';
import { createPageCache } from './page-cache.js';
import { createPipeline, lastHandler } from './pipeline.js';
import { createLimiter } from './rate-limit.js';
import type { Redis } from './redis.js';
import { createRenderer } from './render.js';
import { createRespond, notFound } from './respond.js';
import type { Route } from './route.js';
import { menuSearch, searchRoute } from './search.js';
import { siteRoutes } from './site-map.js';
import type { DatabaseSessionStore } from './session-store.js';
import { Sessions } from './session.js';

export interface HttpParts {
  readonly production: boolean;
  readonly trustProxy: number | string | false;
  readonly sessionSecret: string;
  readonly csrfSecret: string;
  readonly assetsDir: string;
  readonly viewsDir: string;
  readonly db: Database;
  readonly topics: Topics;
  readonly publicUrl: string;
  readonly redis: Redis | undefined;
  readonly store: DatabaseSessionStore;
  readonly kept: KeptForms;
  readonly modules: readonly LoadedModule[];
  readonly clock: Clock;
  readonly log: Logger;
  stopping(): boolean;
}

const NO_OFFICE: Office = { name: 'An Sinh', address: '', hours: '', hotline: '', email: '' };

/** How long `/readyz` waits for the database and Redis. */
const READY_WITHIN = 1_000;

type RouteParts = Pick<HttpParts, 'production' | 'db' | 'redis' | 'modules' | 'stopping'>;

/** The routes of the house and of all modules, those for development only where they belong. */
export const routesOf = (parts: RouteParts & { readonly publicUrl?: string }): Route[] => {
  const ping = async (): Promise<void> => {
    await Promise.all([parts.db.ping(READY_WITHIN), parts.redis?.ping(READY_WITHIN)]);
  };
  const front = parts.modules.flatMap((module) => module.parts.front ?? []);
  const nav = parts.modules.flatMap((module) => module.parts.nav ?? []);
  const searches = parts.modules.flatMap((module) => module.parts.publicSearch ?? []);
  const maps = parts.modules.flatMap((module) => module.parts.siteMap ?? []);
  const all = [
    ...healthRoutes({ ping, stopping: parts.stopping }),
    ...(front.length ? [frontRoute(front)] : []),
    searchRoute([menuSearch(nav), ...searches]),
    offlineRoute(),
    ...siteRoutes({ nav, maps, publicUrl: parts.publicUrl ?? '' }),
    ...parts.modules.flatMap((module) => module.parts.routes ?? []),
  ];
  return all.filter((route) => !parts.production || route.access.realm !== 'development');
};

/** The Express application: pipeline, routes, and what answers when no route does. */
export const createHttp = (parts: HttpParts): RequestListener => {
  const { production, log, modules } = parts;
  const assets = readAssets(parts.assetsDir);
  const csrf = createCsrf(parts.csrfSecret, production);
  const sessions = new Sessions({
    store: parts.redis?.sessions ?? parts.store,
    secret: parts.sessionSecret,
    production,
    clock: parts.clock,
  });
  sessions.actors = modules.find((module) => module.parts.actors)?.parts.actors;
  const office = modules.find((module) => module.parts.office)?.parts.office;
  const respond = createRespond({
    render: createRenderer({ viewsDir: parts.viewsDir, assets, production }),
    asset: (name) => assets.asset(name),
    csrf,
    kept: parts.kept,
    demo: !production,
    menuOf: createMenu(modules.flatMap((module) => module.parts.nav ?? [])),
    office: office ?? (() => Promise.resolve(NO_OFFICE)),
  });
  const routes = routesOf(parts);
  const raw = routes.filter((route) => route.raw);
  const imageSources = modules.flatMap((module) => module.parts.imageSources ?? []);
  const { trustProxy, assetsDir } = parts;
  const pages = createPageCache(parts.topics, parts.clock);
  const app = createPipeline({ production, trustProxy, assetsDir, imageSources, log, raw });
  app.get(WORKER_PATH, serviceWorker(assets, assetsDir));
  app.use(officerArea((ip) => modules.every((module) => module.parts.admitsOfficers?.(ip) ?? true), respond));
  mount(app, routes, { sessions, csrf, kept: parts.kept, limiter: createLimiter(parts.redis), pages, respond, log });
  app.use(notFound(respond));
  app.use(lastHandler(respond, log));
  return fromMemory(pages, app);
};
