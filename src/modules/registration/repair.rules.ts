import { addDays, dayOf, type Day } from '../../core/clock.js';
import { toAscii } from '../../core/text.js';

/** The line of history that a correction leaves. */
export const CORRECTED = 'Sửa hồ sơ theo lý do từ chối';

/** What can be corrected, in the order of the page, and the words for it. */
export const REPAIR_WORDS = {
  insuranceNumber: 'Mã số BHXH',
  fullName: 'Họ và tên',
  birthDate: 'Ngày sinh',
  sex: 'Giới tính',
  paperNumber: 'Số CMND/CCCD/Hộ chiếu',
  phone: 'Số điện thoại',
  email: 'Địa chỉ thư điện tử',
  province: 'Tỉnh, thành phố',
  commune: 'Phường, xã, đặc khu',
  street: 'Số nhà, tên đường',
  portrait: 'Ảnh cá nhân',
  front: 'Ảnh mặt trước',
  back: 'Ảnh mặt sau',
} as const;
export type RepairField = keyof typeof REPAIR_WORDS;
export const REPAIR_FIELDS = Object.keys(REPAIR_WORDS) as RepairField[];

const PICTURES: readonly RepairField[] = ['portrait', 'front', 'back'];
export const isPicture = (field: RepairField): boolean => PICTURES.includes(field);

/** The fields that the officer marked, in the order of the page. */
export const markedFields = (wrongFields: string): RepairField[] => {
  const names = JSON.parse(wrongFields) as readonly string[];
  return REPAIR_FIELDS.filter((field) => names.includes(field));
};

/** What stands beside a marked field until it is corrected. */
export const markSentence = (field: RepairField): string => {
  if (field === 'portrait') return 'Cần ảnh mới của bạn, rõ mặt, nền sáng.';
  if (isPicture(field)) return 'Cần ảnh mới, rõ cả bốn góc, đọc được chữ.';
  return 'Cán bộ thấy ô này chưa đúng. Hãy sửa như trên giấy tờ.';
};

/** The declared data of a dossier, as it was and as it is sent again. */
type Declared = Readonly<Record<Exclude<RepairField, 'province' | 'commune' | 'portrait' | 'front' | 'back'>, unknown>>;
type Stored = Declared & { readonly provinceCode: string; readonly communeCode: string };
type Sent = Declared & { readonly province: string; readonly commune: string };

/** The typed fields in which two states of the form differ. */
export const changedFields = (before: Stored, after: Sent): RepairField[] => {
  const old: Readonly<Record<string, unknown>> = {
    ...before,
    province: before.provinceCode,
    commune: before.communeCode,
  };
  return REPAIR_FIELDS.filter((field) => !isPicture(field) && old[field] !== after[field as keyof Sent]);
};

/** One line for the history: "Đã sửa: Họ và tên, Ảnh mặt trước". */
export const changedWords = (fields: readonly RepairField[]): string =>
  fields.length ? `Đã sửa: ${fields.map((field) => REPAIR_WORDS[field]).join(', ')}` : 'Không sửa ô nào';

/** Whether the time for correcting is over: `days` after the refusal. */
export const isRepairOver = (refusedAt: Date | null, days: number, today: Day): boolean =>
  refusedAt === null || dayOf(refusedAt) < addDays(today, -days);

/**
 * A code as it was made, from what was typed: blanks, dashes and small letters do not count. Codes have neither O nor 0,
 * so whoever reads one has seen a Q.
 */
export const normalCode = (typed: string): string =>
  toAscii(typed)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .replace(/[O0]/g, 'Q');
