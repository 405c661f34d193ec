import { instant, serial, code, count } from '../db/columns.js';
import type { Database } from '../db/connection.js';
import { defineTable } from '../db/table.js';
import type { Clock } from '../clock.js';
import type { Job } from '../jobs/scheduler.js';

/** A kind of rows or files that is kept for a time and then deleted by a job. */
export interface Retention {
  /** `module.noun`, the name of its job. */
  readonly name: string;
  /** Cron pattern in Vietnamese time. */
  readonly every: string;
  /** What is kept, in Vietnamese: "Tờ khai chưa nộp, cùng ảnh". */
  readonly what: string;
  /** The rule or law behind it, in Vietnamese. */
  readonly why: string;
  /** How long, in Vietnamese, as the settings have it today: "đến hết ngày thứ 10 sau khi kê khai". */
  until(): Promise<string>;
  /** How many would be deleted now; changes nothing. */
  due(): Promise<number>;
  /** Deletes what is due and says how many. Each piece by a conditional update, as jobs do. */
  purge(): Promise<number>;
}

/** What a run of a retention deleted. */
export interface Deletion {
  readonly name: string;
  readonly at: Date;
  readonly amount: number;
}

interface DeletionRow extends Deletion {
  readonly id: number;
}

const deletionTable = (db: Database) =>
  defineTable<DeletionRow>(db.sequelize, 'core_deletion', {
    id: serial(),
    name: code(80),
    at: instant(),
    amount: count(),
  });

/** What has been deleted since then, newest first. */
export type DeletionsSince = (from: Date) => Promise<readonly Deletion[]>;

export const deletionsSince = (db: Database): DeletionsSince => {
  const table = deletionTable(db);
  return (from) =>
    db
      .rows<Deletion>(`SELECT name, at, amount FROM ${table.name} WHERE at >= ? ORDER BY at DESC, id DESC LIMIT 500`, [
        from,
      ])
      .then((rows) => rows.map((row) => ({ ...row, at: new Date(row.at) })));
};

/** The job behind each retention; a run that deleted something leaves a row. */
export const retentionJobs = (db: Database, clock: Clock, retentions: readonly Retention[]): Job[] => {
  const table = deletionTable(db);
  return retentions.map(({ name, every, purge }) => ({
    name,
    every,
    run: async () => {
      const amount = await purge();
      if (amount > 0) await db.uow.run(() => table.insert({ name, at: clock.now(), amount }));
    },
  }));
};
