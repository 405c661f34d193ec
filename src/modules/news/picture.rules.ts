import type { FileFault } from '../../core/files/picture.js';

/** Pixels of the shortest side. */
export const MIN_SIDE = 300;
/** Bytes of one file. */
export const MAX_BYTES = 8 * 1024 * 1024;
export const MOST_PICTURES = 30;

/** What is wrong with a file, and what to do. */
export const SENTENCES: Readonly<Record<FileFault, string>> = {
  type: 'Tệp này không phải ảnh JPEG, PNG hoặc WebP. Hãy chọn tệp khác.',
  broken: 'Không mở được ảnh này, có thể tệp bị hỏng. Hãy chọn tệp khác.',
  small: `Ảnh quá nhỏ: cạnh ngắn cần ít nhất ${MIN_SIDE} điểm ảnh. Hãy chọn ảnh lớn hơn.`,
  large: 'Ảnh có quá nhiều điểm ảnh. Hãy thu nhỏ rồi chọn lại.',
};

/** The two parts of the name of a picture's file; nothing for any other name. */
export const pictureIn = (file: string): { readonly name: string; readonly small: boolean } | undefined => {
  const [, name, width] = /^([0-9a-f]{20})-(480|1280)\.webp$/.exec(file) ?? [];
  return name ? { name, small: width === '480' } : undefined;
};
