import { Op } from 'sequelize';
import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { addDays, dayOf, startOfDay, type Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { number } from '../../core/http/format.js';
import type { Retention } from '../../core/retention/retention.js';
import type { MessageRow } from './message.model.js';
import type { ScreenRow } from './screen.model.js';

export interface RetentionParts {
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly messages: Table<MessageRow>;
  readonly screen: Table<ScreenRow>;
  readonly settings: DatedSettings;
}

/** Rows that go in one unit of work, so that nobody waits long for a lock. */
const BATCH = 500;

/** Deletes messages, and what the `screen` driver showed, once they are older than the office keeps them. */
export const messageRetention = ({ uow, clock, messages, screen, settings }: RetentionParts): Retention => {
  const days = (): Promise<number> => settings.number(settingNames.messageDays, dayOf(clock.now()));
  const before = async (): Promise<{ [Op.lt]: Date }> => ({
    [Op.lt]: startOfDay(addDays(dayOf(clock.now()), -(await days()))),
  });

  const purgeMessages = (old: { [Op.lt]: Date }): Promise<number> =>
    uow.run(async () => {
      const found = await messages.many(
        { createdAt: old },
        { columns: ['id'], order: [['createdAt', 'ASC']], limit: BATCH },
      );
      return found.length ? messages.remove({ id: found.map(({ id }) => id), createdAt: old }) : 0;
    });

  const purgeScreen = (old: { [Op.lt]: Date }): Promise<number> =>
    uow.run(async () => {
      const found = await screen.many({ shownAt: old }, { columns: ['id'], order: [['shownAt', 'ASC']], limit: BATCH });
      return found.length ? screen.remove({ id: found.map(({ id }) => id) }) : 0;
    });

  return {
    name: 'notification.messages',
    every: '40 2 * * *',
    what: 'Tin nhắn và thư đã gửi, cùng nội dung',
    why: 'Quy định lưu tin nhắn của cơ quan',
    until: async () => `${number(await days())} ngày kể từ khi lập tin`,
    due: async () => messages.count({ createdAt: await before() }),
    purge: async () => {
      const old = await before();
      let amount = 0;
      for (let gone = BATCH; gone > 0; amount += gone) gone = await purgeMessages(old);
      for (let gone = BATCH; gone > 0;) gone = await purgeScreen(old);
      return amount;
    },
  };
};
