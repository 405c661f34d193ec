import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../src/core/db/connection.js';
import { load, median } from './load.js';
import type { Site } from './site.js';

/** A statement with its values as JSON. */
export interface Statement {
  readonly sql: string;
  readonly params: string;
}

/** The last statement that `work` sends, caught on its way to the database. */
export const statementOf = async (work: (db: Database) => Promise<unknown>, db?: Database): Promise<Statement> => {
  let caught = { sql: '', params: '[]' };
  const rows = async (sql: string, params: unknown) => ((caught = { sql, params: JSON.stringify(params) }), []);
  await work({ ...db, rows } as unknown as Database);
  return caught;
};

const startFloor = async (site: Site, { sql, params }: Statement, html: string) => {
  const page = join(site.folder, 'page.html');
  writeFileSync(page, html);
  const floor = spawn(process.execPath, [
    ...['--import', 'tsx', 'test/bench/floor.ts'],
    ...[site.databaseUrl, sql, params, page],
  ]);
  const port = await new Promise<string>((resolve, reject) => {
    floor.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    floor.once('exit', () => reject(new Error('the floor did not start')));
  });
  return { process: floor, address: `http://127.0.0.1:${port}` };
};

export interface Comparison {
  readonly ours: number;
  readonly floor: number;
  readonly ratio: number;
  readonly p99: number;
  readonly bytes: number;
}

interface Page {
  readonly path: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What the page asks of the database. */
  readonly statement: Statement;
}

const [ROUNDS, SECONDS] = [3, 8];

/** A page against the floor, in turns, so that both meet the same machine. */
export const besideFloor = async (site: Site, { path, html, headers, statement }: Page): Promise<Comparison> => {
  const floor = await startFloor(site, statement, html);
  const pairs: { ours: number; floor: number; p99: number }[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const bare = await load(floor.address, {}, round < 0 ? 2 : SECONDS);
    const full = await load(site.server.address + path, headers, round < 0 ? 2 : SECONDS);
    if (full.failed > 0) throw new Error(`${full.failed} requests of ${path} failed`);
    if (round >= 0) pairs.push({ ours: full.perSecond, floor: bare.perSecond, p99: full.p99 });
  }
  floor.process.kill('SIGTERM');
  return {
    ours: median(pairs.map(({ ours }) => ours)),
    floor: median(pairs.map(({ floor: bare }) => bare)),
    ratio: median(pairs.map(({ ours, floor: bare }) => ours / bare)),
    p99: median(pairs.map(({ p99 }) => p99)),
    bytes: Buffer.byteLength(html),
  };
};
