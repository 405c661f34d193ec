import type { Agencies } from '../../contracts/organisation.js';
import type { DossierQueries } from '../../contracts/registration.js';
import type { Audit } from '../../core/audit/audit.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { NotFoundError } from '../../core/errors.js';
import { page, type Handler } from '../../core/http/route.js';
import type { DossierReads } from './dossier.queries.js';
import { presentPair, type PairSide } from './duplicate.presenter.js';

export interface DuplicateController {
  /** Two dossiers of the subtree side by side. Both persons find the view in the audit. */
  readonly pair: Handler<{ tu: string }>;
}

export interface DuplicateControllerParts {
  readonly reads: DossierReads;
  readonly dossiers: DossierQueries;
  readonly agencies: Agencies;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
}

export const createDuplicateController = (parts: DuplicateControllerParts): DuplicateController => {
  const { reads, dossiers, agencies, uow, audit } = parts;

  const sideOf = async (id: string, actor: Actor): Promise<PairSide> => {
    const dossier = await reads.find(id, actor);
    if (dossier.insuranceNumber === '') throw new NotFoundError('Dữ liệu của hồ sơ này đã xóa, không so sánh được.');
    const agency = await agencies.find(dossier.agencyCode);
    return { dossier, pictures: await dossiers.pictures(id), agency: agency?.name ?? dossier.agencyCode };
  };

  return {
    pair: async ({ params: { id = '', other = '' }, input, actor }) => {
      if (id === other) throw new NotFoundError('Chọn hai hồ sơ khác nhau để so sánh.');
      const sides = [await sideOf(id, actor), await sideOf(other, actor)] as const;
      const purpose = `Kiểm tra trùng hồ sơ ${sides[0].dossier.number}`;
      await uow.run(async () => {
        for (const { dossier } of sides)
          await audit.record({
            action: 'approval.duplicate-viewed',
            subject: { kind: 'dossier', id: dossier.id, label: dossier.number },
            person: dossier.insuranceNumber,
            purpose,
          });
      });
      return page('approval/duplicate', presentPair(...sides, input.tu));
    },
  };
};
