import type { Dossier } from '../../contracts/registration.js';
import type { Act, Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { page, redirect, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import type { AssessInput, HandInInput, StepInput } from './assessment.schema.js';
import type { AssessmentService, Outcome } from './assessment.service.js';
import { presentDossier } from './dossier.presenter.js';
import type { DossierReads } from './dossier.queries.js';
import { paths, safeFrom } from './paths.js';
import type { RequestApproval, RequestOutcome } from './request-approval.service.js';
import type { RegistryAnswer } from './registry.queries.js';
import type { StepService, Target } from './step.service.js';

export interface DossierController {
  readonly show: Handler<{ tu: string }>;
  /** The page again after a form that was refused. */
  readonly reshow: Handler;
  readonly handIn: Handler<HandInInput>;
  readonly take: Handler<StepInput>;
  readonly release: Handler<StepInput>;
  readonly assess: Handler<AssessInput>;
  /** Old and new once more before a request is approved. */
  readonly question: Handler<{ tu: string }>;
  readonly confirm: Handler<StepInput>;
  /** Sheet for a person whom the registry does not know. */
  readonly guidance: Handler;
}

export interface DossierControllerParts {
  readonly reads: DossierReads;
  readonly steps: StepService;
  readonly assessment: AssessmentService;
  readonly requests: RequestApproval;
  readonly clock: Clock;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
}

const REGISTRY_DOWN =
  'Hệ thống HGĐ tạm thời không trả lời nên chưa đánh giá được. Hồ sơ vẫn như cũ, hãy ghi nhận lại sau ít phút.';

type Told = Exclude<Outcome | RequestOutcome, 'registry-down' | 'to-confirm'>;

const flashes: Readonly<Record<Told, { kind: 'ok' | 'warn'; text: string }>> = {
  approved: { kind: 'ok', text: 'Cập nhật thành công. Đăng ký thành công' },
  done: { kind: 'ok', text: 'Cập nhật thông tin thành công' },
  proposed: { kind: 'ok', text: 'Đã ghi nhận, chờ người thứ hai xác nhận' },
  refused: { kind: 'ok', text: 'Từ chối duyệt thành công' },
  unmatched: {
    kind: 'warn',
    text: 'Chưa duyệt: mã số BHXH và họ tên này chưa có trong Hệ thống HGĐ. Xem hướng dẫn bên dưới.',
  },
};

const idOf = ({ params }: Pick<PageRequest, 'params'>): string => params['id'] ?? '';

/** The audit entry of opening a dossier. */
const viewed = ({ id, number, insuranceNumber }: Dossier): Act => ({
  action: 'approval.dossier-viewed',
  subject: { kind: 'dossier', id, label: number },
  person: insuranceNumber,
  purpose: `Xử lý hồ sơ ${number}`,
});

/** The page of one dossier, as every handler answers with it. */
const dossierPage = ({ reads, clock, uow, audit }: DossierControllerParts) => {
  const draw = async (request: PageRequest, from: string, known?: RegistryAnswer) => {
    const { actor } = request;
    const view = await reads.view(idOf(request), actor, known);
    await uow.run(() => audit.record(viewed(view.dossier)));
    const officer = {
      number: actor.attributes['insuranceNumber'],
      mayDecide: actor.permissions.has('approval.decide'),
    };
    return presentDossier(view, { now: clock.now(), from, officer });
  };

  /** The dossier again with what came of a decision; 503 where nothing could be decided. */
  const tell = async (request: PageRequest<StepInput>, outcome: Told | 'registry-down'): Promise<Reply> => {
    const { tu } = request.input;
    if (outcome !== 'registry-down') {
      request.session.flash(flashes[outcome]);
      return redirect(paths.dossier(idOf(request), tu));
    }
    const data = await draw(request, tu, { kind: 'down' });
    const retry = { values: { ketQua: 'hop-le' }, faults: [{ field: '', message: REGISTRY_DOWN }] };
    return page('approval/dossier', { ...data, retry }, { status: 503 });
  };

  return { draw, tell };
};

export const createDossierController = (parts: DossierControllerParts): DossierController => {
  const { reads, steps, assessment, requests, clock, uow, audit } = parts;
  const { draw, tell } = dossierPage(parts);

  const step =
    <Input extends StepInput>(run: (target: Target, input: Input) => Promise<void>, text: string): Handler<Input> =>
    async (request): Promise<Reply> => {
      const { input, actor, session } = request;
      await run({ id: idOf(request), version: input.phienBan, actor }, input);
      session.flash({ kind: 'ok', text });
      return redirect(paths.dossier(idOf(request), input.tu));
    };

  return {
    show: async (request) => page('approval/dossier', await draw(request, request.input.tu)),
    reshow: async (request) => page('approval/dossier', await draw(request, safeFrom(request.retry?.values['tu']))),
    handIn: step<HandInInput>(
      (target, { giayTo }) => steps.handIn(target, giayTo),
      'Đã nộp hồ sơ. Bạn đánh giá được ngay.',
    ),
    take: step((target) => steps.take(target), 'Bạn đang xử lý hồ sơ này.'),
    release: step((target) => steps.release(target), 'Đã thôi xử lý. Cán bộ khác nhận được hồ sơ này.'),
    assess: async (request) => {
      const { input, actor } = request;
      const outcome = await assessment.decide(idOf(request), input, actor);
      return outcome === 'to-confirm' ? redirect(paths.confirm(idOf(request), input.tu)) : tell(request, outcome);
    },
    question: async (request) => {
      const { tu } = request.input;
      const data = await draw(request, tu);
      return data.request?.confirm ? page('approval/confirm', data) : redirect(paths.dossier(idOf(request), tu));
    },
    confirm: async (request) => {
      const { input, actor } = request;
      return tell(request, await requests.confirm({ id: idOf(request), version: input.phienBan, actor }));
    },
    guidance: async (request) => {
      const { dossier, agency } = await reads.view(idOf(request), request.actor);
      await uow.run(() => audit.record(viewed(dossier)));
      return page('approval/guidance', {
        layout: 'print',
        title: 'Hướng dẫn cấp mã số BHXH',
        dossier,
        agency,
        printedAt: clock.now(),
        back: paths.dossier(dossier.id),
      });
    },
  };
};
