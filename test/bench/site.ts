import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dialectFor } from '../../config/dialects.js';
import { openDatabase, type Database } from '../../src/core/db/connection.js';
import { openGateway } from '../kit/gateway.js';
import { createDatabase, databaseUrl, dropDatabase } from '../kit/mysql.js';
import { startServer, type RunningServer } from '../kit/process.js';
import { borrowRedis } from '../kit/redis.js';

export type Engine = 'embedded' | 'server';

/** An installation under load: demo rows, then one process with the settings of production. */
export interface Site {
  readonly server: RunningServer;
  readonly db: Database;
  readonly databaseUrl: string;
  readonly folder: string;
  /** Environment in which rows may be made up. */
  readonly seedEnv: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export const MYSQL = process.env['TEST_MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306';
const REDIS = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379';

const production = (folder: string): Record<string, string> => ({
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  PUBLIC_URL: 'https://bench.invalid',
  SESSION_SECRET: 'bench '.repeat(8),
  // Nobody takes letters here: they wait in the outbox and are tried again, as with a server that is away.
  SMTP_URL: 'smtp://127.0.0.1:9',
  KEY_FILE: join(folder, 'files.key'),
  UPLOAD_DIR: join(folder, 'uploads'),
  TRUST_PROXY: '1',
  LOG_LEVEL: 'silent',
});

/** Seeds outside production, where the demo is allowed, then starts as in production. */
const startTwice = async (
  folder: string,
  env: Readonly<Record<string, string>>,
  sms: Readonly<Record<string, string>>,
): Promise<RunningServer> => {
  const first = await startServer({ ...env, VAR_DIR: folder });
  first.kill('SIGTERM');
  await first.ended;
  return startServer({ ...env, ...production(folder), ...sms });
};

export const openSite = async (engine: Engine, more: Readonly<Record<string, string>> = {}): Promise<Site> => {
  const folder = mkdtempSync(join(tmpdir(), 'ansinh-bench-'));
  writeFileSync(join(folder, 'files.key'), 'b2'.repeat(32));
  const gateway = await openGateway();
  const server = engine === 'server';
  const url = server ? databaseUrl(MYSQL, folder, 'bench') : `sqlite:${join(folder, 'ansinh.db')}`;
  if (server) await createDatabase(MYSQL, url);
  const redis = server ? await borrowRedis(REDIS) : undefined;
  const env = { DATABASE_URL: url, ...(redis && { REDIS_URL: redis.url }), ...more };
  const running = await startTwice(folder, env, gateway.env);
  const db = await openDatabase(dialectFor(url));
  return {
    server: running,
    db,
    databaseUrl: url,
    folder,
    seedEnv: { ...env, VAR_DIR: folder },
    close: async () => {
      running.kill('SIGTERM');
      await running.ended;
      await db.close();
      await gateway.close();
      await redis?.release();
      if (server) await dropDatabase(MYSQL, url);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
