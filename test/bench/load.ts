import autocannon from 'autocannon';

export interface Throughput {
  readonly perSecond: number;
  readonly p99: number;
  readonly failed: number;
}

/** Asks for one address for some seconds over 20 connections. */
export const load = async (
  url: string,
  headers: Readonly<Record<string, string>>,
  seconds: number,
): Promise<Throughput> => {
  const result = await autocannon({ url, headers, connections: 20, duration: seconds });
  const good = result['2xx'];
  return { perSecond: good / result.duration, p99: result.latency.p99, failed: result.requests.total - good };
};

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

/** Does every piece of work, so many at a time, and tells how many were done a second. */
export const rate = async <T>(
  pieces: readonly T[],
  width: number,
  work: (piece: T, lane: number) => Promise<void>,
): Promise<number> => {
  const since = process.hrtime.bigint();
  let next = 0;
  const lane = async (number: number): Promise<void> => {
    while (next < pieces.length) {
      const piece = pieces[next];
      next += 1;
      await work(piece as T, number);
    }
  };
  await Promise.all(Array.from({ length: width }, (_, number) => lane(number)));
  return pieces.length / (Number(process.hrtime.bigint() - since) / 1e9);
};
