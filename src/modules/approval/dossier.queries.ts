import type { Messenger, MessageSummary } from '../../contracts/notification.js';
import type { Agencies, Agency } from '../../contracts/organisation.js';
import type { Dossier, DossierEvent, DossierPicture, DossierQueries } from '../../contracts/registration.js';
import type { Actor } from '../../core/context.js';
import { NotFoundError } from '../../core/errors.js';
import type { RefusalTemplate } from './assessment.rules.js';
import type { DuplicateQueries, Duplicates } from './duplicate.queries.js';
import type { AskRegistry, RegistryAnswer } from './registry.queries.js';
import type { ReasonQueries } from './reason.queries.js';
import type { Scope } from './scope.queries.js';
import type { SecondPersonReads } from './second-person.queries.js';
import type { OpenProposal } from './second-person.service.js';
import type { WorkClock } from './work.queries.js';

/** Everything the page of one dossier shows. */
export interface DossierView {
  readonly dossier: Dossier;
  readonly agency: Agency | undefined;
  readonly pictures: readonly DossierPicture[];
  readonly history: readonly DossierEvent[];
  readonly messages: readonly MessageSummary[];
  readonly registry: RegistryAnswer;
  readonly duplicates: Duplicates;
  /** Milliseconds after which waiting is overdue. */
  readonly overdueAfter: number;
  /** The approval that waits for a second person, if one does. */
  readonly proposal: OpenProposal | undefined;
  /** Reasons of refusal that can be picked. */
  readonly reasons: readonly RefusalTemplate[];
  /** Codes of the agencies whose dossiers the actor may open. */
  readonly agencies: readonly string[];
}

export interface DossierReads {
  /** The dossier if it lies in the actor's subtree; NotFoundError otherwise. */
  find(id: string, actor: Actor): Promise<Dossier>;
  /** The dossier with all that belongs to it. `known` saves asking a registry that has just failed to answer. */
  view(id: string, actor: Actor, known?: RegistryAnswer): Promise<DossierView>;
  picture(id: string, pictureId: string, actor: Actor): Promise<{ dossier: Dossier; picture: DossierPicture }>;
}

export interface DossierReadParts {
  readonly dossiers: DossierQueries;
  readonly agencies: Agencies;
  readonly messenger: Messenger;
  readonly duplicates: DuplicateQueries;
  readonly askRegistry: AskRegistry;
  readonly scope: Scope;
  readonly workClock: WorkClock;
  readonly reasons: ReasonQueries;
  readonly proposals: Pick<SecondPersonReads, 'ofDossier'>;
}

const NO_DOSSIER =
  'Không có hồ sơ này trong các cơ quan của bạn. Nếu người dân chọn cơ quan khác, hãy dùng Nhận hồ sơ của cơ quan khác.';

export const createDossierReads = (parts: DossierReadParts): DossierReads => {
  const { dossiers, agencies, messenger, duplicates, askRegistry, scope } = parts;
  const find: DossierReads['find'] = async (id, actor) => {
    const dossier = await dossiers.find(id, await scope.of(actor));
    if (!dossier) throw new NotFoundError(NO_DOSSIER);
    return dossier;
  };
  return {
    find,
    view: async (id, actor, known) => {
      const dossier = await find(id, actor);
      const erased = dossier.insuranceNumber === '';
      return {
        dossier,
        agencies: await scope.of(actor),
        overdueAfter: await parts.workClock.overdueAfter(),
        reasons: await parts.reasons.active(),
        proposal: await parts.proposals.ofDossier(id),
        agency: await agencies.find(dossier.agencyCode),
        pictures: await dossiers.pictures(id),
        history: await dossiers.history(id),
        messages: await messenger.about('dossier', id),
        registry: known ?? (erased ? { kind: 'missing' } : await askRegistry(dossier.insuranceNumber)),
        duplicates: erased
          ? { accountOfNumber: undefined, accountOfPhone: undefined, related: [] }
          : await duplicates.of(dossier),
      };
    },
    picture: async (id, pictureId, actor) => {
      const dossier = await find(id, actor);
      const picture = (await dossiers.pictures(id)).find((candidate) => candidate.id === pictureId);
      if (!picture) throw new NotFoundError('Ảnh này không còn. Tải lại trang hồ sơ để xem ảnh mới.');
      return { dossier, picture };
    },
  };
};
