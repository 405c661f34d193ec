import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { currentContext, runInContext, type Actor } from '../../src/core/context.js';
import { defineEvent } from '../../src/core/contract.js';
import { createDispatcher, type Dispatcher } from '../../src/core/events/dispatcher.js';
import { createOutbox, subscribe, type Outbox, type Subscription } from '../../src/core/events/outbox.js';
import { outboxTable } from '../../src/core/events/outbox.model.js';
import { createLogger } from '../../src/core/log.js';
import { openGround, type Ground, type View } from './ground.js';

const happened = defineEvent('test.happened', z.object({ n: z.number() }));
const MINUTE = 60_000;
const log = createLogger('silent');

let ground: Ground;
let outbox: Outbox;
let subscriptions: Subscription[];
let pokes: number;
beforeAll(async () => {
  ground = await openGround();
  outbox = createOutbox(ground.db, ground.clock, {
    subscribersOf: (event) => subscriptions.filter((subscription) => subscription.event.name === event),
    poke: () => void (pokes += 1),
  });
});
afterAll(() => ground.close());
beforeEach(async () => {
  await ground.db.uow.run(() => outboxTable(ground.db.sequelize).remove({}));
  [subscriptions, pokes] = [[], 0];
});

const rows = () => outboxTable(ground.db.sequelize).many({});
const publish = (n: number, options?: { key?: string; notBefore?: Date }): Promise<void> =>
  ground.db.uow.run(() => outbox.publish(happened, { n }, options));
const dispatcher = ({ db }: View = ground): Dispatcher =>
  createDispatcher({ db, clock: ground.clock, log, subscriptions: () => subscriptions });
/** A subscriber that notes what it gets. */
const listen = (name: string, handle?: Subscription<{ n: number }>['handle']): number[] => {
  const got: number[] = [];
  subscriptions.push(
    subscribe(happened, name, async (payload, delivery) => {
      got.push(payload.n);
      return handle?.(payload, delivery);
    }),
  );
  return got;
};

