import type { PictureKind } from '../../contracts/registration.js';
import { InvalidError, NotFoundError } from '../../core/errors.js';
import { checkPicture, type CheckedFile } from '../../core/files/picture.js';
import {
  page,
  redirect,
  type Handler,
  type PageRequest,
  type Reply,
  type UploadedFile,
} from '../../core/http/route.js';
import type { StepInput } from './assessment.schema.js';
import type { DossierReads } from './dossier.queries.js';
import { paths, safeFrom } from './paths.js';
import { fileFaults, isPictureKind, MIN_SIDE } from './picture.rules.js';
import type { StepService } from './step.service.js';
import { pictureWords } from './words.rules.js';

/** **Thay ảnh**: a page of its own, so that file picker, camera, paste and drop have room. */
export interface ReplacementController {
  readonly form: Handler<{ tu: string }>;
  readonly reshow: Handler;
  readonly replace: Handler<StepInput>;
}

const idOf = ({ params }: Pick<PageRequest, 'params'>): string => params['id'] ?? '';

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

const wordsOf = (kind: PictureKind): string =>
  pictureWords[kind].charAt(0).toLocaleLowerCase('vi') + pictureWords[kind].slice(1);

export const createReplacementController = (reads: DossierReads, steps: StepService): ReplacementController => {
  const draw = async (request: PageRequest, from: string): Promise<Reply> => {
    const kind = kindOf(request);
    const { id, number, fullName, version } = await reads.find(idOf(request), request.actor);
    return page('approval/replace-picture', {
      title: `Thay ảnh: ${wordsOf(kind)}`,
      label: pictureWords[kind],
      kind,
      number,
      name: fullName,
      seen: version,
      action: paths.replace(id, kind),
      back: paths.dossier(id, from),
      list: from,
      from,
    });
  };
  return {
    form: (request) => draw(request, request.input.tu),
    reshow: (request) => draw(request, safeFrom(request.retry?.values['tu'])),
    replace: async (request) => {
      const { input, actor, session } = request;
      const kind = kindOf(request);
      const picture = await checked(request.files);
      await steps.replacePicture({ id: idOf(request), version: input.phienBan, actor }, kind, picture);
      session.flash({ kind: 'ok', text: `Đã thay ${wordsOf(kind)}. Ảnh cũ còn trong lịch sử.` });
      return redirect(`${paths.dossier(idOf(request), input.tu)}#anh`);
    },
  };
};
