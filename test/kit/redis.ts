import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from 'redis';

/** A key space nobody else uses while it is held. */
export interface RedisSpace {
  readonly url: string;
  release(): Promise<void>;
}

interface Lease {
  readonly url: string;
  empty(): Promise<void>;
  end(): Promise<void>;
}

const LEASE_SECONDS = 180;

/** Databases 1 to 15 of the server are lent out by locks in database 0, so that parallel runs never share one. */
const leaseSpace = async (server: string): Promise<Lease> => {
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
      return {
        url: `${server.replace(/\/+$/, '')}/${number}`,
        empty: async () => void (await space.flushDb()),
        end: async () => {
          clearInterval(keep);
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

/** What was given back last stays with this process: clients take longer to make than a space to empty. */
let idle: Lease | undefined;

export const borrowRedis = async (server: string): Promise<RedisSpace> => {
  const lease = idle ?? (await leaseSpace(server));
  idle = undefined;
  await lease.empty();
  return {
    url: lease.url,
    release: async () => {
      await lease.empty();
      if (idle) await lease.end();
      else idle = lease;
    },
  };
};
