import type { Clock } from '../clock.js';
import { code, instant, primary } from '../db/columns.js';
import type { Database } from '../db/connection.js';
import { defineTable } from '../db/table.js';

interface LeaseRow {
  name: string;
  owner: string;
  until: Date;
}

/** Names that one process holds at a time. A lease that its holder does not extend runs out and may be taken. */
export interface Leases {
  acquire(name: string, owner: string, milliseconds: number): Promise<boolean>;
  extend(name: string, owner: string, milliseconds: number): Promise<void>;
  release(name: string, owner: string): Promise<void>;
  /** Until when somebody holds it. */
  until(name: string): Promise<Date | undefined>;
}

export const createLeases = (db: Database, clock: Clock): Leases => {
  const leases = defineTable<LeaseRow>(db.sequelize, 'core_lease', {
    name: primary(code(80)),
    owner: code(64),
    until: instant(),
  });
  const end = (milliseconds: number): Date => new Date(clock.now().getTime() + milliseconds);
  const change = (until: Date, where: Partial<LeaseRow>): Promise<void> =>
    db.uow.run(async () => void (await leases.change({ until }, where)));
  return {
    acquire: (name, owner, milliseconds) =>
      db.uow.run(async () => {
        const held = await leases.one({ name });
        if (held && held.until > clock.now()) return false;
        const until = end(milliseconds);
        if (held) return (await leases.change({ owner, until }, { name, owner: held.owner, until: held.until })) === 1;
        return leases.insertNew({ name, owner, until });
      }),
    extend: (name, owner, milliseconds) => change(end(milliseconds), { name, owner }),
    release: (name, owner) => change(clock.now(), { name, owner }),
    until: async (name) => (await leases.one({ name }))?.until,
  };
};
