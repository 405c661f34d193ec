import type { Database } from './connection.js';

/** Values asked for in one statement. Always as many, so that the engine prepares one statement only. */
const WIDTH = 500;

/**
 * Rows of a statement whose `IN (?)` takes any number of values: which of these are there? An empty list asks nothing.
 */
export const rowsIn = async <Row>({ rows }: Database, sql: string, values: Iterable<string>): Promise<Row[]> => {
  const distinct = [...new Set(values)];
  const wide = sql.replace('IN (?)', `IN (${Array(WIDTH).fill('?').join(', ')})`);
  const found: Row[] = [];
  for (let start = 0; start < distinct.length; start += WIDTH) {
    const some = distinct.slice(start, start + WIDTH);
    const last = some.at(-1) ?? '';
    found.push(...(await rows<Row>(wide, [...some, ...Array<string>(WIDTH - some.length).fill(last)])));
  }
  return found;
};