describe('the outbox', () => {
  it('keeps one row for each subscriber, and pokes after the commit', async () => {
    listen('test.a');
    listen('test.b');
    await ground.db.uow.run(async () => {
      await outbox.publish(happened, { n: 1 });
      expect(pokes).toBe(0);
    });
    expect(pokes).toBe(1);
    expect((await rows()).map(({ subscriber }) => subscriber).sort()).toEqual(['test.a', 'test.b']);
  });

  it('forgets what was rolled back', async () => {
    const got = listen('test.a');
    const failing = ground.db.uow.run(async () => {
      await outbox.publish(happened, { n: 1 });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await dispatcher().drain()).toBe(0);
    expect([got, pokes]).toEqual([[], 0]);
  });

  it('refuses a payload of another shape, and a write outside a unit', async () => {
    listen('test.a');
    await expect(ground.db.uow.run(() => outbox.publish(happened, { n: 'x' as never }))).rejects.toThrow();
    await expect(outbox.publish(happened, { n: 1 })).rejects.toThrow('write outside a unit of work');
  });

  it('drops a second publication with the same key, from ten units at once as well, and after it was done', async () => {
    const got = listen('test.a');
    await Promise.all(Array.from({ length: 10 }, () => publish(1, { key: 'k' })));
    await dispatcher().drain();
    await publish(1, { key: 'k' });
    await dispatcher().drain();
    expect(got).toEqual([1]);
  });
});

describe('the dispatcher', () => {
  it('hands over in order and keeps no payload of what is done', async () => {
    const got = listen('test.a');
    for (const n of [1, 2, 3]) await publish(n);
    expect(await dispatcher().drain()).toBe(3);
    expect(got).toEqual([1, 2, 3]);
    for (const row of await rows()) expect(row).toMatchObject({ state: 'done', payload: '{}', leaseUntil: null });
  });

  it('waits until an event may be handled', async () => {
    const got = listen('test.a');
    await publish(1, { notBefore: new Date(ground.clock.now().getTime() + MINUTE) });
    await dispatcher().drain();
    expect(got).toEqual([]);
    ground.clock.forward(MINUTE);
    await dispatcher().drain();
    expect(got).toEqual([1]);
  });

  it('tries again after a failure, with growing pauses, and goes on with the others', async () => {
    const got = listen('test.a', async ({ n }, { attempt }) => {
      if (n === 1 && attempt < 3) throw new Error('not yet');
    });
    await publish(1);
    await publish(2);
    await dispatcher().drain();
    expect([...got].sort()).toEqual([1, 2]);
    ground.clock.forward(2_000);
    await dispatcher().drain();
    ground.clock.forward(2_000);
    await dispatcher().drain();
    expect(got).toHaveLength(3);
    ground.clock.forward(2_000);
    await dispatcher().drain();
    expect(got).toHaveLength(4);
    expect((await rows()).every(({ state }) => state === 'done')).toBe(true);
  });

  it('lets a row that always fails rest after twenty tries', async () => {
    const got = listen('test.a', () => Promise.reject(new Error('never')));
    await publish(1);
    for (let round = 0; round < 25; round += 1) {
      await dispatcher().drain();
      ground.clock.forward(31 * MINUTE);
    }
    expect(got).toHaveLength(20);
    expect(await rows()).toMatchObject([{ state: 'dead', error: expect.stringContaining('never') as string }]);
  });

  it('comes back when asked to, without counting that as a failure', async () => {
    const attempts: number[] = [];
    const got = listen('test.a', async (_, { attempt }) => {
      attempts.push(attempt);
      return got.length < 30 ? { retryAt: new Date(ground.clock.now().getTime() + MINUTE) } : undefined;
    });
    await publish(1);
    for (let round = 0; round < 35; round += 1) {
      await dispatcher().drain();
      ground.clock.forward(MINUTE);
    }
    expect(got).toHaveLength(30);
    expect(new Set(attempts)).toEqual(new Set([1]));
    expect(await rows()).toMatchObject([{ state: 'done' }]);
  });

  it('works as the system, whoever poked', async () => {
    const realms: string[] = [];
    listen('test.a', async () => void realms.push(currentContext().actor.realm));
    await publish(1);
    const officer = { ...currentContext().actor, realm: 'officer' } as Actor;
    await runInContext({ requestId: 'r', ip: '', actor: officer }, () => dispatcher().drain());
    expect(realms).toEqual(['system']);
  });

  it('a hanging subscriber holds up no other', async () => {
    let finish: () => void = () => undefined;
    listen('test.slow', () => new Promise((resolve) => (finish = () => resolve(undefined))));
    const got = listen('test.quick');
    const one = dispatcher();
    one.start();
    await publish(1);
    one.poke();
    await expect.poll(() => got).toEqual([1]);
    await expect.poll(async () => (await rows()).map(({ state }) => state).sort()).toEqual(['done', 'waiting']);
    finish();
    await one.stop();
    expect((await rows()).map(({ state }) => state)).toEqual(['done', 'done']);
  });

  it('two in two processes hand every row over once', async () => {
    const got = listen('test.a');
    const other = await ground.another();
    for (let n = 0; n < 60; n += 1) await publish(n);
    const both = [dispatcher(), dispatcher(other)];
    for (let round = 0; round < 20 && got.length < 60; round += 1) await Promise.all(both.map((each) => each.drain()));
    expect([...got].sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n));
  });

  it('takes over what a killed process held, after its lease and not before', async () => {
    let hang = true;
    const got = listen('test.a', () => (hang ? new Promise<never>(() => undefined) : Promise.resolve()));
    await publish(1);
    void dispatcher().drain();
    await expect.poll(() => got).toHaveLength(1);
    hang = false;
    await dispatcher().drain();
    ground.clock.forward(MINUTE - 1);
    await dispatcher().drain();
    expect(got).toHaveLength(1);
    ground.clock.forward(1);
    await dispatcher().drain();
    expect(got).toHaveLength(2);
    expect(await rows()).toMatchObject([{ state: 'done' }]);
  });

  it('a slow process that lost its lease overwrites nothing of the one that took over', async () => {
    const ends: ((error?: Error) => void)[] = [];
    listen(
      'test.a',
      () => new Promise((resolve, reject) => ends.push((error) => (error ? reject(error) : resolve(undefined)))),
    );
    await publish(1);
    const slow = dispatcher().drain();
    await expect.poll(() => ends).toHaveLength(1);
    ground.clock.forward(MINUTE);
    const newer = dispatcher().drain();
    await expect.poll(() => ends).toHaveLength(2);
    ends[0]?.(new Error('late'));
    await slow;
    const [row] = await rows();
    expect(row?.leaseUntil?.getTime()).toBe(ground.clock.now().getTime() + MINUTE);
    ends[1]?.();
    await newer;
    expect(await rows()).toMatchObject([{ state: 'done', error: null }]);
  });

  it('stops only when what is being handled has ended, and takes nothing new', async () => {
    let finish: () => void = () => undefined;
    const got = listen('test.a', () => new Promise((resolve) => (finish = () => resolve(undefined))));
    const one = dispatcher();
    one.start();
    await publish(1);
    one.poke();
    await expect.poll(() => got).toHaveLength(1);
    await publish(2);
    let stopped = false;
    const stopping = one.stop().then(() => (stopped = true));
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(got).toEqual([1]);
  });

  it('prunes what was done long ago and nothing else', async () => {
    listen('test.a');
    await publish(1);
    await dispatcher().drain();
    await publish(2);
    ground.clock.forward(8 * 24 * 60 * MINUTE);
    expect(await dispatcher().prune()).toBe(1);
    expect(await rows()).toMatchObject([{ state: 'waiting' }]);
  });
});
