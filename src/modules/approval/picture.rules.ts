import type { PictureKind } from '../../contracts/registration.js';

/** Shortest side of a picture in pixels, as form 01 asks. */
export const MIN_SIDE = 400;

/** What is wrong with a file, and what to do. */
export const fileFaults = {
  none: 'Chọn, chụp hoặc dán ảnh mới rồi gửi lại.',
  tooLarge: 'Ảnh lớn hơn 8 MB. Hãy chụp lại ở mức thường hoặc chọn ảnh khác.',
  type: 'Tệp này không phải ảnh JPEG, PNG, WebP hoặc PDF. Hãy chọn tệp khác.',
  broken: 'Tệp này bị hỏng, không mở được. Hãy chọn tệp khác hoặc chụp lại.',
  small: `Ảnh nhỏ quá. Cạnh ngắn phải có ít nhất ${MIN_SIDE} điểm ảnh, hãy chụp gần hơn.`,
  large: 'Ảnh có quá nhiều điểm ảnh. Hãy chụp lại ở mức thường.',
} as const;

export const isPictureKind = (value: string | undefined): value is PictureKind =>
  value === 'portrait' || value === 'front' || value === 'back';
