import { InvalidError } from '../../core/errors.js';
import { redirect, type Handler, type PageRequest } from '../../core/http/route.js';
import type { Answers } from './answer.service.js';
import { idOf, targetOf, type CasePages } from './case.controller.js';
import { workPaths } from './paths.js';
import type { TemplateReads } from './template.queries.js';
import type { AnswerInput } from './work.schema.js';

export interface AnswerControllerParts {
  readonly answers: Answers;
  readonly templates: TemplateReads;
  readonly pages: Pick<CasePages, 'again'>;
}

/** **Trả lời**: sends, keeps a draft, or begins it with a template; none of it needs script. */
export const answerController = ({ answers, templates, pages }: AnswerControllerParts) => {
  const draftPath = (request: PageRequest<AnswerInput>): string =>
    `${workPaths.case(idOf(request), request.input.tu)}#tra-loi`;

  /** The chosen text is put behind what is written, and both are kept as a draft. */
  const begin: Handler<AnswerInput> = async (request) => {
    const { input, actor, session } = request;
    const found = await templates.fill(input.mau, idOf(request), actor);
    if (found === undefined) throw new InvalidError([{ field: 'mau', message: 'Chọn mẫu trong danh sách.' }]);
    const text = input.noiDung ? `${input.noiDung}\n\n${found}` : found;
    await answers.keep(targetOf(request), { text, interim: input.loai === 'tam' });
    session.flash({ kind: 'ok', text: 'Đã chèn mẫu. Hãy sửa cho đúng vụ việc rồi gửi.' });
    return redirect(draftPath(request));
  };

  const keep: Handler<AnswerInput> = async (request) => {
    const { input, session } = request;
    await answers.keep(targetOf(request), { text: input.noiDung, interim: input.loai === 'tam' });
    session.flash({ kind: 'ok', text: 'Đã lưu bản nháp của bạn.' });
    return redirect(draftPath(request));
  };

  const send: Handler<AnswerInput> = async (request) => {
    const { input, session } = request;
    const interim = input.loai === 'tam';
    const { noiDung: text, lyDoNgoaiLe: override, kemTep: filesOf } = input;
    await answers.send(targetOf(request), { text, interim, override, filesOf });
    const done = interim ? 'Đã gửi trả lời bước đầu. Phản ánh vẫn đang xử lý.' : 'Đã trả lời người dân.';
    session.flash({ kind: 'ok', text: done });
    return redirect(workPaths.case(idOf(request), input.tu));
  };

  const by = { gui: send, luu: keep, mau: begin } as const;
  const answer: Handler<AnswerInput> = async (request) => {
    const { input, files } = request;
    const faults = await answers.keepFiles(targetOf(request), { files, crossed: input.boTep });
    if (faults.length) throw new InvalidError(faults);
    return by[input.viec](request);
  };

  /** The page of the case after a form that could not be read; its files wait all the same. */
  const again: Handler = async (request) => {
    const { files, retry, actor } = request;
    if (!files.length || !retry) return pages.again(request);
    const target = { id: idOf(request), version: 0, actor };
    const faults = await answers.keepFiles(target, { files, crossed: retry.values['boTep'] });
    return pages.again({ ...request, retry: { ...retry, faults: [...retry.faults, ...faults] } });
  };
  return { answer, again };
};
export type AnswerController = ReturnType<typeof answerController>;
