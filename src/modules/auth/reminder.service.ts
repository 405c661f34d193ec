import { Op } from 'sequelize';
import type { Messenger } from '../../contracts/notification.js';
import { daysBetween, dayOf, type Clock } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import type { Table } from '../../core/db/table.js';
import * as format from '../../core/http/format.js';
import type { Job } from '../../core/jobs/scheduler.js';
import type { AccountRow } from './account.model.js';
import { passwordEnds, reminderSpan } from './account.rules.js';

const BATCH = 200;

interface Aging {
  readonly id: string;
  readonly phone: string;
  readonly email: string | null;
  readonly passwordSetAt: Date;
}

export interface ReminderParts {
  readonly accounts: Table<AccountRow>;
  readonly db: Database;
  readonly messenger: Messenger;
  readonly clock: Clock;
  passwordDays(day: string): Promise<number>;
  /** Days before the end on which the owner is told. */
  reminderDays(day: string): Promise<readonly number[]>;
}

/** At 08:00: tells whose password ends in so many days. A missed morning is made up for on the next one. */
export const reminderJob = ({ accounts, db, messenger, clock, passwordDays, reminderDays }: ReminderParts): Job => {
  const tell = async (account: Aging, before: number, days: number): Promise<void> => {
    const lastDay = passwordEnds(account.passwordSetAt, days) ?? '';
    await messenger.tell(account, {
      template: 'password-expiry',
      variables: { days: String(daysBetween(dayOf(clock.now()), lastDay)), lastDay: format.date(lastDay) },
      key: `password-expiry:${account.id}:${lastDay}:${before}`,
      subject: { kind: 'account', id: account.id },
    });
  };

  /** Claims each account before it is told, so that two processes never tell it twice. */
  const remind = (account: Aging, before: number, days: number): Promise<void> =>
    db.uow.run(async () => {
      const mine = { id: account.id, passwordSetAt: account.passwordSetAt, remindedDays: { [Op.gt]: before } };
      if ((await accounts.change({ remindedDays: before }, mine)) === 1) await tell(account, before, days);
    });

  const round = async (before: number, days: number): Promise<void> => {
    const { from, to } = reminderSpan(before, days, dayOf(clock.now()));
    for (;;) {
      const due = await db.rows<Aging>(
        `SELECT id, phone, email, password_set_at AS passwordSetAt FROM auth_account
          WHERE password_set_at >= ? AND password_set_at < ? AND reminded_days > ?
            AND password_kind = 'chosen' AND state = 'active' ORDER BY password_set_at LIMIT ${BATCH}`,
        [from, to, before],
      );
      for (const account of due) await remind(account, before, days);
      if (due.length < BATCH) return;
    }
  };

  return {
    name: 'auth.password-reminder',
    every: '0 8 * * *',
    run: async () => {
      const today = dayOf(clock.now());
      const days = await passwordDays(today);
      if (days <= 0) return;
      // The nearest end first: who is told "1 day" needs no "30 days" any more.
      for (const before of [...(await reminderDays(today))].sort((a, b) => a - b)) await round(before, days);
    },
  };
};
