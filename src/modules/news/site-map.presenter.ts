import type { SitePage } from '../../core/module.js';
import type { ArticleRow } from './article.model.js';
import { paths } from './paths.js';

/** Addresses of articles with the moment of their last change. */
export const siteMapOf = (rows: readonly Pick<ArticleRow, 'slug' | 'publishedAt' | 'changedAt'>[]): SitePage[] =>
  rows.map(({ slug, publishedAt, changedAt }) => {
    const at = changedAt ?? publishedAt;
    return { path: paths.article(slug), ...(at && { changedAt: at }) };
  });
