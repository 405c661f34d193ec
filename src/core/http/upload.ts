import multer, { type StorageEngine } from 'multer';
import type { Request, Response } from 'express';
import { clean } from '../text.js';
import { InvalidError } from '../errors.js';
import type { UploadedFile, UploadRule } from './route.js';

/** A text field longer than this is no form of ours. */
const FIELD_BYTES = 64_000;
/** Above this the whole request is refused unread. */
const REQUEST_BYTES = 64 * 1024 * 1024;

/** Some clients send the name as latin1 bytes of UTF-8; keep only what can be shown. */
const nameOf = (original: string): string =>
  clean(Buffer.from(original, 'latin1').toString('utf8'))
    .replace(/[\\/:*?"<>|]/g, ' ')
    .slice(-100);

/**
 * Keeps files in memory and lets the excess of a too large one run off, so that the form behind it is still read
 * and nothing typed is lost.
 */
const memory = (maxBytes: number): StorageEngine => ({
  _handleFile: (_req, file, done) => {
    const chunks: Buffer[] = [];
    let size = 0;
    file.stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) chunks.length = 0;
      else chunks.push(chunk);
    });
    file.stream.on('error', done);
    file.stream.on('end', () => done(null, { buffer: Buffer.concat(chunks), size }));
  },
  _removeFile: (_req, _file, done) => done(null),
});

/** What the sink of a route said of a file that it took. */
type Taken = Express.Multer.File & { storedAs?: string };

/** Hands each file to the sink of the route as it comes. */
const handOver = (sink: NonNullable<UploadRule['sink']>): StorageEngine => ({
  _handleFile: (_req, file, done) => {
    sink(file.stream).then(({ id, size }) => done(null, { storedAs: id, size } as Partial<Taken>), done);
  },
  _removeFile: (_req, _file, done) => done(null),
});

const refusal = (): InvalidError =>
  new InvalidError('Biểu mẫu gửi lên chưa đúng hoặc quá lớn. Hãy tải lại trang, chọn lại tệp và gửi lại.');

/**
 * Reads a multipart form. `admit` is called before the first file is kept: the token stands in front of the files.
 * Files over the limit come back with `tooLarge` and no bytes.
 */
export const readUpload = async (
  req: Request,
  res: Response,
  rule: UploadRule,
  admit: () => void,
): Promise<UploadedFile[]> => {
  if (Number(req.get('content-length') ?? 0) > REQUEST_BYTES + (rule.sink ? rule.maxBytes : 0)) throw refusal();
  const receive = multer({
    storage: rule.sink ? handOver(rule.sink) : memory(rule.maxBytes),
    limits: { files: rule.fields.length, fieldSize: FIELD_BYTES, fields: 60, parts: 80 },
    fileFilter: (_req, _file, callback) => {
      try {
        admit();
        callback(null, true);
      } catch (error) {
        callback(error as Error);
      }
    },
  }).fields(rule.fields.map((name) => ({ name, maxCount: 1 })));
  await new Promise<void>((resolve, reject) => {
    receive(req, res, (error: unknown) => {
      if (!error) resolve();
      else
        reject(
          error instanceof Error && !(error instanceof multer.MulterError) && 'status' in error ? error : refusal(),
        );
    });
  });
  const files = (req.files ?? {}) as Record<string, Taken[]>;
  return Object.values(files)
    .flat()
    .filter((file) => file.size > 0 || file.storedAs)
    .map((file) => ({
      field: file.fieldname,
      name: nameOf(file.originalname),
      bytes: file.buffer ?? Buffer.alloc(0),
      size: file.size,
      tooLarge: file.size > rule.maxBytes,
      ...(file.storedAs && { storedAs: file.storedAs }),
    }));
};
