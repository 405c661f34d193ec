import type { Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import { page, redirect, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import { presentCase } from './case.presenter.js';
import type { CaseReads } from './case.queries.js';
import type { Endings, SpamOutcome } from './ending.service.js';
import { safeFrom, workPaths } from './paths.js';
import type { FoundCase } from './standing.queries.js';
import type { Viewing } from './viewing.service.js';
import type {
  AskInput,
  AssignInput,
  CaseQuery,
  ClassifyInput,
  MergeInput,
  NoteInput,
  RedirectInput,
  SpamInput,
  StepInput,
} from './work.schema.js';
import type { Target, Work } from './work.service.js';

/** What other parts of the module bring to the page of a case, each under its own name. */
export type CaseParts = (found: FoundCase, actor: Actor) => Promise<object>;

export interface CasePageParts {
  readonly reads: CaseReads;
  readonly viewing: Viewing;
  readonly brought: CaseParts;
  readonly clock: Clock;
}

export interface CaseControllerParts {
  readonly pages: CasePages;
  readonly work: Work;
  readonly endings: Endings;
}

export const idOf = ({ params }: Pick<PageRequest, 'params'>): string => params['id'] ?? '';

export const targetOf = ({ params, input, actor }: PageRequest<StepInput>): Target => ({
  id: params['id'] ?? '',
  version: input.phienBan,
  actor,
});

const retryText = ({ retry }: PageRequest, name: string): string => [retry?.values[name] ?? ''].flat()[0] ?? '';

/** The page of a case. Whoever opens it stands in the audit. */
export const casePages = ({ reads, viewing, brought, clock }: CasePageParts) => {
  const draw = async (request: PageRequest, { tu, nhap }: CaseQuery): Promise<object> => {
    const { actor, retry } = request;
    const view = await reads.view(idOf(request), actor);
    await viewing.viewed(view.row);
    const asked = { now: clock.now(), from: tu, actorId: actor.id, draft: nhap, typed: retry?.values };
    return { ...presentCase(view, asked), ...(await brought(view, actor)) };
  };
  const show: Handler<CaseQuery> = async (request) => page('feedback/case', await draw(request, request.input));
  /** The same page after a form that could not be used. */
  const again: Handler = async (request) =>
    page('feedback/case', {
      ...(await draw(request, { tu: safeFrom(retryText(request, 'tu')), nhap: retryText(request, 'kemTep') })),
      ...(request.retry && { retry: request.retry }),
    });
  return { show, again, sees: reads.sees };
};
export type CasePages = ReturnType<typeof casePages>;

const SPAM_WORDS: Readonly<Record<SpamOutcome, string>> = {
  asked: 'Đã gửi đề nghị. Lãnh đạo xác nhận thì phản ánh mới kết thúc.',
  ended: 'Đã xác nhận không phải phản ánh.',
  kept: 'Phản ánh tiếp tục được xử lý.',
};

/** The acts of officers on a case, each a small form on its page. */
export const caseController = ({ pages, work, endings }: CaseControllerParts) => {
  const step =
    <Input extends StepInput>(run: (target: Target, input: Input) => Promise<string>): Handler<Input> =>
    async (request): Promise<Reply> => {
      const { input, session } = request;
      session.flash({ kind: 'ok', text: await run(targetOf(request), input) });
      return redirect(workPaths.case(idOf(request), input.tu));
    };
  return {
    ...pages,
    classify: step<ClassifyInput>(async (target, input) => {
      await work.classify(target, input);
      return 'Đã phân loại. Thời hạn và đơn vị theo dõi đi theo lĩnh vực.';
    }),
    /** Whoever gave it to an office that is not below him sees it no longer. */
    assign: (async (request) => {
      const { input, session } = request;
      const target = targetOf(request);
      await work.assign(target, input);
      session.flash({ kind: 'ok', text: 'Đã giao xử lý.' });
      const seen = await pages.sees(target.id, target.actor);
      return redirect(seen ? workPaths.case(target.id, input.tu) : input.tu);
    }) satisfies Handler<AssignInput>,
    take: step(async (target) => {
      await work.take(target);
      return 'Bạn đang xử lý phản ánh này.';
    }),
    release: step(async (target) => {
      await work.release(target);
      return 'Đã thôi xử lý. Cán bộ khác nhận được phản ánh này.';
    }),
    ask: step<AskInput>(async (target, input) => {
      await work.ask(target, input);
      return 'Đã gửi câu hỏi. Thời hạn tạm dừng đến khi người dân trả lời.';
    }),
    note: step<NoteInput>(async (target, input) => {
      await work.note(target, input);
      return 'Đã lưu ghi chú nội bộ.';
    }),
    merge: step<MergeInput>(async (target, input) => `Đã gộp vào ${await endings.merge(target, input)}.`),
    spam: step<SpamInput>(async (target, input) => SPAM_WORDS[await endings.spam(target, input)]),
    redirect: step<RedirectInput>(async (target, input) =>
      (await endings.redirect(target, input)) === 'asked'
        ? 'Đã gửi đề nghị. Lãnh đạo xác nhận thì phản ánh mới chuyển theo luật.'
        : 'Đã trả lời và chuyển giải quyết theo luật.',
    ),
  };
};
export type CaseController = ReturnType<typeof caseController>;
