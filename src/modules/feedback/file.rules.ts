import type { FieldFault } from '../../core/errors.js';
import { checkPicture, type CheckedFile, type FileFault } from '../../core/files/picture.js';
import type { UploadedFile } from '../../core/http/route.js';

/** Files of one form: the same kinds as form 01 takes. */
export const FILE_FIELDS = ['tep1', 'tep2', 'tep3'] as const;
export const MAX_FILE_BYTES = 8 * 1024 * 1024;
/** Pixels of the shortest side: a screenshot of a phone is wider. */
const MIN_SIDE = 100;

const SENTENCE: Readonly<Record<FileFault | 'heavy', string>> = {
  type: 'Tệp này không phải ảnh JPEG, PNG, WebP hoặc PDF. Hãy chọn tệp khác.',
  broken: 'Không mở được tệp này, có thể tệp bị hỏng. Hãy chụp lại hoặc chọn tệp khác.',
  small: `Ảnh quá nhỏ: cạnh ngắn cần ít nhất ${MIN_SIDE} điểm ảnh. Hãy chọn ảnh khác.`,
  large: 'Ảnh có quá nhiều điểm ảnh. Hãy chụp lại ở mức thường hoặc chọn ảnh khác.',
  heavy: 'Tệp lớn hơn 8 MB. Hãy chọn tệp nhỏ hơn.',
};

/** A file that has been looked into, with the field it came in. */
export interface GoodFile extends CheckedFile {
  readonly kind: string;
}

/** Looks into each file that came in: safe forms of the good ones, a sentence beside each bad one. */
export const examineFiles = async (
  files: readonly UploadedFile[],
): Promise<{ readonly good: readonly GoodFile[]; readonly faults: readonly FieldFault[] }> => {
  const good: GoodFile[] = [];
  const faults: FieldFault[] = [];
  for (const file of files) {
    const found = file.tooLarge ? ('heavy' as const) : await checkPicture(file, MIN_SIDE);
    if (typeof found === 'string') faults.push({ field: file.field, message: SENTENCE[found] });
    else good.push({ ...found, kind: file.field });
  }
  return { good, faults };
};
