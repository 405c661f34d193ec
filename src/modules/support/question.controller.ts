import { NotFoundError } from '../../core/errors.js';
import { page, redirect, type Handler, type PageRequest } from '../../core/http/route.js';
import type { Figures } from './figure.queries.js';
import { paths } from './paths.js';
import { groupOptions, presentQuestion, presentVersion, textOf } from './question.presenter.js';
import type { QuestionQueries } from './question.queries.js';
import type { ChangeInput, StateInput } from './question.schema.js';
import type { Questions } from './question.service.js';

export interface QuestionControllerParts {
  readonly queries: QuestionQueries;
  readonly questions: Questions;
  readonly figures: Figures;
}

const GONE = 'Không có câu hỏi này. Hãy quay lại danh sách.';
const idOf = ({ params }: Pick<PageRequest, 'params'>): string => params['id'] ?? '';

/** One question: read, changed, published, taken back, and every version of it. */
export const questionController = ({ queries, questions, figures }: QuestionControllerParts) => {
  const show: Handler = async (request) => {
    const [row, values] = await Promise.all([queries.find(idOf(request)), figures()]);
    if (!row) throw new NotFoundError(GONE);
    const data = presentQuestion(row, await queries.versions(row.id), values);
    return page('support/question', { paths, groupOptions, figureNames: Object.keys(values), ...data });
  };

  const back = (request: PageRequest, text: string) => {
    request.session.flash({ kind: 'ok', text });
    return redirect(paths.question(idOf(request)));
  };

  const change: Handler<ChangeInput> = async (request) => {
    await questions.change(idOf(request), request.input.ban, textOf(request.input));
    return back(request, 'Đã lưu một bản mới.');
  };

  const publish: Handler<StateInput> = async (request) => {
    await questions.publish(idOf(request), request.input.ban);
    return back(request, 'Đã đăng. Mục Câu hỏi thường gặp và trợ lý ảo dùng câu này ngay.');
  };

  const withdraw: Handler<StateInput> = async (request) => {
    await questions.withdraw(idOf(request), request.input.ban);
    return back(request, 'Đã rút. Công chúng không còn thấy câu này.');
  };

  const version: Handler = async (request) => {
    const asked = Number(/^\d{1,6}$/.exec(request.params['version'] ?? '')?.[0] ?? 0);
    const row = await queries.version(idOf(request), asked);
    if (!row) throw new NotFoundError('Không có bản này. Hãy quay lại câu hỏi.');
    return page('support/question-version', { paths, ...presentVersion(row) });
  };

  return { show, change, publish, withdraw, version };
};
