import type { PictureKind } from '../../contracts/registration.js';
import type { FieldFault } from '../../core/errors.js';
import { checkPicture, type CheckedFile, type FileFault } from '../../core/files/picture.js';
import type { UploadedFile } from '../../core/http/route.js';
import { PICTURE_FIELDS } from './form01.schema.js';

/** Pixels of the shortest side: below it the small print of a card cannot be read. */
export const MIN_SIDE = 400;

const SENTENCE: Readonly<Record<FileFault, string>> = {
  type: 'Tệp này không phải ảnh JPEG, PNG, WebP hoặc PDF. Hãy chụp lại hoặc chọn tệp khác.',
  broken: 'Không mở được tệp này, có thể tệp bị hỏng. Hãy chụp lại hoặc chọn tệp khác.',
  small: `Ảnh quá nhỏ: cạnh ngắn cần ít nhất ${MIN_SIDE} điểm ảnh. Hãy chụp lại gần và rõ hơn.`,
  large: 'Ảnh có quá nhiều điểm ảnh. Hãy chụp lại ở mức thường hoặc chọn ảnh khác.',
};
const TOO_LARGE = 'Ảnh lớn hơn 8 MB. Hãy chụp lại ở mức thường hoặc chọn ảnh khác.';

/** Names of the pictures, in front of what is wrong with one. */
const NAMES: Readonly<Record<PictureKind, string>> = { portrait: 'Ảnh cá nhân', front: 'Mặt trước', back: 'Mặt sau' };

export const MISSING: Readonly<Record<PictureKind, string>> = {
  portrait: 'Thêm ảnh cá nhân, rõ mặt, nền sáng.',
  front: 'Thêm ảnh mặt trước, rõ cả bốn góc.',
  back: 'Thêm ảnh mặt sau, rõ cả bốn góc.',
};

export interface GoodFile extends CheckedFile {
  readonly kind: PictureKind;
}

export interface Intake {
  readonly good: readonly GoodFile[];
  readonly faults: readonly FieldFault[];
}

const lowered = (sentence: string): string => sentence.charAt(0).toLocaleLowerCase('vi') + sentence.slice(1);

/** Looks into each file that came in: safe forms of the good ones, a sentence for each bad one. */
export const examine = async (files: readonly UploadedFile[]): Promise<Intake> => {
  const good: GoodFile[] = [];
  const faults: FieldFault[] = [];
  for (const kind of PICTURE_FIELDS) {
    const file = files.find(({ field }) => field === kind);
    if (!file) continue;
    const found = file.tooLarge ? TOO_LARGE : await checkPicture(file, MIN_SIDE);
    if (typeof found === 'string')
      faults.push({ field: kind, message: `${NAMES[kind]}: ${lowered(SENTENCE[found as FileFault] ?? found)}` });
    else good.push({ ...found, kind });
  }
  return { good, faults };
};
