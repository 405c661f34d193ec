import { readFileSync, statSync } from 'node:fs';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { writeParticipation, writePeople } from '../kit/extracts.js';
import { createDatabase, databaseUrl, dropDatabase } from '../kit/mysql.js';
import { startCommand } from '../kit/process.js';

/** One file, by the server alone and by us. */
export interface Imported {
  readonly rows: number;
  /** Rows a second: LOAD DATA into the same table, and `ansinh import` with all its checks. */
  readonly floor: number;
  readonly ours: number;
  /** Most megabytes of the process in the first and in the second half. */
  readonly memory: readonly [first: number, second: number];
}

/** So many people, with eight rows each, unless BENCH_PEOPLE says otherwise. */
export const PEOPLE = Number(process.env['BENCH_PEOPLE'] ?? 200_000);
const ROWS_EACH = 8;

const FORM = String.raw`CHARACTER SET utf8mb4 FIELDS TERMINATED BY ',' OPTIONALLY ENCLOSED BY '"' LINES TERMINATED BY '\n' IGNORE 1 LINES`;

/** The same columns from the same cells; keys ascend as ours do. */
const PEOPLE_SQL = `LOAD DATA LOCAL INFILE 'file' INTO TABLE records_participant ${FORM}
  (insurance_number, @citizen, full_name, @birth, @sex, @paper, @phone, @email, @street, @commune, @province, address,
   @old, @household, @role)
  SET id = LPAD(@n := @n + 1, 36, '0'), citizen_id = NULLIF(@citizen, ''), name_folded = LOWER(full_name),
  birth_date = @birth, birth_precision = IF(LENGTH(@birth) = 4, 'year', 'day'), sex = IF(@sex = 'Nam', 'male', 'female'),
  paper_number = NULLIF(@paper, ''), phone = NULLIF(@phone, ''), email = NULLIF(@email, ''),
  street = NULLIF(@street, ''), commune_code = NULLIF(@commune, ''), province_code = NULLIF(@province, ''),
  old_address = NULLIF(@old, ''), household_code = NULLIF(@household, ''), household_role = NULLIF(@role, ''),
  updated_at = NOW(3)`;

const PARTICIPATION_SQL = `LOAD DATA LOCAL INFILE 'file' INTO TABLE records_participation ${FORM}
  (insurance_number, @fund, @kind, @from, @to, employer_code, employer_name, job_title, position, workplace,
   wage_for_contribution, @wage, @state, @once, @day)
  SET fund = CASE @fund WHEN 'BHXH' THEN 'bhxh' WHEN 'BHTN' THEN 'bhtn' WHEN 'BHYT' THEN 'bhyt' ELSE 'bhtnld' END,
  kind = 'compulsory', from_month = CONCAT(RIGHT(@from, 4), '-', LEFT(@from, 2)),
  to_month = CONCAT(RIGHT(@to, 4), '-', LEFT(@to, 2)), wage = wage_for_contribution,
  status = IF(@state = 'Đã đóng', 'paid', 'late'), lump_summed = 0, updated_on = CURDATE()`;

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const since = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - since) / 1e9;
};

const residentSet = (pid: number): number => {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
};

/** Runs a command to its end and looks at its memory meanwhile. */
const runWatched = async (env: Readonly<Record<string, string>>, args: readonly string[]): Promise<number[]> => {
  const { pid, ended, output } = startCommand(env, args);
  const seen: number[] = [];
  let over = false;
  void ended.then(() => (over = true));
  while (!over) {
    seen.push(residentSet(pid));
    await wait(50);
  }
  if ((await ended) !== 0) throw new Error(`ansinh ${args.join(' ')}:\n${output()}`);
  return seen;
};

interface Bench {
  readonly connection: Connection;
  readonly env: Readonly<Record<string, string>>;
}

const compare = async ({ connection, env }: Bench, kind: string, path: string, sql: string): Promise<Imported> => {
  const table = kind === 'participants' ? 'records_participant' : 'records_participation';
  const count = async (): Promise<number> => {
    const [found] = await connection.query<RowDataPacket[]>(`SELECT COUNT(*) AS n FROM ${table}`);
    return Number(found[0]?.['n']);
  };
  await connection.query('SET @n := 0');
  const alone = await seconds(() =>
    connection.query({ sql, infileStreamFactory: () => createReadStream(path, { highWaterMark: 256 * 1024 }) }),
  );
  const rows = await count();
  await connection.query(`TRUNCATE TABLE ${table}`);
  let seen: number[] = [];
  const ours = await seconds(async () => {
    seen = await runWatched(env, ['import', kind, path]);
  });
  if ((await count()) !== rows) throw new Error(`${table} holds ${await count()} rows instead of ${rows}`);
  const half = seen.length / 2;
  const memory = [Math.max(...seen.slice(0, half)), Math.max(...seen.slice(half))] as const;
  return { rows, floor: rows / alone, ours: rows / ours, memory };
};

/** Takes a province in: its people, then what they paid. */
export const importProvince = async (
  server: string,
  folder: string,
  print: (line: string) => void,
): Promise<{ people: Imported; participation: Imported }> => {
  const url = databaseUrl(server, folder, 'import');
  const [people, participation] = [join(folder, 'people.csv'), join(folder, 'participation.csv')];
  await writePeople(people, PEOPLE);
  await writeParticipation(participation, PEOPLE, ROWS_EACH);
  const megabytes = (path: string): string => `${Math.round(statSync(path).size / 1e6)} MB`;
  print(`  files: ${PEOPLE} people in ${megabytes(people)}, their rows in ${megabytes(participation)}`);
  await createDatabase(server, url);
  const env = { DATABASE_URL: url, VAR_DIR: folder, LOG_LEVEL: 'silent' };
  const connection = await createConnection({ uri: url, charset: 'utf8mb4' });
  try {
    await runWatched(env, ['migrate']);
    const bench = { connection, env };
    return {
      people: await compare(bench, 'participants', people, PEOPLE_SQL),
      participation: await compare(bench, 'participation', participation, PARTICIPATION_SQL),
    };
  } finally {
    await connection.end();
    await dropDatabase(server, url);
  }
};
