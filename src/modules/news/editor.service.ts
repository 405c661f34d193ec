import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../../core/errors.js';
import type { DoomedFiles } from '../../core/files/doomed-files.js';
import { newId } from '../../core/ids.js';
import type { ArticleRow } from './article.model.js';
import { slugOf, stepsOf } from './article.rules.js';
import type { ArticleInput } from './editor.schema.js';
import { faultOfPictures } from './markdown.rules.js';
import type { Tables } from './tables.js';
import type { Content } from './version.model.js';

export interface EditorParts {
  readonly tables: Tables;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly files: DoomedFiles;
}

/** Writing: nothing here changes what readers see. */
export interface EditorService {
  /** A new draft; returns its id. */
  start(input: ArticleInput, actor: Actor): Promise<string>;
  /** A new version after `input.phienBan`. ConflictError when somebody saved meanwhile. */
  save(id: string, input: ArticleInput, actor: Actor): Promise<void>;
  /** The content of an older version as the newest. */
  restore(id: string, number: number, seen: number, actor: Actor): Promise<void>;
  /** A draft that was never published, with its versions and pictures. */
  remove(id: string): Promise<void>;
}

const GONE = 'Không có bài này. Hãy quay lại danh sách.';
const KEPT = 'Chỉ xóa được bản nháp chưa từng đăng. Bài đã đăng thì chọn Gỡ bài.';
const MOST_SLUGS = 50;

const contentOf = (input: ArticleInput): Content => ({
  title: input.tieuDe,
  summary: input.tomTat,
  categoryCode: input.chuyenMuc,
  body: input.noiDung,
  source: input.nguon,
  sourceUrl: input.duongDanNguon,
  coverId: input.anhBia || null,
});

/** What lists show. */
const shownOf = ({ title, summary, categoryCode, coverId }: Content, guide: boolean) => ({
  title,
  summary,
  categoryCode,
  coverId,
  guide,
});

type Labelled = Pick<ArticleRow, 'id' | 'title'>;

/** A save: what it follows, who makes it, and why where that is not plain. */
interface Save {
  readonly seen: number;
  readonly actor: Actor;
  readonly note?: string;
}

class Editor implements EditorService {
  constructor(private readonly parts: EditorParts) {}

  async start(input: ArticleInput, actor: Actor): Promise<string> {
    const id = newId();
    const content = contentOf(input);
    const guide = await this.check(content, id);
    const fresh = { state: 'draft', version: 1, publishedVersion: 0, publishAt: null, unpublishAt: null } as const;
    const never = { publishedAt: null, changedAt: null, pinKey: null };
    await this.parts.uow.run(async () => {
      await this.insertUnderSlug({ id, ...shownOf(content, guide), ...fresh, ...never, ...this.edited(actor) });
      await this.insertVersion(id, 1, content, { seen: 0, actor });
      await this.record('news.saved', { id, title: content.title }, { version: 1 });
    });
    return id;
  }

  async save(id: string, input: ArticleInput, actor: Actor): Promise<void> {
    await this.append(await this.find(id), contentOf(input), { seen: input.phienBan, actor });
  }

  async restore(id: string, number: number, seen: number, actor: Actor): Promise<void> {
    const article = await this.find(id);
    const old = await this.parts.tables.versions.one({ articleId: id, number });
    if (!old) throw new NotFoundError('Không có bản này. Hãy quay lại bài.');
    const { title, summary, categoryCode, body, source, sourceUrl, coverId } = old;
    const content = { title, summary, categoryCode, body, source, sourceUrl, coverId };
    await this.append(article, content, { seen, actor, note: `Khôi phục từ bản ${number}` });
  }

  async remove(id: string): Promise<void> {
    const { uow, files, tables } = this.parts;
    const { articles, versions, pictures } = tables;
    const article = await this.find(id);
    if (!stepsOf(article).includes('remove') || article.publishedVersion > 0) throw new ConflictError(KEPT);
    const own = await pictures.many({ articleId: id });
    const fileIds = own.flatMap(({ largeFileId, smallFileId }) => [largeFileId, smallFileId]);
    await uow.run(async () => {
      const { state, version } = article;
      if ((await articles.remove({ id, state, version })) !== 1) throw new ConflictError(await this.whoSaved(id));
      await versions.remove({ articleId: id });
      await pictures.remove({ articleId: id });
      await files.doom(fileIds);
      await this.record('news.removed', article);
    });
    await files.removeFiles(fileIds);
  }

