import type { Audit } from '../../core/audit/audit.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { fold } from '../../core/text.js';
import type { GapRow } from './gap.model.js';
import { GROUPS } from './question.rules.js';
import type { Questions } from './question.service.js';
import type { Tables } from './tables.js';
import { masked } from './talk.rules.js';

export interface GapParts {
  readonly tables: Tables;
  readonly questions: Pick<Questions, 'insert'>;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
}

const LONGEST = 200;
const DEALT_WITH = 'Câu này vừa được người khác xử lý. Hãy tải lại danh sách.';

/** The folded words of a text: one key however it is written. */
const keyOf = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .slice(0, LONGEST);

/** What people asked and nobody has answered: kept without who asked, made into drafts by editors. */
export const gapService = ({ tables, questions, uow, audit, clock }: GapParts) => {
  const { gaps } = tables;

  const claimed = async (id: string, state: 'drafted' | 'dismissed'): Promise<GapRow> => {
    const gap = await gaps.one({ id });
    if (!gap) throw new NotFoundError('Không có câu này. Hãy quay lại danh sách.');
    if ((await gaps.change({ state }, { id, state: 'open' })) !== 1) throw new ConflictError(DEALT_WITH);
    return gap;
  };

  const note = (action: string, { id, text }: GapRow): Promise<void> =>
    audit.record({ action, subject: { kind: 'gap', id, label: text.slice(0, 120) } });

  return {
    /** Asked again it is counted, and comes back where it had been set aside only for its draft. */
    keep: async (question: string): Promise<void> => {
      const text = masked(question).slice(0, LONGEST);
      const folded = keyOf(text);
      if (folded.length < 3) return;
      const now = clock.now();
      await uow.run(async () => {
        const again = async (): Promise<number> => {
          await gaps.change({ lastAt: now }, { folded });
          return gaps.increase('times', { folded });
        };
        if ((await again()) > 0) return;
        const row = { id: newId(), text, folded, times: 1, firstAt: now, lastAt: now, state: 'open' as const };
        if (!(await gaps.insertNew(row))) await again();
      });
    },
    /** A draft with this question; gives its id. */
    draft: (id: string): Promise<string> =>
      uow.run(async () => {
        const gap = await claimed(id, 'drafted');
        await note('support.gap-drafted', gap);
        return questions.insert({
          groupCode: GROUPS.at(-1)?.code ?? '',
          question: gap.text,
          asks: gap.text,
          answer: '',
          source: '',
          asOf: dayOf(clock.now()),
          href: '',
          linkText: '',
        });
      }),
    dismiss: (id: string): Promise<void> =>
      uow.run(async () => note('support.gap-dismissed', await claimed(id, 'dismissed'))),
  };
};

export type GapService = ReturnType<typeof gapService>;
