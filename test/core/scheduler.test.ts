import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createScheduler, type Job, type Scheduler } from '../../src/core/jobs/scheduler.js';
import { createLogger } from '../../src/core/log.js';
import { openGround, type Ground, type View } from './ground.js';

const MINUTE = 60_000;
let ground: Ground;
let runs: number;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.close());
beforeEach(() => {
  runs = 0;
  ground.clock.forward(60 * MINUTE);
});

const scheduler = (run: () => Promise<void>, { db }: View = ground, name = 'test.job'): Scheduler => {
  const job: Job = { name, every: '0 3 * * *', run };
  return createScheduler({ db, clock: ground.clock, log: createLogger('silent') }, [job]);
};
const count = async (): Promise<void> => void (runs += 1);
const gate = () => {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
};

describe('a job', () => {
  it('runs, and again the next time', async () => {
    const one = scheduler(count);
    expect([await one.run('test.job'), await one.run('test.job')]).toEqual([true, true]);
    expect(runs).toBe(2);
  });

  it('that nobody knows is an error', async () => {
    await expect(scheduler(count).run('test.none')).rejects.toThrow('no such job');
  });

  it('runs in one process at a time', async () => {
    const { open, opened } = gate();
    const work = async (): Promise<void> => {
      runs += 1;
      await opened;
    };
    const other = await ground.another();
    const first = scheduler(work).run('test.job');
    await expect.poll(() => runs).toBe(1);
    expect(await scheduler(work, other).run('test.job')).toBe(false);
    open();
    expect(await first).toBe(true);
    expect(runs).toBe(1);
  });

  it('of four processes that start at the very first time one runs it', async () => {
    const { open, opened } = gate();
    const work = async (): Promise<void> => {
      runs += 1;
      await opened;
    };
    let refused = 0;
    const starts = [1, 2, 3, 4].map(async () => {
      const ran = await scheduler(work, ground, 'test.first').run('test.first');
      if (!ran) refused += 1;
      return ran;
    });
    // Open only when the others have tried: a late one would find the work done and the lease free.
    await expect.poll(() => refused).toBe(3);
    open();
    expect((await Promise.all(starts)).filter(Boolean)).toHaveLength(1);
    expect(runs).toBe(1);
  });

  it('of a killed process is taken over after five minutes, and not before', async () => {
    // It holds the lease from the moment its work begins, and that work never ends.
    await new Promise<void>((began) => {
      const dies = (): Promise<void> => new Promise(() => began());
      void scheduler(dies).run('test.job');
    });
    const taker = scheduler(count);
    expect(await taker.run('test.job')).toBe(false);
    ground.clock.forward(5 * MINUTE - 1_000);
    expect(await taker.run('test.job')).toBe(false);
    ground.clock.forward(1_000);
    expect(await taker.run('test.job')).toBe(true);
    expect(runs).toBe(1);
  });

  it('that lost its lease does not give away the lease of the next', async () => {
    const slow = gate();
    const next = gate();
    let began = false;
    const first = scheduler(async () => {
      began = true;
      await slow.opened;
    }).run('test.job');
    await expect.poll(() => began).toBe(true);
    expect(await scheduler(count).run('test.job')).toBe(false);
    ground.clock.forward(5 * MINUTE);
    const second = scheduler(async () => {
      runs += 1;
      await next.opened;
    }).run('test.job');
    await expect.poll(() => runs).toBe(1);
    slow.open();
    await first;
    expect(await scheduler(count).run('test.job')).toBe(false);
    next.open();
    await second;
  });

  it('that fails says so, and may run again at once', async () => {
    await expect(scheduler(() => Promise.reject(new Error('no'))).run('test.job')).rejects.toThrow('no');
    expect(await scheduler(count).run('test.job')).toBe(true);
  });

  it('is waited for at the end', async () => {
    const { open, opened } = gate();
    const one = scheduler(async () => {
      await opened;
      runs += 1;
    });
    one.start();
    void one.run('test.job');
    const stopped = one.stop();
    open();
    await stopped;
    expect(runs).toBe(1);
  });
});