  private record(action: string, { id, title }: Labelled, details: object = {}): Promise<void> {
    const subject = { kind: 'article', id, label: title.slice(0, 160) };
    return this.parts.audit.record({ action, subject, details: { ...details } });
  }

  /** What a schema cannot know; returns whether the category is one of guides. */
  private async check({ categoryCode, body, coverId }: Content, articleId: string, kept = ''): Promise<boolean> {
    const { categories, pictures } = this.parts.tables;
    const category = await categories.one({ code: categoryCode });
    if (!category || !(category.active || kept === categoryCode))
      throw new InvalidError([{ field: 'chuyenMuc', message: 'Hãy chọn chuyên mục trong danh sách.' }]);
    const own = await pictures.many({ articleId });
    if (coverId && !own.some(({ id }) => id === coverId))
      throw new InvalidError([{ field: 'anhBia', message: 'Ảnh bìa phải là ảnh của bài này. Hãy chọn lại.' }]);
    const names = own.map(({ name }) => name);
    const fault = await faultOfPictures(body, names);
    if (fault) throw new InvalidError([{ field: 'noiDung', message: fault }]);
    return category.guide;
  }

  private edited(actor: Actor): Pick<ArticleRow, 'editedAt' | 'editedBy'> {
    return { editedAt: this.parts.clock.now(), editedBy: actor.name };
  }

  /** In a unit of work: the address is the first of its kind that is free. */
  private async insertUnderSlug(row: Omit<ArticleRow, 'slug'>): Promise<void> {
    for (let attempt = 1; attempt <= MOST_SLUGS; attempt += 1)
      if (await this.parts.tables.articles.insertNew({ ...row, slug: slugOf(row.title, attempt) })) return;
    throw new InvalidError([{ field: 'tieuDe', message: 'Đã có nhiều bài mang tiêu đề này. Hãy đặt tiêu đề khác.' }]);
  }

  private insertVersion(articleId: string, number: number, content: Content, { actor, note = '' }: Save) {
    const stamp = { savedAt: this.parts.clock.now(), savedBy: actor.name, note };
    return this.parts.tables.versions.insert({ id: newId(), articleId, number, ...content, ...stamp });
  }

  private async append(article: ArticleRow, content: Content, save: Save): Promise<void> {
    const { id, state } = article;
    const guide = await this.check(content, id, article.categoryCode);
    const number = save.seen + 1;
    // What readers see changes when it is published, not before.
    const shown = state === 'published' ? {} : shownOf(content, guide);
    await this.parts.uow.run(async () => {
      const set = { ...shown, ...this.edited(save.actor), version: number };
      const changed = await this.parts.tables.articles.change(set, { id, version: save.seen, state });
      if (changed !== 1) throw new ConflictError(await this.whoSaved(id));
      await this.insertVersion(id, number, content, save);
      await this.record('news.saved', { id, title: content.title }, { version: number });
    });
  }

  /** Says who was first, so that nobody has to guess. */
  private async whoSaved(articleId: string): Promise<string> {
    const order: [string, string][] = [['number', 'DESC']];
    const [newest] = await this.parts.tables.versions.many({ articleId }, { order, limit: 1 });
    if (!newest) return GONE;
    const { savedBy, number } = newest;
    return `${savedBy} vừa lưu bản ${number} của bài này. Chữ bạn đã nhập vẫn còn bên dưới: xem bản đó ở mục Các bản rồi lưu lại, bài của bạn sẽ thành bản mới nhất.`;
  }

  private async find(id: string): Promise<ArticleRow> {
    const article = await this.parts.tables.articles.one({ id });
    if (!article) throw new NotFoundError(GONE);
    return article;
  }
}

export const createEditorService = (parts: EditorParts): EditorService => new Editor(parts);
