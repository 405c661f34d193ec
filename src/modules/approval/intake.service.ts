import type { Agencies } from '../../contracts/organisation.js';
import type { Dossier, DossierQueries, DossierSteps } from '../../contracts/registration.js';
import type { Audit } from '../../core/audit/audit.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ForbiddenError, InvalidError } from '../../core/errors.js';
import { stepAct } from './step.service.js';

export interface IntakeParts {
  readonly dossiers: DossierQueries;
  readonly steps: DossierSteps;
  readonly agencies: Agencies;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
}

/** Any office must serve: taking over a dossier that was declared for another agency. */
export interface IntakeService {
  /** A declared dossier, by both its numbers, wherever it lies. InvalidError when there is none. */
  find(number: string, insuranceNumber: string, actor: Actor): Promise<Dossier>;
  /** ConflictError when it has moved on meanwhile. */
  receive(dossier: Dossier, version: number, actor: Actor): Promise<void>;
}

const NONE =
  'Không có hồ sơ mới kê khai nào mang cả hai số này. Kiểm tra lại từng số trên tờ khai; hồ sơ đã nộp thì cơ quan đang giữ phải xử lý.';
const NO_DESK = 'Cơ quan của bạn không nhận hồ sơ. Hướng dẫn người dân đến cơ quan BHXH tiếp nhận.';

export const createIntakeService = ({ dossiers, steps, agencies, uow, audit }: IntakeParts): IntakeService => ({
  find: async (number, insuranceNumber, actor) => {
    const dossier = await dossiers.findForeign(number, insuranceNumber);
    if (!dossier) throw new InvalidError([{ field: 'soHoSo', message: NONE }]);
    const own = await agencies.find(actor.attributes['agencyCode'] ?? '');
    if (!own?.receives) throw new ForbiddenError(NO_DESK);
    // What follows shows a person's data to an office that does not hold the dossier.
    await uow.run(() => audit.record(stepAct('approval.foreign-viewed', dossier)));
    return dossier;
  },
  receive: (dossier, version, actor) =>
    uow.run(async () => {
      const agencyCode = actor.attributes['agencyCode'] ?? '';
      await steps.receive({ id: dossier.id, version }, agencyCode);
      await audit.record(stepAct('approval.received', dossier, { from: dossier.agencyCode, to: agencyCode }));
    }),
});
