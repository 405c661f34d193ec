import { Op, type WhereOptions } from 'sequelize';
import { NEWS_TOPIC } from '../../contracts/news.js';
import type { Audit } from '../../core/audit/audit.js';
import { MINUTE, type Clock } from '../../core/clock.js';
import type { Topics } from '../../core/db/topics.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../../core/errors.js';
import { PINNED, type ArticleRow } from './article.model.js';
import { searchWords, stepsOf, type Step } from './article.rules.js';
import type { Tables } from './tables.js';

export interface ReleaseParts {
  readonly tables: Tables;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly topics: Topics;
}

interface Times {
  readonly publishAt: Date | null;
  readonly unpublishAt: Date | null;
}

/** What readers see, and when. Every step asks for the version that the officer looked at. */
export interface ReleaseService {
  publish(id: string, seen: number, unpublishAt: Date | null): Promise<void>;
  schedule(id: string, seen: number, when: Times): Promise<void>;
  /** A scheduled article becomes a draft again. */
  unschedule(id: string, seen: number): Promise<void>;
  withdraw(id: string, seen: number): Promise<void>;
  /** Takes the banner, or leaves it when it has it. */
  pin(id: string, seen: number): Promise<void>;
  /** Publishes and withdraws what is due. */
  runDue(): Promise<void>;
}

const CHANGED = 'Bài này vừa được người khác sửa hoặc đổi trạng thái. Hãy xem lại bài rồi làm lại.';
const BATCH = 50;

const checkEnd = (begin: Date, unpublishAt: Date | null): void => {
  if (unpublishAt && unpublishAt.getTime() < begin.getTime() + MINUTE)
    throw new InvalidError([{ field: 'goLuc', message: 'Giờ gỡ bài phải sau giờ đăng. Hãy sửa lại hoặc để trống.' }]);
};

const PAST = 'Giờ hẹn đã qua. Hãy chọn giờ sau bây giờ, hoặc Đăng ngay.';

class Releases implements ReleaseService {
  constructor(private readonly parts: ReleaseParts) {}

  async publish(id: string, seen: number, unpublishAt: Date | null): Promise<void> {
    const article = await this.find(id, seen, 'publish');
    checkEnd(this.parts.clock.now(), unpublishAt);
    await this.parts.uow.run(() => this.show({ ...article, publishAt: null }, unpublishAt));
  }

  async schedule(id: string, seen: number, { publishAt, unpublishAt }: Times): Promise<void> {
    const article = await this.find(id, seen, 'schedule');
    if (!publishAt || publishAt <= this.parts.clock.now())
      throw new InvalidError([{ field: 'dangLuc', message: PAST }]);
    checkEnd(publishAt, unpublishAt);
    await this.parts.uow.run(async () => {
      await this.claim(article, { state: 'scheduled', publishAt, unpublishAt });
      await this.record('news.scheduled', article, { publishAt });
    });
  }

  async unschedule(id: string, seen: number): Promise<void> {
    const article = await this.find(id, seen, 'unschedule');
    const state = article.publishedVersion > 0 ? 'withdrawn' : 'draft';
    await this.parts.uow.run(async () => {
      await this.claim(article, { state, publishAt: null, unpublishAt: null });
      await this.record('news.unscheduled', article);
    });
  }

  async withdraw(id: string, seen: number): Promise<void> {
    const article = await this.find(id, seen, 'withdraw');
    await this.parts.uow.run(() => this.hide(article));
  }

  async pin(id: string, seen: number): Promise<void> {
    const { uow, topics, tables } = this.parts;
    const article = await this.find(id, seen, 'pin');
    const takes = article.pinKey === null;
    await uow.run(async () => {
      await tables.articles.change({ pinKey: null }, { pinKey: PINNED });
      if (takes) await this.claim(article, { pinKey: PINNED });
      await topics.moveOn(NEWS_TOPIC);
      await this.record('news.pinned', article, { pinned: takes });
    });
  }

  async runDue(): Promise<void> {
    const due = { [Op.lte]: this.parts.clock.now() };
    await this.each({ state: 'scheduled', publishAt: due }, (article) => this.show(article, article.unpublishAt));
    await this.each({ state: 'published', unpublishAt: due }, (article) => this.hide(article));
  }

  private record(action: string, { id, title }: ArticleRow, details: object = {}): Promise<void> {
    const subject = { kind: 'article', id, label: title.slice(0, 160) };
    return this.parts.audit.record({ action, subject, details: { ...details } });
  }

  private async find(id: string, seen: number, step: Step): Promise<ArticleRow> {
    const article = await this.parts.tables.articles.one({ id });
    if (!article) throw new NotFoundError('Không có bài này. Hãy quay lại danh sách.');
    if (article.version !== seen || !stepsOf(article).includes(step)) throw new ConflictError(CHANGED);
    return article;
  }

  private claim({ id, version, state }: ArticleRow, set: Partial<ArticleRow>): Promise<void> {
    return this.parts.tables.articles.claim(set, { id, version, state }, CHANGED);
  }

  /** In a unit of work: the newest version is what readers see from now on. */
  private async show(article: ArticleRow, unpublishAt: Date | null): Promise<void> {
    const { tables, clock, topics } = this.parts;
    const { id, version, publishedAt } = article;
    const content = await tables.versions.one({ articleId: id, number: version });
    const category = content && (await tables.categories.one({ code: content.categoryCode }));
    if (!content || !category) throw new ConflictError(CHANGED);
    const { title, summary, categoryCode, coverId } = content;
    const moments = publishedAt ? { changedAt: clock.now() } : { publishedAt: article.publishAt ?? clock.now() };
    const live = { title, summary, categoryCode, coverId, guide: category.guide, publishedVersion: version };
    await this.claim(article, { ...live, ...moments, state: 'published', publishAt: null, unpublishAt });
    await tables.words.remove({ articleId: id });
    await tables.words.insertMany(searchWords(title, summary).map((word) => ({ articleId: id, word })));
    await topics.moveOn(NEWS_TOPIC);
    await this.record('news.published', { ...article, title }, { version });
  }

  /** In a unit of work: it leaves lists, feed, map and search at once. */
  private async hide(article: ArticleRow): Promise<void> {
    await this.claim(article, { state: 'withdrawn', unpublishAt: null, pinKey: null });
    await this.parts.tables.words.remove({ articleId: article.id });
    await this.parts.topics.moveOn(NEWS_TOPIC);
    await this.record('news.withdrawn', article, { version: article.publishedVersion });
  }

  /** Each due article in a unit of its own: one that another process or an officer has just done holds up no other. */
  private async each(where: WhereOptions<ArticleRow>, work: (article: ArticleRow) => Promise<void>): Promise<void> {
    for (const article of await this.parts.tables.articles.many(where, { limit: BATCH }))
      await this.parts.uow
        .run(() => work(article))
        .catch((error: unknown) => {
          if (!(error instanceof ConflictError)) throw error;
        });
  }
}

export const createReleaseService = (parts: ReleaseParts): ReleaseService => new Releases(parts);
