import { definePort } from '../core/contract.js';

/** A published article as other pages show it. */
export interface NewsItem {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly href: string;
  readonly publishedAt: Date;
}

/** What is published. Pages that show it name the topic `news`, so that they are new when it is. */
export interface News {
  /** News, newest first; no guides. */
  newest(limit: number): Promise<readonly NewsItem[]>;
  /** The one article that editors want seen first. */
  pinned(): Promise<NewsItem | undefined>;
  /** Guide pages in the order of their list. */
  guides(): Promise<readonly NewsItem[]>;
  /** News and guides each of whose folded words begins like one of these, newest first. */
  find(words: readonly string[], limit: number): Promise<readonly NewsItem[]>;
}

export const news = definePort<News>('news.news');

/** Moves on with every change of what is published. */
export const NEWS_TOPIC = 'news';
