import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from 'redis';

/** A key space nobody else uses while it is held. */
export interface RedisSpace {
  readonly url: string;
  release(): Promise<void>;
}

const LEASE_SECONDS = 180;

/** Databases 1 to 15 of the server are lent out by locks in database 0, so that parallel runs never share one. */
export const borrowRedis = async (server: string): Promise<RedisSpace> => {
  const client = createClient({ url: server });
  await client.connect();
  const me = `${process.pid}-${Math.random()}`;
  const claim = async (number: number): Promise<boolean> =>
    (await client.set(`ansinh-test:${number}`, me, { NX: true, EX: LEASE_SECONDS })) === 'OK';
  for (let round = 0; round < 240; round += 1) {
    for (let number = 1; number <= 15; number += 1) {
      if (!(await claim(number))) continue;
      const keep = setInterval(() => void client.expire(`ansinh-test:${number}`, LEASE_SECONDS), 60_000);
      const space = createClient({ url: server, database: number });
      await space.connect();
      await space.flushDb();
      return {
        url: `${server.replace(/\/+$/, '')}/${number}`,
        release: async () => {
          clearInterval(keep);
          await space.flushDb();
          space.destroy();
          await client.del(`ansinh-test:${number}`);
          client.destroy();
        },
      };
    }
    await wait(250);
  }
  client.destroy();
  throw new Error('all Redis databases are lent out to other tests');
};
