import type { CheckedFile, FileFault } from '../../core/files/picture.js';
import { clean } from '../../core/text.js';

/** Pixels of the shortest side of a picture. */
export const MIN_SIDE = 300;
/** Bytes of one file. */
export const MAX_BYTES = 8 * 1024 * 1024;
export const MOST_FILES = 20;
const LONGEST_NAME = 120;

/** What is wrong with a file, and what to do. */
export const SENTENCES: Readonly<Record<FileFault | 'none' | 'size' | 'many', string>> = {
  none: 'Hãy chọn một tệp PDF hoặc ảnh JPEG, PNG, WebP.',
  size: 'Tệp lớn hơn 8 MB. Hãy thu nhỏ rồi chọn lại.',
  many: `Mỗi kế hoạch có nhiều nhất ${MOST_FILES} tệp. Hãy xóa bớt tệp cũ.`,
  type: 'Tệp này không phải PDF hoặc ảnh JPEG, PNG, WebP. Văn bản Word hãy lưu thành PDF rồi chọn lại.',
  broken: 'Không mở được tệp này, có thể tệp bị hỏng. Hãy chọn tệp khác.',
  small: `Ảnh quá nhỏ: cạnh ngắn cần ít nhất ${MIN_SIDE} điểm ảnh. Hãy chọn ảnh lớn hơn.`,
  large: 'Ảnh có quá nhiều điểm ảnh. Hãy thu nhỏ rồi chọn lại.',
};

/** The name without a folder, with the ending of what the file has become. */
export const nameOf = ({ name, type }: Pick<CheckedFile, 'name' | 'type'>): string => {
  const ending = type === 'application/pdf' ? '.pdf' : '.jpg';
  const bare = clean(name.replace(/^.*[\\/]/, '')).replace(/\.[A-Za-z0-9]{1,5}$/, '');
  return `${(bare || 'tai-lieu').slice(0, LONGEST_NAME - ending.length)}${ending}`;
};
