import type { CaseState } from './state.rules.js';

/** The lists officers work from. */
export type ListName =
  | 'can-lam'
  | 'moi'
  | 'cua-toi'
  | 'qua-han'
  | 'sap-han'
  | 'dang-xu-ly'
  | 'cho-nguoi-dan'
  | 'phoi-hop'
  | 'don-doc'
  | 'mo-lai'
  | 'cho-lanh-dao'
  | 'da-tra-loi'
  | 'tat-ca';

/** By what a list goes: the next deadline first, the newest first, the longest asked first. */
export type Sorting = 'due' | 'newest' | 'asked';

interface List {
  readonly label: string;
  readonly sorting: Sorting;
  /** What is in it by its state alone. */
  readonly states?: readonly CaseState[];
}

export const LISTS: Readonly<Record<ListName, List>> = {
  'can-lam': { label: 'Cần làm', sorting: 'due' },
  moi: { label: 'Mới, chưa phân loại', sorting: 'due', states: ['received'] },
  'cua-toi': { label: 'Của tôi', sorting: 'due' },
  'qua-han': { label: 'Quá hạn', sorting: 'due' },
  'sap-han': { label: 'Sắp hạn', sorting: 'due' },
  'dang-xu-ly': { label: 'Đang xử lý', sorting: 'due', states: ['classified', 'assigned', 'in_progress'] },
  'cho-nguoi-dan': { label: 'Chờ người dân', sorting: 'newest', states: ['waiting_citizen'] },
  'phoi-hop': { label: 'Đang phối hợp', sorting: 'due', states: ['coordinating'] },
  'don-doc': { label: 'Được đôn đốc', sorting: 'due' },
  'mo-lai': { label: 'Mở lại', sorting: 'due', states: ['reopened'] },
  'cho-lanh-dao': { label: 'Chờ lãnh đạo', sorting: 'asked' },
  'da-tra-loi': { label: 'Đã trả lời', sorting: 'newest', states: ['answered', 'closed'] },
  'tat-ca': { label: 'Tất cả', sorting: 'newest' },
};
export const LIST_NAMES = Object.keys(LISTS) as ListName[];

/** What was typed into the one search field. */
export type Search =
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'words'; readonly text: string };

/** A code of feedback, a phone or an insurance number by its shape; anything else is words. */
export const searchIn = (typed: string): Search | undefined => {
  if (typed === '') return undefined;
  const packed = typed.replace(/[\s.-]/g, '').toUpperCase();
  if (/^PA[A-Z0-9]{8}$/.test(packed)) return { kind: 'code', code: `PA-${packed.slice(2)}` };
  const number = packed.replace(/^\+?84(?=\d{9}$)/, '0');
  return /^\d{10,11}$/.test(number) ? { kind: 'number', number } : { kind: 'words', text: typed };
};

interface Asked {
  readonly viec: string;
  readonly tim: string;
  readonly trangThai: string;
}

/** Whoever looks for something means all cases, unless he has chosen a list. */
export const listAsked = ({ viec, tim, trangThai }: Asked): ListName =>
  viec !== '' ? (viec as ListName) : tim || trangThai ? 'tat-ca' : 'can-lam';
