import { date, dateTime, dayMonth, time } from '../../core/http/format.js';
import type { ArticleRow, CategoryRow } from './article.model.js';
import { placeText, stepsOf, type ArticleState } from './article.rules.js';
import type { DifferenceLine } from './difference.rules.js';
import type { OpenArticle } from './editor.queries.js';
import { LONGEST_BODY, type DeskInput } from './editor.schema.js';
import { renderBody } from './markdown.rules.js';
import { paths, pictureFile, withQuery } from './paths.js';
import type { PictureRow } from './picture.model.js';
import type { Content, VersionRow } from './version.model.js';

interface Tag {
  readonly kind: string;
  readonly icon: string;
  readonly text: string;
}

const TAGS: Readonly<Record<ArticleState, Tag>> = {
  draft: { kind: 'new', icon: 'pencil', text: 'Bản nháp' },
  scheduled: { kind: 'wait', icon: 'clock', text: 'Hẹn giờ' },
  published: { kind: 'ok', icon: 'check-circle-fill', text: 'Đang đăng' },
  withdrawn: { kind: 'off', icon: 'archive', text: 'Đã gỡ' },
};

/** What happened or will happen to it, in a few words. */
const whenOf = (row: ArticleRow): string => {
  if (row.state === 'scheduled') return `đăng lúc ${dateTime(row.publishAt)}`;
  const ends = row.unpublishAt ? `, gỡ lúc ${dateTime(row.unpublishAt)}` : '';
  const ahead = row.state === 'published' && row.version > row.publishedVersion ? ', có bản sửa chưa đăng' : '';
  return row.publishedAt ? `đăng ${date(row.publishedAt)}${ends}${ahead}` : 'chưa đăng';
};

const FILTERS: readonly (readonly [ArticleState | '', string])[] = [
  ['', 'Tất cả'],
  ['draft', 'Bản nháp'],
  ['scheduled', 'Hẹn giờ'],
  ['published', 'Đang đăng'],
  ['withdrawn', 'Đã gỡ'],
];

/** A text as readers would see it, with pictures that only officers get. */
export const renderAtDesk = (body: string, pictures: readonly PictureRow[], ownAddress: string): Promise<string> =>
  renderBody(body, {
    pictures,
    pictureHref: (name, size) => {
      const owner = pictures.find((picture) => picture.name === name)?.articleId ?? '';
      return paths.deskPicture(owner, pictureFile(name, size));
    },
    ownAddress,
  });

/** The list of the desk. */
export const presentDesk = (
  { rows, more }: { rows: readonly ArticleRow[]; more: boolean },
  categories: readonly CategoryRow[],
  { trangThai, truoc }: DeskInput,
) => {
  const chosen = trangThai ?? '';
  const last = rows.at(-1);
  const next = more && last ? placeText({ at: last.editedAt, id: last.id }) : '';
  return {
    title: 'Tin tức',
    categoriesHref: paths.categories,
    startHref: paths.start,
    tabs: FILTERS.map(([state, label]) => ({
      label,
      href: withQuery(paths.desk, { trangThai: state }),
      current: state === chosen,
    })),
    rows: rows.map((row) => ({
      title: row.title,
      href: paths.edit(row.id),
      category: categories.find(({ code }) => code === row.categoryCode)?.name ?? '',
      tag: TAGS[row.state],
      when: whenOf(row),
      pinned: row.pinKey !== null,
      edited: `${dayMonth(row.editedAt)} ${time(row.editedAt)}`,
      by: row.editedBy,
    })),
    goesOn: truoc !== '',
    first: withQuery(paths.desk, { trangThai: chosen }),
    next: next ? withQuery(paths.desk, { trangThai: chosen, truoc: next }) : '',
  };
};

const EMPTY: Content = { title: '', summary: '', categoryCode: '', body: '', source: '', sourceUrl: '', coverId: null };

const fieldsOf = (content: Content, pictures: readonly PictureRow[], categories: readonly CategoryRow[]) => ({
  content: { ...content, coverId: content.coverId ?? '' },
  longest: LONGEST_BODY,
  categories: categories
    .filter(({ active, code }) => active || code === content.categoryCode)
    .map(({ code, name }) => ({ value: code, text: name })),
  pictures: pictures.map((picture) => presentPicture(picture)),
});

/** A picture with the words that put it into a text. */
const presentPicture = ({ id, articleId, name, alt, width, height }: PictureRow) => ({
  value: id,
  text: alt,
  alt,
  src: paths.deskPicture(articleId, pictureFile(name, 480)),
  mark: `![${alt.replace(/[[\]]/g, '')}](anh:${name})`,
  size: `${width} x ${height}`,
});

