import type { Audit } from '../../core/audit/audit.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { Vault } from '../../core/files/vault.js';
import { file, page, redirect, type Handler, type PageRequest } from '../../core/http/route.js';
import type { RotateInput } from './assessment.schema.js';
import type { DossierReads } from './dossier.queries.js';
import { paths } from './paths.js';
import type { StepService } from './step.service.js';
import { pictureWords } from './words.rules.js';

export interface PictureController {
  /** The bytes of one picture. Whoever gets them stands in the audit before the answer leaves. */
  readonly send: Handler;
  /** One picture over the whole page, for browsers without script. */
  readonly viewer: Handler<{ tu: string }>;
  readonly rotate: Handler<RotateInput>;
}

export interface PictureControllerParts {
  readonly reads: DossierReads;
  readonly steps: StepService;
  readonly vault: Vault;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
}

const names = ({ params }: Pick<PageRequest, 'params'>) => ({
  id: params['id'] ?? '',
  pictureId: params['pictureId'] ?? '',
});

export const createPictureController = (parts: PictureControllerParts): PictureController => {
  const { reads, steps, vault, uow, audit } = parts;

  return {
    send: async (request) => {
      const { id, pictureId } = names(request);
      const { dossier, picture } = await reads.picture(id, pictureId, request.actor);
      const bytes = await vault.get(picture.fileId);
      await uow.run(() =>
        audit.record({
          action: 'approval.picture-viewed',
          subject: { kind: 'dossier', id, label: dossier.number },
          person: dossier.insuranceNumber,
          purpose: `Xử lý hồ sơ ${dossier.number}`,
          details: { picture: picture.kind, pictureId, current: picture.current },
        }),
      );
      const pdf = picture.type === 'application/pdf';
      return file(
        picture.type,
        bytes,
        pdf ? { name: `${dossier.number.replaceAll('/', '-')}-${picture.kind}.pdf` } : {},
      );
    },
    viewer: async (request) => {
      const { id, pictureId } = names(request);
      const { dossier, picture } = await reads.picture(id, pictureId, request.actor);
      return page('approval/viewer', {
        title: `${pictureWords[picture.kind]}, hồ sơ ${dossier.number}`,
        label: pictureWords[picture.kind],
        number: dossier.number,
        src: paths.picture(id, pictureId),
        rotation: picture.rotation,
        rotateAction: paths.rotate(id, pictureId),
        from: request.input.tu,
        list: request.input.tu,
        back: `${paths.dossier(id, request.input.tu)}#anh`,
      });
    },
    rotate: async (request) => {
      const { id, pictureId } = names(request);
      const { dossier, picture } = await reads.picture(id, pictureId, request.actor);
      await steps.rotatePicture(dossier, picture);
      const { tu, xem } = request.input;
      return redirect(xem ? paths.viewer(id, pictureId, tu) : `${paths.dossier(id, tu)}#anh`);
    },
  };
};
