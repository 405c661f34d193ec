import { examiner, type GoodLine, type RefusedLine } from './examine.js';
import type { Heading } from './heading.rules.js';
import type { Importer } from './importer.js';
import type { Line } from './reader.js';

/** Lines that are stored together. */
export interface Batch {
  readonly good: GoodLine[];
  readonly refused: RefusedLine[];
  /** The last line that was looked at. */
  last: Line | undefined;
}

/** A batch is full at so many lines, or so many bytes of long ones: what is held in memory stays the same. */
const MOST_LINES = 5_000;
const MOST_BYTES = 8_000_000;

const empty = (): Batch => ({ good: [], refused: [], last: undefined });

/** Looks at lines and puts them together; what was read before a fault of the file comes before the fault. */
export async function* inBatches(
  lines: AsyncIterable<Line[]>,
  importer: Importer,
  heading: Heading,
): AsyncGenerator<Batch> {
  const examine = examiner(importer, heading);
  let batch = empty();
  let begin: number | undefined;
  try {
    for await (const some of lines)
      for (const line of some) {
        const found = examine(line);
        begin ??= line.end;
        batch.last = line;
        if (found) ('input' in found ? batch.good : batch.refused).push(found as never);
        if (batch.good.length + batch.refused.length < MOST_LINES && line.end - begin < MOST_BYTES) continue;
        yield batch;
        batch = empty();
        begin = line.end;
      }
  } catch (error) {
    if (batch.last) yield batch;
    throw error;
  }
  if (batch.last) yield batch;
}
