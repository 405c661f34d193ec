import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm, stat, truncate } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InvalidError } from '../errors.js';
import type { ImportSource } from './reader.js';
import type { RejectSink } from './run.js';

/** Bytes read at a time. */
const PIECE = 256 * 1024;

/** A file on disk. `name` is what readers call it, where that is not the name on disk. */
export const fileSource = async (path: string, name = basename(path)): Promise<ImportSource> => {
  const { size } = await stat(path);
  return {
    name,
    size,
    fingerprint: async () => {
      const hash = createHash('sha256');
      await pipeline(createReadStream(path, { highWaterMark: PIECE }), hash);
      return hash.digest('hex');
    },
    open: (start) => createReadStream(path, { start, highWaterMark: PIECE }),
  };
};

/** `people.csv` has its refused lines in `people.rejected.csv`, in the same folder. */
export const rejectedPath = (path: string): string => `${path.replace(/\.csv$/i, '')}.rejected.csv`;

/** Refused lines in a file; it appears with the first of them. */
export const fileRejects = (path: string): RejectSink => ({
  cut: async (length) => {
    if (length === 0) return rm(path, { force: true });
    await truncate(path, length).catch(() => {
      throw new InvalidError(
        `Không còn tệp ${basename(path)} với các dòng lỗi của lượt trước. Hãy nạp lại từ đầu, bỏ --resume.`,
      );
    });
  },
  append: async (text) => {
    const file = await open(path, 'a');
    try {
      await file.appendFile(text);
      await file.datasync();
      return (await file.stat()).size;
    } finally {
      await file.close();
    }
  },
});
