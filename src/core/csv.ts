import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';

type Row = readonly string[];

const FORM = { record_delimiter: '\r\n', escape_formulas: true } as const;
/** Lets spreadsheets read the file as UTF-8. */
const MARK = '\uFEFF';

/** A list as a file: the heading, then its rows as they are read, never all of them at once. */
export const csvOf = (heading: Row, batches: AsyncIterable<readonly Row[]>): Readable => {
  const lines = async function* (): AsyncGenerator<string> {
    yield MARK + stringify([heading], FORM);
    for await (const rows of batches) yield stringify([...rows], FORM);
  };
  return Readable.from(lines());
};
