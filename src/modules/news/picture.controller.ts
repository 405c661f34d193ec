import { NotFoundError } from '../../core/errors.js';
import type { Vault } from '../../core/files/vault.js';
import { file, page, redirect, type Handler, type PageRequest } from '../../core/http/route.js';
import { presentPictures } from './editor.presenter.js';
import type { EditorQueries } from './editor.queries.js';
import type { PictureInput } from './editor.schema.js';
import { paths } from './paths.js';
import { pictureIn } from './picture.rules.js';
import type { PictureService } from './picture.service.js';

export interface PictureController {
  readonly list: Handler;
  readonly add: Handler<PictureInput>;
  /** The bytes, whether readers see them yet or not. */
  readonly send: Handler;
}

const idOf = ({ params }: Pick<PageRequest, 'params'>): string => params['id'] ?? '';

/** Pictures of an article on the desk. */
export const createPictureController = (
  queries: EditorQueries,
  pictures: PictureService,
  vault: Vault,
): PictureController => ({
  list: async (request) => page('news/pictures', presentPictures(await queries.open(idOf(request)))),
  add: async (request) => {
    const { files, input, actor, session } = request;
    await pictures.add(idOf(request), files[0], input.chuThayThe, actor);
    session.flash({ kind: 'ok', text: 'Đã thêm ảnh. Chép đoạn chữ bên cạnh ảnh vào chỗ cần trong nội dung.' });
    return redirect(paths.pictures(idOf(request)));
  },
  send: async (request) => {
    const asked = pictureIn(request.params['file'] ?? '');
    const picture = asked && (await queries.picture(idOf(request), asked.name));
    if (!picture) throw new NotFoundError();
    return file('image/webp', await vault.get(asked.small ? picture.smallFileId : picture.largeFileId));
  },
});
