import { spawn, type ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../../src/core/db/connection.js';
import { participationQueries } from '../../src/modules/records/participation.queries.js';
import { Client } from './client.js';
import { load, median } from './load.js';
import type { Site } from './site.js';

const PATH = '/ca-nhan/qua-trinh-tham-gia';
/** The statement of the page, caught on its way to the database. */
const statement = async (number: string): Promise<{ sql: string; params: string }> => {
  let caught = { sql: '', params: '[]' };
  const recorder = {
    rows: async (sql: string, params: unknown[]) => ((caught = { sql, params: JSON.stringify(params) }), []),
  };
  await participationQueries(recorder as unknown as Database).ofFund(number, 'bhxh');
  return caught;
};

const startFloor = async (
  site: Site,
  number: string,
  html: string,
): Promise<{ process: ChildProcess; address: string }> => {
  const page = join(site.folder, 'page.html');
  writeFileSync(page, html);
  const { sql, params } = await statement(number);
  const floor = spawn(process.execPath, [
    '--import',
    'tsx',
    'test/bench/floor.ts',
    site.databaseUrl,
    sql,
    params,
    page,
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

const [ROUNDS, SECONDS] = [3, 8];

/** S1: the signed-in page of this person against the floor, in turns, so that both meet the same machine. */
export const participationPage = async (site: Site, number: string): Promise<Comparison> => {
  const citizen = await new Client(site.server.address, '198.51.100.7').signIn('/dang-nhap', number, 'Ansinh#2026');
  const { status, text } = await citizen.get(PATH);
  if (status !== 200) throw new Error(`the page was answered with ${status}`);
  const floor = await startFloor(site, number, text);
  const pairs: { ours: number; floor: number; p99: number }[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const bare = await load(floor.address, {}, round < 0 ? 2 : SECONDS);
    const full = await load(site.server.address + PATH, citizen.headers(), round < 0 ? 2 : SECONDS);
    if (full.failed > 0) throw new Error(`${full.failed} requests of the page failed`);
    if (round >= 0) pairs.push({ ours: full.perSecond, floor: bare.perSecond, p99: full.p99 });
  }
  floor.process.kill('SIGTERM');
  return {
    ours: median(pairs.map(({ ours }) => ours)),
    floor: median(pairs.map(({ floor: bare }) => bare)),
    ratio: median(pairs.map(({ ours, floor: bare }) => ours / bare)),
    p99: median(pairs.map(({ p99 }) => p99)),
    bytes: Buffer.byteLength(text),
  };
};
