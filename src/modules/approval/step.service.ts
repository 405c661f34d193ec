import type { Messenger } from '../../contracts/notification.js';
import type { Dossier, DossierPicture, DossierQueries, DossierSteps, PictureKind } from '../../contracts/registration.js';
import type { Agencies } from '../../contracts/organisation.js';
import type { Audit } from '../../core/audit/audit.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ForbiddenError, InvalidError, NotFoundError } from '../../core/errors.js';
import type { CheckedFile } from '../../core/files/picture.js';
import type { Vault } from '../../core/files/vault.js';
import { isOwn } from './assessment.rules.js';
import { requireVersion, type Guarded } from './conflict.service.js';
import type { Scope } from './scope.queries.js';

export interface StepParts {
  readonly dossiers: DossierQueries;
  readonly steps: DossierSteps;
  readonly agencies: Agencies;
  readonly messenger: Messenger;
  readonly scope: Scope;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly vault: Vault;
  readonly guarded: Guarded;
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
  /** A declared dossier of another agency, by both its numbers. InvalidError when there is none. */
  findForeign(number: string, insuranceNumber: string, actor: Actor): Promise<Dossier>;
  receive(dossier: Dossier, version: number, actor: Actor): Promise<void>;
}

const NO_FOREIGN =
  'Không có hồ sơ mới kê khai nào mang cả hai số này. Kiểm tra lại từng số trên tờ khai; hồ sơ đã nộp thì cơ quan đang giữ phải xử lý.';

export const createStepService = (parts: StepParts): StepService => {
  const { dossiers, steps, scope, uow, audit, vault } = parts;

  /** Finds, checks and acts; the audit row is written in the same unit. */
  const act = async ({ id, version, actor }: Target, action: string, step: (dossier: Dossier) => Promise<void>): Promise<void> => {
    const agencies = await scope.of(actor);
    await parts.guarded(id, agencies, async () => {
      const dossier = await dossiers.find(id, agencies);
      if (!dossier) throw new NotFoundError();
      requireVersion(dossier, version);
      await uow.run(async () => {
        await step(dossier);
        await record(action, dossier);
      });
    });
  };

  const record = (action: string, dossier: Dossier, details: Record<string, string> = {}): Promise<void> =>
    audit.record({
      action,
      subject: { kind: 'dossier', id: dossier.id, label: dossier.number },
      person: dossier.insuranceNumber,
      purpose: `Xử lý hồ sơ ${dossier.number}`,
      details,
    });

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
      const fileId = await vault.put(bytes);
      try {
        await act(target, 'approval.picture-replaced', (dossier) =>
          steps.replacePicture(dossier, { kind, name, type, fileId }),
        );
      } catch (error) {
        // Nothing points to the file: it must not stay behind.
        await vault.remove(fileId);
        throw error;
      }
    },
    rotatePicture: (dossier, { id, kind, rotation }) =>
      uow.run(async () => {
        await steps.rotatePicture(dossier.id, id, (rotation + 90) % 360);
        await record('approval.picture-rotated', dossier, { kind });
      }),
    findForeign: async (number, insuranceNumber, actor) => {
      const dossier = await dossiers.findForeign(number, insuranceNumber);
      if (!dossier) throw new InvalidError([{ field: 'soHoSo', message: NO_FOREIGN }]);
      const own = await parts.agencies.find(actor.attributes['agencyCode'] ?? '');
      if (!own?.receives) throw new ForbiddenError('Cơ quan của bạn không nhận hồ sơ. Hướng dẫn người dân đến cơ quan BHXH tiếp nhận.');
      return dossier;
    },
    receive: (dossier, version, actor) =>
      uow.run(async () => {
        const agencyCode = actor.attributes['agencyCode'] ?? '';
        await steps.receive({ id: dossier.id, version }, agencyCode);
        await record('approval.received', dossier, { from: dossier.agencyCode, to: agencyCode });
      }),
  };
};
