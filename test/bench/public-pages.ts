import { NEWS_TOPIC } from '../../src/contracts/news.js';
import { createTopics } from '../../src/core/db/topics.js';
import { besideFloor, statementOf, type Comparison } from './beside-floor.js';
import { Client } from './client.js';
import type { Site } from './site.js';

/** What guests read most. */
export const PUBLIC_PAGES = ['/', '/tin-tuc'] as const;

/** S2: a page that all guests share against the floor, which asks the same: where the topic of the page stands. */
export const publicPage = async (site: Site, path: (typeof PUBLIC_PAGES)[number]): Promise<Comparison> => {
  const guest = new Client(site.server.address, '198.51.100.9');
  const { status, text } = await guest.get(path);
  if (status !== 200) throw new Error(`${path} was answered with ${status}`);
  const statement = await statementOf((db) => createTopics(db).stand([NEWS_TOPIC]), site.db);
  return besideFloor(site, { path, html: text, headers: guest.headers(), statement });
};
