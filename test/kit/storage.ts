import { randomBytes } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import { copyDatabase, createDatabase, databaseUrl, dropDatabase, restoreDatabase } from './mysql.js';
import { borrowRedis } from './redis.js';

/** Where one house keeps its things. */
export interface Storage {
  /** Environment that leads there. */
  readonly env: Record<string, string>;
  remove(): Promise<void>;
}

/** Fills an empty storage; run once per template and run. */
export type Fill = (env: Record<string, string>) => Promise<void>;

export const engine = (): 'embedded' | 'server' => (process.env['TEST_ENGINE'] === 'server' ? 'server' : 'embedded');

const serverUrl = (): string => process.env['TEST_MYSQL_URL'] ?? '';
const randomName = (): string => `${process.pid}_${randomBytes(4).toString('hex')}`;
const folder = (name: string): string => join(inject('runDir'), name);

const envFor = (name: string): Record<string, string> => ({
  VAR_DIR: folder(name),
  KEY_FILE: folder('files.key'),
  UPLOAD_DIR: join(folder(name), 'uploads'),
  DATABASE_URL:
    engine() === 'server'
      ? databaseUrl(serverUrl(), inject('runDir'), name)
      : `sqlite:${join(folder(name), 'ansinh.db')}`,
});

const prepare = async (name: string): Promise<void> => {
  mkdirSync(join(folder(name), 'uploads'), { recursive: true });
  if (engine() === 'server') await createDatabase(serverUrl(), envFor(name)['DATABASE_URL'] ?? '');
};

const copyDatabaseOf = async (template: string, name: string): Promise<void> => {
  const [from, to] = [envFor(template)['DATABASE_URL'] ?? '', envFor(name)['DATABASE_URL'] ?? ''];
  if (engine() === 'server') return copyDatabase(serverUrl(), from, to);
  for (const suffix of ['', '-wal']) {
    const file = join(folder(template), `ansinh.db${suffix}`);
    if (existsSync(file)) copyFileSync(file, join(folder(name), `ansinh.db${suffix}`));
  }
};

const waitFor = async (ready: string, failed: string): Promise<void> => {
  while (!existsSync(ready)) {
    if (existsSync(failed)) throw new Error(`the template could not be made: ${readFileSync(failed, 'utf8')}`);
    await wait(50);
  }
};

/** Makes the template once per run: the first file that needs it works, the others wait. */
const ensureTemplate = async (template: string, fill: Fill): Promise<void> => {
  const [lock, ready, failed] = ['lock', 'ready', 'failed'].map((mark) => folder(`${template}.${mark}`)) as [
    string,
    string,
    string,
  ];
  try {
    mkdirSync(lock);
  } catch {
    return waitFor(ready, failed);
  }
  try {
    await prepare(template);
    await fill(envFor(template));
    writeFileSync(ready, '');
  } catch (error) {
    writeFileSync(failed, String((error as Error).stack));
    throw error;
  }
};

/** Databases that were given back as their template is, by its name. */
const spare = new Map<string, string[]>();

/** A copy of the template: one that another file has given back, or a new one. */
const takeCopy = async (template: string): Promise<string> => {
  const used = spare.get(template)?.pop();
  const name = used ?? randomName();
  if (used) mkdirSync(folder(name), { recursive: true });
  else await prepare(name);
  cpSync(join(folder(template), 'uploads'), join(folder(name), 'uploads'), { recursive: true });
  if (!used) await copyDatabaseOf(template, name);
  return name;
};

/** Keeps the database of a copy for the next file where it can be made as it was; drops it otherwise. */
const giveBack = async (name: string, template: string | undefined): Promise<void> => {
  const url = envFor(name)['DATABASE_URL'] ?? '';
  if (engine() !== 'server') return;
  if (template && (await restoreDatabase(serverUrl(), envFor(template)['DATABASE_URL'] ?? '', url)))
    spare.set(template, [...(spare.get(template) ?? []), name]);
  else await dropDatabase(serverUrl(), url);
};

/** An own database, upload folder and, on the server engine, Redis space; copied from a template where one is named. */
export const openStorage = async (template?: { name: string; fill: Fill }): Promise<Storage> => {
  if (template) await ensureTemplate(template.name, template.fill);
  const name = template ? await takeCopy(template.name) : randomName();
  if (!template) await prepare(name);
  const redis = engine() === 'server' ? await borrowRedis(process.env['TEST_REDIS_URL'] ?? '') : undefined;
  const env: Record<string, string> = { ...envFor(name), ...(redis && { REDIS_URL: redis.url }) };
  return {
    env,
    remove: async () => {
      await redis?.release();
      await giveBack(name, template?.name);
      rmSync(folder(name), { recursive: true, force: true });
    },
  };
};
