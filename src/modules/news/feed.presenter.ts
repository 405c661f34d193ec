import type { ArticleRow, CategoryRow } from './article.model.js';
import { paths } from './paths.js';

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');

export interface FeedView {
  readonly rows: readonly ArticleRow[];
  readonly categories: readonly CategoryRow[];
  readonly publicUrl: string;
}

/** RSS 2.0. An article keeps its id whatever its title becomes, so readers show it once. */
export const feedOf = ({ rows, categories, publicUrl }: FeedView): string => {
  const items = rows.map((row) => {
    const category = categories.find(({ code }) => code === row.categoryCode)?.name ?? '';
    return [
      '<item>',
      `<title>${escapeXml(row.title)}</title>`,
      `<link>${escapeXml(publicUrl + paths.article(row.slug))}</link>`,
      `<guid isPermaLink="false">${row.id}</guid>`,
      `<pubDate>${(row.publishedAt ?? new Date(0)).toUTCString()}</pubDate>`,
      `<category>${escapeXml(category)}</category>`,
      `<description>${escapeXml(row.summary)}</description>`,
      '</item>',
    ].join('');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
    '<title>Tin tức An Sinh</title>',
    `<link>${escapeXml(publicUrl + paths.list)}</link>`,
    `<atom:link href="${escapeXml(publicUrl + paths.feed)}" rel="self" type="application/rss+xml"/>`,
    '<description>Tin tức và chính sách bảo hiểm xã hội, bảo hiểm y tế, bảo hiểm thất nghiệp</description>',
    '<language>vi</language>',
    ...items,
    '</channel></rss>',
  ].join('\n');
};
