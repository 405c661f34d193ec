import { Op } from 'sequelize';
import type { Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, ForbiddenError, InvalidError } from '../../core/errors.js';
import { date } from '../../core/http/format.js';
import type { Deadlines } from './deadline.service.js';
import { noExtension } from './extension.rules.js';
import type { CaseRecord } from './record.service.js';
import type { Standings } from './standing.queries.js';
import { dueIn, OPEN_STATES } from './state.rules.js';
import type { Steps } from './step.service.js';
import type { TopicQueries } from './topic.queries.js';
import { LEAD } from './permission.rules.js';
import { workable, type Target } from './work.service.js';

export interface ExtensionParts {
  readonly standings: Standings;
  readonly steps: Steps;
  readonly record: CaseRecord;
  readonly deadlines: Deadlines;
  readonly topics: TopicQueries;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

/** More time, once, before the deadline, with a reason that the citizen reads. */
export const extensionService = (parts: ExtensionParts) => {
  const { standings, steps, record, deadlines, topics, uow, clock } = parts;
  return {
    extend: async (target: Target, reason: string): Promise<Date> => {
      const row = await workable(standings)(target);
      if (!target.actor.permissions.has(LEAD)) throw new ForbiddenError('Chỉ lãnh đạo gia hạn được.');
      const now = clock.now();
      const refusal = noExtension(row, now);
      if (refusal) throw new ConflictError(refusal);
      const topic = await topics.find(row.topicCode);
      if (!topic || topic.extensionDays === 0) throw new InvalidError('Lĩnh vực này không cho gia hạn.');
      const answerBy = await deadlines.extend(row, topic, now);
      const dueAt = dueIn(row.state, { ...row, answerBy });
      const set = { answerBy, dueAt, extendedAt: now, extensionReason: reason, escalation: 0 };
      await uow.run(async () => {
        await steps.change(row, set, { extendedAt: null, state: { [Op.in]: [...OPEN_STATES] } });
        const title = `Gia hạn, trả lời trước ${date(answerBy)}`;
        await record.note('feedback.extended', row, { kind: 'extended', title, note: reason, open: true });
        const told = { code: row.code, lastDay: date(answerBy), reason };
        await record.tell(row, 'feedback-extended', told, `extended:${row.id}:${row.version}`);
      });
      return answerBy;
    },
  };
};

export type Extensions = ReturnType<typeof extensionService>;
