import { createHash } from 'node:crypto';
import type { LongFiles } from '../../core/files/long-files.js';
import type { ImportSource } from '../../core/import/reader.js';
import type { UploadRow } from './upload.model.js';

/** An uploaded file as a source of lines. */
export const sourceOf = (
  longFiles: LongFiles,
  { id, fileName, size }: Pick<UploadRow, 'id' | 'fileName' | 'size'>,
): ImportSource => ({
  name: fileName,
  size,
  fingerprint: async () => {
    const hash = createHash('sha256');
    for await (const part of longFiles.read(id)) hash.update(part as Buffer);
    return hash.digest('hex');
  },
  open: (start) => longFiles.read(id, start),
});
