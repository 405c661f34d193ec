import { dayOf, type Clock } from '../../core/clock.js';
import { page, redirect, type Handler } from '../../core/http/route.js';
import type { Figures } from './figure.queries.js';
import type { GapQueries } from './gap.queries.js';
import { paths } from './paths.js';
import { formOf, groupOptions, presentQuestions, textOf } from './question.presenter.js';
import type { QuestionQueries } from './question.queries.js';
import { GROUPS } from './question.rules.js';
import type { ListQuery, QuestionInput } from './question.schema.js';
import type { Questions } from './question.service.js';

export interface QuestionListParts {
  readonly queries: QuestionQueries;
  readonly questions: Questions;
  readonly unanswered: GapQueries;
  readonly figures: Figures;
  readonly clock: Clock;
}

const NOTHING = { question: '', asks: '', answer: '', source: '', href: '', linkText: '' };

/** The editors' list of questions, and a new one. */
export const questionListController = ({ queries, questions, unanswered, figures, clock }: QuestionListParts) => {
  const list: Handler<ListQuery> = async ({ input }) => {
    const place = { after: input.sau, before: input.truoc };
    const [shown, waiting] = await Promise.all([
      queries.page({ state: input.trangThai, group: input.nhom }, place),
      unanswered.count(),
    ]);
    const data = presentQuestions(shown, input, waiting);
    return page('support/question-list', { title: 'Câu hỏi thường gặp', paths, ...data });
  };

  const blank: Handler = async () => {
    const text = { ...NOTHING, groupCode: GROUPS[0]?.code ?? '', asOf: dayOf(clock.now()) };
    const figureNames = Object.keys(await figures());
    const data = { title: 'Thêm câu hỏi', paths, groupOptions, begun: formOf(text), figureNames };
    return page('support/question-new', data);
  };

  const add: Handler<QuestionInput> = async ({ input, session }) => {
    const id = await questions.add(textOf(input));
    session.flash({ kind: 'ok', text: 'Đã thêm bản nháp. Xem lại rồi chọn Đăng.' });
    return redirect(paths.question(id));
  };

  return { list, blank, add };
};
