import type { UploadedFile } from '../http/route.js';

/** A file that has been looked into: what it is, and its safe form. */
export interface CheckedFile {
  readonly name: string;
  readonly type: 'image/jpeg' | 'application/pdf';
  readonly bytes: Buffer;
}

export type FileFault = 'type' | 'broken' | 'small' | 'large';

/** More pixels than any camera that people own; a picture that claims more is an attack on memory. */
const MAX_PIXELS = 80_000_000;
/** Longest side kept; enough to read the finest print of an identity card. */
const KEEP_SIDE = 2_400;

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp']);

const reencode = async (bytes: Buffer, minSide: number): Promise<Buffer | FileFault> => {
  const { default: sharp } = await import('sharp');
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
  const meta = await image.metadata().catch(() => undefined);
  if (!meta) return 'broken';
  if (meta.width * meta.height > MAX_PIXELS) return 'large';
  if (Math.min(meta.width, meta.height) < minSide) return 'small';
  // rotate() turns by the EXIF orientation; writing without withMetadata() drops EXIF, GPS and colour profiles.
  return image
    .rotate()
    .resize({ width: KEEP_SIDE, height: KEEP_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 86, mozjpeg: false })
    .toBuffer()
    .catch(() => 'broken' as const);
};

/**
 * Decides by content, never by name, what a file is, and makes it safe: pictures are written anew as JPEG,
 * upright, without metadata. PDF is kept as it is (it is only ever offered for download). `minSide` in pixels.
 */
export const checkPicture = async (file: UploadedFile, minSide: number): Promise<CheckedFile | FileFault> => {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(file.bytes).catch(() => undefined);
  if (found?.mime === 'application/pdf') {
    const complete = file.bytes.subarray(-2_048).includes('%%EOF');
    return complete ? { name: file.name, type: 'application/pdf', bytes: file.bytes } : 'broken';
  }
  if (!found || !PICTURES.has(found.mime)) return 'type';
  const bytes = await reencode(file.bytes, minSide);
  return typeof bytes === 'string' ? bytes : { name: file.name, type: 'image/jpeg', bytes };
};
