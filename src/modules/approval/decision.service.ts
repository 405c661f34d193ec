import type { Dossier, DossierQueries, DossierSteps } from '../../contracts/registration.js';
import type { Act, Audit } from '../../core/audit/audit.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../../core/errors.js';
import { isOwn } from './assessment.rules.js';
import { requireVersion, type Guarded } from './conflict.service.js';
import { isMatch } from './dossier.rules.js';
import type { DuplicateQueries } from './duplicate.queries.js';
import type { AskRegistry } from './registry.queries.js';
import type { Scope } from './scope.queries.js';
import type { Target } from './step.service.js';

/** The audit entry of a decision. */
export const decisionAct = (action: string, dossier: Dossier, details: Act['details'] = {}): Act => ({
  action,
  subject: { kind: 'dossier', id: dossier.id, label: dossier.number },
  person: dossier.insuranceNumber,
  purpose: `Đánh giá hồ sơ ${dossier.number}`,
  details,
});

export interface DecisionParts {
  readonly dossiers: DossierQueries;
  readonly steps: DossierSteps;
  readonly askRegistry: AskRegistry;
  readonly scope: Scope;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly guarded: Guarded;
  readonly duplicates: DuplicateQueries;
}

/** What decisions of every kind have in common. */
export interface Decisions {
  /** Acts on the dossier if this officer may decide it now; ForbiddenError for the own one, ConflictError when too late. */
  on<T>(target: Target, act: (dossier: Dossier) => Promise<T>): Promise<T>;
  /** Joins the unit of work: the dossier in review, taken first when nobody had taken it. */
  inReview(dossier: Dossier): Promise<Dossier>;
  /**
   * Outside any unit of work: whether the registry knows the person; nothing may be approved unless it does.
   * ConflictError when an account is in the way.
   */
  registered(dossier: Dossier): Promise<'registered' | 'unmatched' | 'registry-down'>;
}

export const createDecisions = (parts: DecisionParts): Decisions => {
  const { dossiers, steps, uow, audit } = parts;

  const requireDecidable = (dossier: Dossier, { version, actor }: Target): void => {
    if (isOwn(actor.attributes['insuranceNumber'], dossier.insuranceNumber))
      throw new ForbiddenError('Đây là hồ sơ của chính bạn. Hãy nhờ cán bộ khác đánh giá.');
    if (dossier.state === 'declared') throw new ConflictError('Hãy chọn Nộp hồ sơ trước.');
    if (dossier.state !== 'handed_in' && dossier.state !== 'in_review')
      throw new ConflictError('Hồ sơ này không còn chờ đánh giá.');
    requireVersion(dossier, version);
  };

  const inReview: Decisions['inReview'] = async (dossier) => {
    if (dossier.state === 'in_review') return dossier;
    await steps.take(dossier);
    const taken = await dossiers.find(dossier.id, [dossier.agencyCode]);
    if (!taken) throw new NotFoundError();
    return taken;
  };

  const noteUnmatched = (dossier: Dossier, knownAs: string | undefined): Promise<void> => {
    const note = knownAs
      ? `Hệ thống HGĐ ghi tên "${knownAs}", tờ khai ghi "${dossier.fullName}"`
      : 'Hệ thống HGĐ không có mã số này. Đã hướng dẫn người dân làm thủ tục cấp mã số';
    return uow.run(async () => {
      await inReview(dossier);
      await steps.note(dossier.id, 'Chưa có trong Hệ thống HGĐ', note);
      await audit.record(decisionAct('approval.not-in-registry', dossier, { found: knownAs !== undefined }));
    });
  };

  return {
    on: async (target, act) => {
      const agencies = await parts.scope.of(target.actor);
      return parts.guarded(target.id, agencies, async () => {
        const dossier = await dossiers.find(target.id, agencies);
        if (!dossier) throw new NotFoundError();
        requireDecidable(dossier, target);
        return act(dossier);
      });
    },
    inReview,
    registered: async (dossier) => {
      const answer = await parts.askRegistry(dossier.insuranceNumber);
      if (answer.kind === 'down') return 'registry-down';
      const obstacle = await parts.duplicates.obstacle(dossier);
      if (obstacle) throw new ConflictError(obstacle);
      const known = answer.kind === 'found' ? answer.entry : undefined;
      if (isMatch(dossier, known)) return 'registered';
      await noteUnmatched(dossier, known?.fullName);
      return 'unmatched';
    },
  };
};
