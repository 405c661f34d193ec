import type { PictureKind } from '../../contracts/registration.js';
import type { Audit } from '../../core/audit/audit.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { InvalidError, NotFoundError } from '../../core/errors.js';
import { checkPicture, type CheckedFile } from '../../core/files/picture.js';
import type { Vault } from '../../core/files/vault.js';
import { file, page, redirect, type Handler, type PageRequest, type Reply, type UploadedFile } from '../../core/http/route.js';
import type { RotateInput, StepInput } from './assessment.schema.js';
import type { DossierReads } from './dossier.queries.js';
import { paths, safeFrom } from './paths.js';
import { fileFaults, isPictureKind, MIN_SIDE } from './picture.rules.js';
import type { StepService } from './step.service.js';
import { pictureWords } from './words.rules.js';

export interface PictureController {
  /** The bytes of one picture. Whoever gets them stands in the audit before the answer leaves. */
  readonly send: Handler;
  /** One picture over the whole page, for browsers without script. */
  readonly viewer: Handler<{ tu: string }>;
  readonly rotate: Handler<RotateInput>;
  readonly replaceForm: Handler<{ tu: string }>;
  readonly replaceReshow: Handler;
  readonly replace: Handler<StepInput>;
}

export interface PictureControllerParts {
  readonly reads: DossierReads;
  readonly steps: StepService;
  readonly vault: Vault;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
}

const names = ({ params }: Pick<PageRequest, 'params'>) => ({ id: params['id'] ?? '', pictureId: params['pictureId'] ?? '' });

const kindOf = ({ params }: Pick<PageRequest, 'params'>): PictureKind => {
  const kind = params['kind'];
  if (!isPictureKind(kind)) throw new NotFoundError();
  return kind;
};

const faulty = (message: string): InvalidError => new InvalidError([{ field: 'tep', message }]);

/** The new picture in its safe form; InvalidError says what is wrong with the file. */
const checked = async (files: readonly UploadedFile[]): Promise<CheckedFile> => {
  const [sent] = files;
  if (!sent) throw faulty(fileFaults.none);
  if (sent.tooLarge) throw faulty(fileFaults.tooLarge);
  const result = await checkPicture(sent, MIN_SIDE);
  if (typeof result === 'string') throw faulty(fileFaults[result]);
  return result;
};

export const createPictureController = (parts: PictureControllerParts): PictureController => {
  const { reads, steps, vault, uow, audit } = parts;

  const replacePage = async (request: PageRequest, from: string): Promise<Reply> => {
    const { id } = names(request);
    const kind = kindOf(request);
    const dossier = await reads.find(id, request.actor);
    return page('approval/replace-picture', {
      title: `Thay ảnh: ${pictureWords[kind].toLocaleLowerCase('vi')}`,
      label: pictureWords[kind],
      kind,
      number: dossier.number,
      name: dossier.fullName,
      version: dossier.version,
      action: paths.replace(id, kind),
      back: paths.dossier(id, from),
      list: from,
      from,
    });
  };

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
      return file(picture.type, bytes, pdf ? { name: `${dossier.number.replaceAll('/', '-')}-${picture.kind}.pdf` } : {});
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
    replaceForm: (request) => replacePage(request, request.input.tu),
    replaceReshow: (request) => replacePage(request, safeFrom(request.retry?.values['tu'])),
    replace: async (request) => {
      const { id } = names(request);
      const kind = kindOf(request);
      const picture = await checked(request.files);
      await steps.replacePicture({ id, version: request.input.phienBan, actor: request.actor }, kind, picture);
      request.session.flash({ kind: 'ok', text: `Đã thay ${pictureWords[kind].toLocaleLowerCase('vi')}. Ảnh cũ còn trong lịch sử.` });
      return redirect(`${paths.dossier(id, request.input.tu)}#anh`);
    },
  };
};
