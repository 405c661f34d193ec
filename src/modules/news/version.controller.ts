import { NotFoundError } from '../../core/errors.js';
import { page, redirect, type Handler, type PageRequest } from '../../core/http/route.js';
import { differenceOf } from './difference.rules.js';
import { presentVersion, renderAtDesk } from './editor.presenter.js';
import type { EditorQueries } from './editor.queries.js';
import type { RestoreInput } from './editor.schema.js';
import type { EditorService } from './editor.service.js';
import { paths } from './paths.js';

export interface VersionController {
  readonly show: Handler;
  readonly restore: Handler<RestoreInput>;
}

type Params = Pick<PageRequest, 'params'>;
const idOf = ({ params }: Params): string => params['id'] ?? '';
const numberOf = ({ params }: Params): number => Number(/^\d{1,6}$/.exec(params['number'] ?? '')?.[0] ?? 0);

/** Older saves of an article. */
export const createVersionController = (
  queries: EditorQueries,
  editor: EditorService,
  publicUrl: string,
): VersionController => ({
  show: async (request) => {
    const open = await queries.open(idOf(request));
    const shown = await queries.version(open.article.id, numberOf(request));
    if (!shown) throw new NotFoundError('Không có bản này. Hãy quay lại bài.');
    const html = await renderAtDesk(shown.body, open.pictures, publicUrl);
    const lines = differenceOf(shown.body, open.newest.body);
    return page('news/version', presentVersion({ open, shown, lines, html }));
  },
  restore: async (request) => {
    const [id, number] = [idOf(request), numberOf(request)];
    await editor.restore(id, number, request.input.phienBan, request.actor);
    request.session.flash({ kind: 'ok', text: `Đã lấy lại bản ${number} thành bản mới nhất.` });
    return redirect(paths.edit(id));
  },
});
