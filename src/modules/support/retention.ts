import { Op } from 'sequelize';
import { addDays, dayOf, startOfDay, type Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { Retention } from '../../core/retention/retention.js';
import type { Tables } from './tables.js';

/** So long an unanswered question is worth an answer. */
const DAYS = 180;

/** What people asked the chat without an answer. */
export const gapRetention = ({ gaps }: Pick<Tables, 'gaps'>, uow: UnitOfWork, clock: Clock): Retention => {
  const old = () => ({ lastAt: { [Op.lt]: startOfDay(addDays(dayOf(clock.now()), -DAYS)) } });
  return {
    name: 'support.gaps',
    every: '40 2 * * *',
    what: 'Câu hỏi trợ lý ảo chưa trả lời được',
    why: 'Đủ lâu để biên tập viết câu trả lời; không kèm thông tin người hỏi',
    until: () => Promise.resolve(`${DAYS} ngày sau lần hỏi cuối`),
    due: () => gaps.count(old()),
    purge: () => uow.run(() => gaps.remove(old())),
  };
};
