import { DAY, HOUR } from '../../src/core/clock.js';
import { system } from '../../src/core/context.js';
import type { UploadedFile } from '../../src/core/http/route.js';
import type { ModuleContext } from '../../src/core/module.js';
import { PINNED } from '../../src/modules/news/article.model.js';
import { slugOf } from '../../src/modules/news/article.rules.js';
import type { PictureService } from '../../src/modules/news/picture.service.js';
import { DEMO_ARTICLES, type DemoArticle } from '../data/news-articles.js';
import { drawingOf, type Drawing } from '../data/news-drawings.js';
import { inputOf, type NewsSeedParts } from '../reference/news.js';

export interface NewsDemoParts extends NewsSeedParts {
  readonly pictures: PictureService;
}

/** As if an editor had sent it. */
const pictureFile = async (drawing: Drawing): Promise<UploadedFile> => {
  const { default: sharp } = await import('sharp');
  const bytes = await sharp(Buffer.from(drawingOf(drawing)))
    .png()
    .toBuffer();
  return { field: 'anh', name: `${drawing}.png`, bytes, size: bytes.length, tooLarge: false };
};

/** Articles with their days relative to the day of seeding; the newest but one stands on the banner. */
export const seedNewsDemo = async (
  { uow, clock }: Pick<ModuleContext, 'uow' | 'clock'>,
  { tables, editor, release, pictures }: NewsDemoParts,
): Promise<void> => {
  const slugAt = (index: number): string => slugOf(DEMO_ARTICLES[index]?.title ?? '');
  if (await tables.articles.one({ slug: slugAt(0) })) return;

  /** Version 2 is the same with its cover: pictures belong to an article that is there. */
  const write = async ({ picture, daysAgo, ...article }: DemoArticle): Promise<void> => {
    const id = await editor.start(inputOf(article), system);
    const seen = picture ? 2 : 1;
    if (picture) {
      const anhBia = await pictures.add(id, await pictureFile(picture.drawing), picture.alt, system);
      await editor.save(id, { ...inputOf(article), anhBia, phienBan: 1 }, system);
    }
    await release.publish(id, seen, null);
    const publishedAt = new Date(clock.now().getTime() - daysAgo * DAY - 2 * HOUR);
    await uow.run(() => tables.articles.change({ publishedAt, editedAt: publishedAt }, { id }));
  };

  for (const article of DEMO_ARTICLES) await write(article);
  await uow.run(() => tables.articles.change({ pinKey: PINNED }, { slug: slugAt(1) }));
};
