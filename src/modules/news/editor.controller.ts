import { page, redirect, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import { placeIn } from './article.rules.js';
import { presentDesk, presentEdit, presentStart, renderAtDesk } from './editor.presenter.js';
import type { EditorQueries } from './editor.queries.js';
import type { ArticleInput, DeskInput } from './editor.schema.js';
import type { EditorService } from './editor.service.js';
import { paths } from './paths.js';
import type { PictureRow } from './picture.model.js';

export interface EditorController {
  readonly desk: Handler<DeskInput>;
  readonly startForm: Handler;
  readonly start: Handler<ArticleInput>;
  readonly form: Handler;
  readonly save: Handler<ArticleInput>;
}

export interface EditorControllerParts {
  readonly queries: EditorQueries;
  readonly editor: EditorService;
  readonly publicUrl: string;
}

export const MAY_RELEASE = 'news.publish';
const PAGE = 30;

const idOf = ({ params }: Pick<PageRequest, 'params'>): string => params['id'] ?? '';

/** What was sent for a look stands in the form again as it was typed. */
const typedOf = (input: ArticleInput): Record<string, string> => ({
  ...input,
  phienBan: String(input.phienBan),
});

const wantsLook = ({ retry }: PageRequest): boolean => retry?.values['viec'] === 'xem-truoc';

export const createEditorController = (parts: EditorControllerParts): EditorController => {
  const { queries, editor, publicUrl } = parts;

  /** The words as readers would see them, where a look was asked for; faults do not stand in its way. */
  const lookAt = async (request: PageRequest, pictures: readonly PictureRow[]) => {
    if (!wantsLook(request)) return {};
    const value = (name: string): string => [request.retry?.values[name] ?? ''].flat()[0] ?? '';
    const html = await renderAtDesk(value('noiDung'), pictures, publicUrl);
    return { look: { title: value('tieuDe'), summary: value('tomTat'), html }, sheets: ['news.css'] };
  };

  const startForm = async (request: PageRequest): Promise<Reply> => {
    const office = request.actor.attributes['agencyName'] ?? '';
    const data = presentStart(await queries.categories(), office);
    return page('news/edit', { ...data, ...(await lookAt(request, [])), retry: request.retry });
  };

  const form = async (request: PageRequest): Promise<Reply> => {
    const open = await queries.open(idOf(request));
    const mayRelease = request.actor.permissions.has(MAY_RELEASE);
    const data = presentEdit(open, await queries.categories(), mayRelease);
    return page('news/edit', { ...data, ...(await lookAt(request, open.pictures)), retry: request.retry });
  };

  /** The same form, shown with a look at it and nothing saved. */
  const asLook = (request: PageRequest<ArticleInput>): PageRequest => ({
    ...request,
    retry: { values: typedOf(request.input), faults: [] },
  });

  const saved = ({ session, input }: PageRequest<ArticleInput>, id: string): Reply => {
    session.flash({ kind: 'ok', text: 'Đã lưu. Người đọc chưa thấy bản này cho đến khi đăng.' });
    return redirect(input.viec === 'anh' ? paths.pictures(id) : paths.edit(id));
  };

  return {
    desk: async ({ input }) => {
      const found = await queries.list(input.trangThai, placeIn(input.truoc), PAGE);
      return page('news/desk', presentDesk(found, await queries.categories(), input));
    },
    startForm,
    start: async (request) => {
      if (request.input.viec === 'xem-truoc') return startForm(asLook(request));
      return saved(request, await editor.start(request.input, request.actor));
    },
    form,
    save: async (request) => {
      if (request.input.viec === 'xem-truoc') return form(asLook(request));
      await editor.save(idOf(request), request.input, request.actor);
      return saved(request, idOf(request));
    },
  };
};
