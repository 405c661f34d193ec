import type { Dossier, DossierPicture, DossierQueries, DossierSteps } from '../../contracts/registration.js';
import { ConflictError } from '../../core/errors.js';
import { dateTime } from '../../core/http/format.js';
import { paths } from './paths.js';
import type { RequestApproval } from './request-approval.service.js';
import { fieldWords } from './request.rules.js';
import type { OpenProposal, ProposalFacts, ProposalHandler } from './second-person.service.js';

export interface RequestProposalParts {
  readonly dossiers: DossierQueries;
  readonly steps: DossierSteps;
  readonly approval: RequestApproval;
}

const MOVED = 'Hồ sơ đã thay đổi sau khi được đề nghị, nên đề nghị không còn hiệu lực.';

const portraits = (pictures: readonly DossierPicture[]): readonly DossierPicture[] =>
  pictures.filter(({ kind, type }) => kind === 'portrait' && type === 'image/jpeg');

/** What stands behind a proposed approval of a change of information. */
export const createRequestProposal = ({ dossiers, steps, approval }: RequestProposalParts): ProposalHandler => {
  /** The dossier as it was proposed; undefined when anything has happened to it since. */
  const proposed = async ({ subjectId, agencyCode, payload }: OpenProposal): Promise<Dossier | undefined> => {
    const dossier = await dossiers.find(subjectId, [agencyCode]);
    const { version } = payload as { version?: number };
    return dossier?.state === 'in_review' && dossier.version === version ? dossier : undefined;
  };

  /** The portrait that was there before: of this dossier, else of the registration behind the account. */
  const former = async (dossier: Dossier): Promise<DossierPicture | undefined> => {
    const replaced = portraits(await dossiers.pictures(dossier.id)).filter(({ current }) => !current);
    const [last] = [...replaced].sort((a, b) => b.addedAt.getTime() - a.addedAt.getTime());
    if (last) return last;
    const approved = await dossiers.approved(dossier.insuranceNumber);
    return approved && portraits(await dossiers.pictures(approved.id)).find(({ current }) => current);
  };

  const shown = (label: string, { addedBy, addedAt, fileId }: DossierPicture): ProposalFacts['pictures'][number] => ({
    label,
    note: `${addedBy}, ${dateTime(addedAt)}`,
    fileId,
  });

  return {
    facts: async (proposal) => {
      const dossier = await proposed(proposal);
      if (!dossier) return undefined;
      const before = await former(dossier);
      const now = portraits(await dossiers.pictures(dossier.id)).find(({ current }) => current);
      return {
        name: dossier.fullName,
        question: `Duyệt thay đổi thông tin của ${dossier.fullName}?`,
        changes: dossier.changes.map(({ field, from, to }) => ({ label: fieldWords[field], from, to })),
        pictures: [...(before ? [shown('Ảnh trước', before)] : []), ...(now ? [shown('Ảnh mới', now)] : [])],
        href: paths.dossier(dossier.id),
      };
    },
    carryOut: async (proposal) => {
      const dossier = await proposed(proposal);
      if (!dossier) throw new ConflictError(MOVED);
      await approval.carryOut(dossier);
    },
    dropped: async ({ subjectId }, { state, reason }) => {
      if (state === 'rejected') await steps.note(subjectId, 'Người thứ hai không đồng ý', reason);
    },
  };
};
