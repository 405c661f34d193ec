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

/** Kept for complaints about it; then nobody needs the number of the card any more. */
const CALL_DAYS = 365;

/** Closed calls about cards. */
export const callRetention = ({ calls }: Pick<Tables, 'calls'>, uow: UnitOfWork, clock: Clock): Retention => {
  const old = () => ({
    state: 'closed' as const,
    closedAt: { [Op.lt]: startOfDay(addDays(dayOf(clock.now()), -CALL_DAYS)) },
  });
  return {
    name: 'support.calls',
    every: '45 2 * * *',
    what: 'Cuộc gọi đường dây nóng về thẻ BHYT',
    why: 'Đủ lâu để trả lời khiếu nại về cuộc gọi',
    until: () => Promise.resolve(`${CALL_DAYS} ngày sau khi đóng`),
    due: () => calls.count(old()),
    purge: () => uow.run(() => calls.remove(old())),
  };
};
