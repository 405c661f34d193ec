import { createServer } from 'node:http';
import { readConfig } from '../../config/index.js';
import { slices } from '../../config/environment.js';
import { modules } from '../../config/modules.js';
import { buildApp, type App } from '../../src/app.js';
import { Browser } from './browser.js';
import { DEFAULTS, type House } from './house.js';
import { signIn } from './sign-in.js';

/** A second process on the database of a house, with the house's clock. Close it before the house. */
export interface Neighbour {
  readonly app: App;
  browser(): Browser;
  officer(username: string): Promise<Browser>;
  close(): Promise<void>;
}

export const openNeighbour = async (house: House): Promise<Neighbour> => {
  const app = await buildApp(readConfig({ ...DEFAULTS, ...house.env }, slices(modules)), modules, {
    clock: house.clock,
  });
  await app.redis?.connect();
  const server = createServer(app.express).listen(0, '127.0.0.1');
  const browser = (): Browser => new Browser(server);
  return {
    app,
    browser,
    officer: (username) => signIn(browser(), '/can-bo/dang-nhap', username, 'Canbo#2026'),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await app.stop();
    },
  };
};
