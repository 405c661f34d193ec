import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RequestHandler } from 'express';
import type { Assets } from './assets.js';
import { access, get, page, type Route } from './route.js';

/** Where the script of the service worker lies: at the root, so that it may serve every page. */
export const WORKER_PATH = '/sw.js';

/** Under a name that stays, and asked for anew each time: a browser finds out by it that there is another build. */
export const serviceWorker = (assets: Assets, assetsDir: string): RequestHandler => {
  const script = readFileSync(join(assetsDir, basename(assets.asset('sw.js'))));
  return (_req, res) => void res.type('js').setHeader('Cache-Control', 'no-cache').send(script);
};

/** What the service worker shows when the network is away and the page was not kept. */
export const offlineRoute = (): Route =>
  get('/ngoai-tuyen', {
    access: access.public,
    session: 'none',
    cache: 'public, max-age=0',
    handler: () => page('offline', { title: 'Không có mạng' }),
  });
