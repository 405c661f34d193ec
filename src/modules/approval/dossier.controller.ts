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
  /** Sheet for a person whom the registry does not know. */
  readonly guidance: Handler;
}

export interface DossierControllerParts {
  readonly reads: DossierReads;
  readonly steps: StepService;
  readonly assessment: AssessmentService;
  readonly clock: Clock;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
}

const REGISTRY_DOWN =
  'Hệ thống HGĐ tạm thời không trả lời nên chưa đánh giá được. Hồ sơ vẫn như cũ, hãy ghi nhận lại sau ít phút.';

const flashes: Readonly<Record<Exclude<Outcome, 'registry-down'>, { kind: 'ok' | 'warn'; text: string }>> = {
  approved: { kind: 'ok', text: 'Cập nhật thành công. Đăng ký thành công' },
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

export const createDossierController = (parts: DossierControllerParts): DossierController => {
  const { reads, steps, assessment, clock, uow, audit } = parts;

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
      const { input, actor, session } = request;
      const outcome = await assessment.decide(idOf(request), input, actor);
      if (outcome !== 'registry-down') {
        session.flash(flashes[outcome]);
        return redirect(paths.dossier(idOf(request), input.tu));
      }
      const values = { ketQua: input.ketQua };
      const data = await draw(request, input.tu, { kind: 'down' });
      return page(
        'approval/dossier',
        { ...data, retry: { values, faults: [{ field: '', message: REGISTRY_DOWN }] } },
        { status: 503 },
      );
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
