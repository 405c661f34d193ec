import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

export type XlsxCell = string | number | null;

/** A sheet: its name, heading, and rows under it. */
export interface XlsxSheet {
  readonly name: string;
  readonly heading: readonly string[];
  readonly rows: readonly (readonly XlsxCell[])[];
}

/** A workbook is held in memory as a whole: longer lists are sent as CSV. */
const MOST_ROWS = 20_000;

/** A text that begins like a formula is never one of ours. */
const harmless = (cell: XlsxCell): XlsxCell =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;

const WIDEST = 48;
const widthOf = ({ heading, rows }: XlsxSheet, at: number): number =>
  Math.min(WIDEST, Math.max(...[heading, ...rows].map((row) => String(row[at] ?? '').length)) + 3);

/** Runs in the worker; loads the library there, so that the process itself never does. */
const WORK = `
const { parentPort, workerData } = require('node:worker_threads');
const bold = (value) => ({ value, type: String, fontWeight: 'bold', wrap: true });
const plain = (value) => value === null ? null : { value, type: typeof value === 'number' ? Number : String };
const library = require(workerData.library);
(async (write) => {
  const sheets = workerData.sheets.map(({ name, heading, rows, widths }) => ({
    sheet: name,
    data: [heading.map(bold), ...rows.map((row) => row.map(plain))],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }));
  const buffer = await write(sheets).toBuffer();
  parentPort.postMessage(buffer);
})(library.default ?? library);
`;

/** A workbook. Packing it is work of the processor: a thread of its own does it. Rejects sheets of more than MOST_ROWS. */
export const xlsxOf = (sheets: readonly XlsxSheet[]): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const long = sheets.find(({ rows }) => rows.length > MOST_ROWS);
    if (long)
      return void reject(new Error(`sheet "${long.name}" has ${long.rows.length} rows, more than ${MOST_ROWS}`));
    const data = sheets.map((sheet) => ({
      name: sheet.name,
      heading: sheet.heading,
      rows: sheet.rows.map((row) => row.map(harmless)),
      widths: sheet.heading.map((_, at) => widthOf(sheet, at)),
    }));
    const library = createRequire(import.meta.url).resolve('write-excel-file/node');
    const worker = new Worker(WORK, { eval: true, workerData: { library, sheets: data } });
    worker.once('message', (bytes: Uint8Array) => {
      resolve(Buffer.from(bytes));
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the workbook was not finished')));
  });
