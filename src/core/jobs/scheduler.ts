import { Cron } from 'croner';
import type { Clock } from '../clock.js';
import type { Database } from '../db/connection.js';
import { newId } from '../ids.js';
import type { Logger } from '../log.js';
import { createLeases } from './lease.js';

/** Work that comes round by the clock. Any process may run it; the lease lets one do it at a time. */
export interface Job {
  /** `module.noun`: `registration.expiry`. */
  readonly name: string;
  /** Cron pattern in Vietnamese time. */
  readonly every: string;
  /** Runs once at the start as well. */
  readonly atStart?: boolean;
  /** Must claim each piece of its work by a conditional update: a lease can run out while the work goes on. */
  run(): Promise<void>;
}

export interface Scheduler {
  start(): void;
  stop(): Promise<void>;
  /** Runs one job now if no other process holds its lease. */
  run(name: string): Promise<boolean>;
}

const LEASE = 5 * 60_000;

export const createScheduler = (
  { db, clock, log }: { db: Database; clock: Clock; log: Logger },
  jobs: readonly Job[],
): Scheduler => {
  const owner = newId();
  const running = new Set<Promise<unknown>>();
  const timers: Cron[] = [];
  const leases = createLeases(db, clock);

  const runJob = async (job: Job): Promise<boolean> => {
    if (!(await leases.acquire(job.name, owner, LEASE))) return false;
    try {
      await job.run();
    } finally {
      await leases.release(job.name, owner);
    }
    return true;
  };

  const tracked = (job: Job): Promise<boolean> => {
    const run = runJob(job);
    running.add(run);
    void run.catch(() => undefined).finally(() => running.delete(run));
    return run;
  };

  return {
    start: () => {
      for (const job of jobs) {
        const round = (): Promise<unknown> =>
          tracked(job).catch((error: unknown) => log.error({ err: error, job: job.name }, 'job failed'));
        timers.push(new Cron(job.every, { timezone: 'Asia/Ho_Chi_Minh', unref: true }, () => void round()));
        if (job.atStart) void round();
      }
    },
    stop: async () => {
      for (const timer of timers) timer.stop();
      await Promise.allSettled(running);
    },
    run: async (name) => {
      const job = jobs.find((candidate) => candidate.name === name);
      if (!job) throw new Error(`no such job: ${name}`);
      return tracked(job);
    },
  };
};
