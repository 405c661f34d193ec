import type { Messenger } from '../../contracts/notification.js';
import type {
  Dossier,
  DossierPicture,
  DossierQueries,
  DossierSteps,
  PictureKind,
} from '../../contracts/registration.js';
import type { Act, Audit } from '../../core/audit/audit.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ForbiddenError, NotFoundError } from '../../core/errors.js';
import type { CheckedFile } from '../../core/files/picture.js';
import { isOwn } from './assessment.rules.js';
import { requireVersion, type Guarded } from './conflict.service.js';
import type { Scope } from './scope.queries.js';
import type { SecondPerson } from './second-person.service.js';

/** The audit entry of a step on a dossier. */
export const stepAct = (action: string, dossier: Dossier, details: Readonly<Record<string, string>> = {}): Act => ({
  action,
  subject: { kind: 'dossier', id: dossier.id, label: dossier.number },
  person: dossier.insuranceNumber,
  purpose: `Xử lý hồ sơ ${dossier.number}`,
  details,
});

export interface StepParts {
  readonly dossiers: DossierQueries;
  readonly steps: DossierSteps;
  readonly messenger: Messenger;
  readonly scope: Scope;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly guarded: Guarded;
  readonly second: SecondPerson;
}

/** Which dossier an officer acts on, and the version he saw. */
export interface Target {
  readonly id: string;
  readonly version: number;
  readonly actor: Actor;
}

/** Steps on the way to a decision. All refuse with ConflictError when the dossier has moved on. */
export interface StepService {
  handIn(target: Target, papersSeen: string): Promise<void>;
  take(target: Target): Promise<void>;
  release(target: Target): Promise<void>;
  replacePicture(target: Target, kind: PictureKind, file: CheckedFile): Promise<void>;
  /** Turns by a quarter, clockwise, and keeps it. */
  rotatePicture(dossier: Dossier, picture: DossierPicture): Promise<void>;
}

export const createStepService = (parts: StepParts): StepService => {
  const { dossiers, steps, scope, uow, audit } = parts;

  /** Finds, checks and acts; what waited for a second person is over, the audit row is written in the same unit. */
  const act = async (
    { id, version, actor }: Target,
    action: string,
    step: (dossier: Dossier) => Promise<void>,
    details: Readonly<Record<string, string>> = {},
  ): Promise<void> => {
    const agencies = await scope.of(actor);
    await parts.guarded(id, agencies, async () => {
      const dossier = await dossiers.find(id, agencies);
      if (!dossier) throw new NotFoundError();
      requireVersion(dossier, version);
      await uow.run(async () => {
        await step(dossier);
        await parts.second.cancel('dossier', id);
        await audit.record(stepAct(action, dossier, details));
      });
    });
  };

  return {
    handIn: (target, papersSeen) =>
      act(target, 'approval.handed-in', async (dossier) => {
        if (isOwn(target.actor.attributes['insuranceNumber'], dossier.insuranceNumber))
          throw new ForbiddenError('Đây là hồ sơ của chính bạn. Hãy nhờ cán bộ khác nhận hồ sơ.');
        await steps.handIn(dossier, papersSeen);
        // The person stands at the desk: a line by e-mail is enough, no SMS.
        if (dossier.email)
          await parts.messenger.queue({
            template: 'dossier-handed-in',
            channel: 'email',
            to: dossier.email,
            variables: { dossierNumber: dossier.number },
            key: `handed-in:${dossier.id}:${dossier.version}`,
            subject: { kind: 'dossier', id: dossier.id },
          });
      }),
    take: (target) => act(target, 'approval.taken', (dossier) => steps.take(dossier)),
    release: (target) => act(target, 'approval.released', (dossier) => steps.release(dossier)),
    replacePicture: async (target, kind, { name, type, bytes }) => {
      const fileId = await steps.storePicture(bytes);
      const replace = (dossier: Dossier) => steps.replacePicture(dossier, { kind, name, type, fileId });
      await act(target, 'approval.picture-replaced', replace, { kind });
    },
    rotatePicture: (dossier, { id, kind, rotation }) =>
      uow.run(async () => {
        await steps.rotatePicture(dossier.id, id, (rotation + 90) % 360);
        await audit.record(stepAct('approval.picture-rotated', dossier, { kind }));
      }),
  };
};
