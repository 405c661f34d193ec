import cluster from 'node:cluster';
import { createServer, type Server } from 'node:http';
import { ConfigError, readConfig, type Config } from '../config/index.js';
import { modules } from '../config/modules.js';
import { environment, slices } from '../config/environment.js';
import { buildApp, type App } from './app.js';
import { seedFirstStart } from './seed.js';

/** Requests in flight get this long to end after SIGTERM. */
const GRACE = 8_000;

const listen = (server: Server, { port, host }: Config): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const patience = setTimeout(() => server.closeAllConnections(), GRACE);
    server.close(() => {
      clearTimeout(patience);
      resolve();
    });
    server.closeIdleConnections();
  });

const stopOnSignal = (app: App, server: Server): void => {
  const stop = async (): Promise<void> => {
    app.drain();
    await closed(server);
    await app.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
};

/** Slow clients are cut off: headers within 10 s, the whole request within 2 minutes (pictures over a weak line). */
const serve = (app: App): Server =>
  createServer({ headersTimeout: 10_000, requestTimeout: 120_000, keepAliveTimeout: 65_000 }, app.express);

const run = async (): Promise<void> => {
  const config = readConfig(environment(), slices(modules));
  if (config.workers > 1 && cluster.isPrimary) return supervise(config);
  const app = await buildApp(config, modules);
  if (!cluster.isWorker) await prepare(app);
  await app.start();
  const server = serve(app);
  await listen(server, config);
  stopOnSignal(app, server);
  app.log.info({ address: config.publicUrl, host: config.host, port: config.port }, 'An Sinh is listening');
};

/** Migrations, and at the very first start of a development installation reference and demo rows. */
const prepare = async (app: App): Promise<void> => {
  const { fresh } = await app.migrator.up();
  if (fresh) await seedFirstStart(app);
};

const supervise = async (config: Config): Promise<void> => {
  const app = await buildApp({ ...config, redisUrl: undefined }, modules);
  await prepare(app);
  await app.stop();
  for (let index = 0; index < config.workers; index += 1) cluster.fork();
  let stopping = false;
  cluster.on('exit', () => {
    if (!stopping) cluster.fork();
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => {
      stopping = true;
      for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
    });
};

run().catch((error: unknown) => {
  process.stderr.write(
    error instanceof ConfigError ? `${error.message}\n` : `${String((error as Error).stack ?? error)}\n`,
  );
  process.exit(1);
});
