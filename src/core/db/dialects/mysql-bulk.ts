import { Readable } from 'node:stream';
import type { PoolConnection, QueryOptions, ResultSetHeader } from 'mysql2';
import type { BulkLoad, BulkResult, SqlValue } from '../dialect.js';
import { bulkLoad, type BulkSession, type BulkWords } from './bulk.js';

const words: BulkWords = {
  same: '<=>',
  straight: 'STRAIGHT_JOIN',
  drop: 'DROP TEMPORARY TABLE',
  update: ({ table, stage, on, differs, set }) =>
    `UPDATE ${stage} STRAIGHT_JOIN ${table} ON ${on} SET ${set(`${table}.`)} WHERE ${differs}`,
};

/** The deadline of ordinary statements leaves statements with this mark alone. */
const MARK = '/* bulk */ ';

const SPECIAL = /[\\\t\n\r\0]/;
const SPECIALS = new RegExp(SPECIAL, 'g');
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0',
};

const fieldOf = (value: SqlValue): string => {
  if (value === null) return '\\N';
  if (typeof value === 'string')
    return SPECIAL.test(value) ? value.replace(SPECIALS, (mark) => ESCAPES[mark] ?? mark) : value;
  if (value instanceof Date) return value.toISOString().replace('T', ' ').replace('Z', '');
  return String(Number(value));
};

/** Put together piece by piece, which costs half of an array that is joined: this runs for every cell of a file. */
const lineOf = (row: readonly SqlValue[]): string => {
  let line = '';
  for (const value of row) line += `\t${fieldOf(value)}`;
  return `${line.slice(1)}\n`;
};

/** Rows that go over the wire in one piece. */
const PIECE = 500;

function* pieces(rows: BulkLoad['rows']): Generator<Buffer> {
  for (let start = 0; start < rows.length; start += PIECE) {
    let text = '';
    for (const row of rows.slice(start, start + PIECE)) text += lineOf(row);
    yield Buffer.from(text);
  }
}

const FORM = String.raw`CHARACTER SET utf8mb4 FIELDS TERMINATED BY '\t' ESCAPED BY '\\' LINES TERMINATED BY '\n'`;

const bindable = (value: SqlValue): string | number | Date | null =>
  typeof value === 'boolean' ? Number(value) : value;

type Loading = QueryOptions & { infileStreamFactory?: () => Readable };

const query = <Result>(connection: PoolConnection, options: Loading): Promise<Result> =>
  new Promise((resolve, reject) => {
    connection.query({ ...options, sql: MARK + options.sql }, (error, result) => {
      if (error) reject(error);
      else resolve(result as unknown as Result);
    });
  });

const execute = (connection: PoolConnection, sql: string, params: readonly SqlValue[]): Promise<ResultSetHeader> =>
  new Promise((resolve, reject) => {
    connection.execute(MARK + sql, params.map(bindable), (error, result) => {
      if (error) reject(error);
      else resolve(result as ResultSetHeader);
    });
  });

/** A load turns values that do not fit into others and only warns. Nothing of ours may be bent. */
const refuseWarnings = async (connection: PoolConnection, { warningStatus }: ResultSetHeader): Promise<void> => {
  if (!warningStatus) return;
  const [first] = await query<{ Message: string }[]>(connection, { sql: 'SHOW WARNINGS LIMIT 1' });
  throw new Error(`a value does not fit its column: ${first?.Message}`);
};

const sessionOn = (connection: PoolConnection): BulkSession => ({
  run: async (sql, params) => {
    const done = params ? await execute(connection, sql, params) : await query<ResultSetHeader>(connection, { sql });
    return done.affectedRows;
  },
  count: async (sql) => Number((await query<{ n: number }[]>(connection, { sql }))[0]?.n),
});

const fillFromFile =
  (connection: PoolConnection): NonNullable<BulkSession['fill']> =>
  async (stage, columns, rows) => {
    const done = await query<ResultSetHeader>(connection, {
      sql: `LOAD DATA LOCAL INFILE 'rows' INTO TABLE ${stage} ${FORM} (${columns})`,
      infileStreamFactory: () => Readable.from(pieces(rows)),
    });
    await refuseWarnings(connection, done);
  };

/** By LOAD DATA LOCAL INFILE where the server takes it, otherwise by statements of many rows. */
export const mysqlBulk = async (load: BulkLoad, connection: PoolConnection): Promise<BulkResult> => {
  const session = sessionOn(connection);
  const allowed = (await session.count('SELECT @@local_infile AS n')) === 1;
  return bulkLoad(load, words, allowed ? { ...session, fill: fillFromFile(connection) } : session);
};

/** What the doctor says of it. */
export const takesFiles = (allowed: boolean): { vi: string; en: string } =>
  allowed
    ? {
        vi: 'Tệp được nạp bằng LOAD DATA LOCAL INFILE, cách nhanh nhất.',
        en: 'Files are loaded by LOAD DATA LOCAL INFILE, the quickest way.',
      }
    : {
        vi: 'Máy chủ cơ sở dữ liệu tắt local_infile: tệp được nạp theo lô, chậm hơn. Muốn nhanh hơn, người quản trị máy chủ chạy: SET GLOBAL local_infile = 1, và ghi local_infile = 1 dưới [mysqld] trong tệp cấu hình.',
        en: 'The database server has local_infile off: files are loaded in batches, more slowly. To be quicker, its administrator runs SET GLOBAL local_infile = 1 and writes local_infile = 1 below [mysqld] in its settings.',
      };