/** The form of an article that is not there yet. */
export const presentStart = (categories: readonly CategoryRow[], office: string) => ({
  title: 'Bài mới',
  action: paths.start,
  desk: paths.desk,
  version: 0,
  ...fieldsOf({ ...EMPTY, source: office }, [], categories),
});

/** What an officer may do with an article here: by its state, and by what he is permitted. */
const actionsOf = (article: ArticleRow, mayRelease: boolean) => {
  const steps = stepsOf(article);
  const { id } = article;
  return {
    ...(mayRelease && {
      release: steps.includes('publish') || steps.includes('schedule') ? paths.release(id) : '',
      withdraw: steps.includes('withdraw') ? paths.withdraw(id) : '',
      pin: steps.includes('pin') ? paths.pin(id) : '',
      unschedule: steps.includes('unschedule') ? paths.unschedule(id) : '',
    }),
    remove: steps.includes('remove') && article.publishedVersion === 0 ? paths.remove(id) : '',
  };
};

/** The form of an article, with what stands beside it. */
export const presentEdit = (open: OpenArticle, categories: readonly CategoryRow[], mayRelease: boolean) => {
  const { article, newest, pictures, saves } = open;
  return {
    title: newest.title,
    action: paths.edit(article.id),
    desk: paths.desk,
    version: article.version,
    ...fieldsOf(newest, pictures, categories),
    article: {
      tag: TAGS[article.state],
      when: whenOf(article),
      pinned: article.pinKey !== null,
      publicHref: article.state === 'published' ? paths.article(article.slug) : '',
      address: paths.article(article.slug),
    },
    actions: actionsOf(article, mayRelease),
    picturesHref: paths.pictures(article.id),
    saves: saves.map(({ number, savedAt, savedBy, note }) => ({
      number,
      href: paths.version(article.id, number),
      at: dateTime(savedAt),
      by: savedBy,
      note,
      live: number === article.publishedVersion && article.state === 'published',
    })),
  };
};

/** The pictures of an article, and the form for another. */
export const presentPictures = ({ article, newest, pictures }: OpenArticle) => ({
  title: 'Ảnh của bài',
  article: newest.title,
  desk: paths.desk,
  back: paths.edit(article.id),
  action: paths.pictures(article.id),
  pictures: pictures.map((picture) => presentPicture(picture)),
});

export interface VersionView {
  readonly open: OpenArticle;
  readonly shown: VersionRow;
  readonly lines: readonly DifferenceLine[];
  readonly html: string;
}

/** One version: how it reads, and what differs from the newest. */
export const presentVersion = ({ open: { article, newest }, shown, lines, html }: VersionView) => ({
  title: `Bản ${shown.number}`,
  sheets: ['news.css'],
  article: newest.title,
  desk: paths.desk,
  back: paths.edit(article.id),
  at: dateTime(shown.savedAt),
  by: shown.savedBy,
  note: shown.note,
  heading: shown.title,
  headingChanged: shown.title !== newest.title ? newest.title : '',
  summary: shown.summary,
  html,
  newest: article.version,
  isNewest: shown.number === article.version,
  lines,
  restore: paths.restore(article.id, shown.number),
});

/** Now, or at a given minute. */
export const presentRelease = ({ article, newest }: OpenArticle) => {
  const steps = stepsOf(article);
  return {
    title: 'Đăng bài',
    article: newest.title,
    desk: paths.desk,
    back: paths.edit(article.id),
    version: article.version,
    again: article.state === 'published',
    publish: steps.includes('publish') ? paths.release(article.id) : '',
    schedule: steps.includes('schedule') ? paths.schedule(article.id) : '',
    planned: { dangLuc: dateTime(article.publishAt), goLuc: dateTime(article.unpublishAt) },
  };
};

/** A question before something that readers notice or that cannot be undone. */
export const presentQuestion = ({ article, newest }: OpenArticle, kind: 'withdraw' | 'remove') => ({
  title: kind === 'withdraw' ? 'Gỡ bài này?' : 'Xóa bản nháp này?',
  article: newest.title,
  text:
    kind === 'withdraw'
      ? 'Bài rời khỏi danh sách, RSS và kết quả tìm kiếm ngay. Người mở đường dẫn cũ được báo là bài đã gỡ. Bạn đăng lại được.'
      : 'Bản nháp, các bản đã lưu và ảnh của bài bị xóa hẳn, không lấy lại được.',
  confirm: kind === 'withdraw' ? 'Gỡ bài' : 'Xóa bản nháp',
  action: kind === 'withdraw' ? paths.withdraw(article.id) : paths.remove(article.id),
  desk: paths.desk,
  back: paths.edit(article.id),
  version: article.version,
});
