import { createHash } from 'node:crypto';
import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { InvalidError, NotFoundError } from '../../core/errors.js';
import { checkPicture } from '../../core/files/picture.js';
import type { DoomedFiles } from '../../core/files/doomed-files.js';
import type { UploadedFile } from '../../core/http/route.js';
import { newId } from '../../core/ids.js';
import type { PictureSize } from './paths.js';
import { MIN_SIDE, MOST_PICTURES, SENTENCES } from './picture.rules.js';
import type { Tables } from './tables.js';

export interface PictureParts {
  readonly tables: Tables;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly files: DoomedFiles;
}

export interface PictureService {
  /** Looks into the file, writes it anew in two widths and keeps it with the article; returns its id. */
  add(articleId: string, file: UploadedFile | undefined, alt: string, actor: Actor): Promise<string>;
}

const refuse = (message: string): never => {
  throw new InvalidError([{ field: 'anh', message }]);
};

/** Upright, without metadata, as WebP no wider than asked for. */
const inWidth = async (bytes: Buffer, width: PictureSize) => {
  const { default: sharp } = await import('sharp');
  const resized = sharp(bytes).resize({ width, withoutEnlargement: true }).webp({ quality: 60 });
  return resized.toBuffer({ resolveWithObject: true });
};

export const createPictureService = ({ tables, uow, audit, clock, files: stored }: PictureParts): PictureService => {
  const { articles, pictures } = tables;

  const examined = async (file: UploadedFile | undefined): Promise<Buffer> => {
    if (!file) return refuse('Hãy chọn một ảnh JPEG, PNG hoặc WebP.');
    if (file.tooLarge) return refuse('Ảnh lớn hơn 8 MB. Hãy thu nhỏ rồi chọn lại.');
    const found = await checkPicture(file, MIN_SIDE);
    if (typeof found === 'string') return refuse(SENTENCES[found]);
    return found.type === 'image/jpeg' ? found.bytes : refuse(SENTENCES.type);
  };

  return {
    add: async (articleId, file, alt, actor) => {
      const article = await articles.one({ id: articleId });
      if (!article) throw new NotFoundError('Không có bài này. Hãy quay lại danh sách.');
      const bytes = await examined(file);
      if ((await pictures.count({ articleId })) >= MOST_PICTURES)
        refuse(`Mỗi bài có nhiều nhất ${MOST_PICTURES} ảnh. Hãy chia thành hai bài.`);
      const [large, small] = [await inWidth(bytes, 1280), await inWidth(bytes, 480)];
      const name = createHash('sha256').update(articleId).update(large.data).digest('hex').slice(0, 20);
      const known = await pictures.one({ name });
      if (known) {
        await uow.run(() => pictures.change({ alt }, { id: known.id }));
        return known.id;
      }
      const fileIds = await stored.put([large.data, small.data]);
      const [largeFileId = '', smallFileId = ''] = fileIds;
      const { width, height } = large.info;
      const id = newId();
      try {
        await uow.run(async () => {
          const files = { largeFileId, smallFileId, addedAt: clock.now(), addedBy: actor.name };
          await stored.spare(fileIds);
          await pictures.insert({ id, articleId, name, alt, width, height, ...files });
          const subject = { kind: 'article', id: articleId, label: article.title.slice(0, 160) };
          await audit.record({ action: 'news.picture-added', subject, details: { name } });
        });
      } catch (error) {
        await stored.dropFiles(fileIds, error);
        throw error;
      }
      return id;
    },
  };
};
