import type { AuditRow } from './audit.model.js';
import type { BlockRow } from './seal.model.js';
import { momentOf } from './seal.rules.js';

/** What does not fit, in Vietnamese and English. */
export interface Fault {
  readonly kind: 'altered' | 'removed' | 'inserted' | 'chain' | 'cut';
  readonly vi: string;
  readonly en: string;
}

const named = ({ id, at, action, actorId }: AuditRow): string =>
  `${id} (${momentOf(at)}, ${action}, ${actorId || '-'})`;

const range = (from: number, to: number): string => (from === to ? String(from) : `${from}-${to}`);

export const faultOf = {
  altered: (row: AuditRow): Fault => ({
    kind: 'altered',
    vi: `Dòng nhật ký ${named(row)} đã bị sửa.`,
    en: `Audit row ${named(row)} was altered.`,
  }),
  removed: (rowId: number, position: number): Fault => ({
    kind: 'removed',
    vi: `Dòng nhật ký ${rowId} đã bị xóa (niêm phong ${position}).`,
    en: `Audit row ${rowId} was removed (seal ${position}).`,
  }),
  inserted: (row: AuditRow): Fault => ({
    kind: 'inserted',
    vi: `Dòng nhật ký ${named(row)} bị chèn thêm: không có niêm phong dù đã quá hạn.`,
    en: `Audit row ${named(row)} was inserted: it has no seal although its time is over.`,
  }),
  seal: (position: number, rowId: number): Fault => ({
    kind: 'chain',
    vi: `Niêm phong ${position} (dòng ${rowId}) đã bị sửa hoặc không nối với niêm phong trước.`,
    en: `Seal ${position} (row ${rowId}) was altered or does not follow the seal before it.`,
  }),
  sealsGone: (from: number, to: number): Fault => ({
    kind: 'chain',
    vi: `Thiếu niêm phong ${range(from, to)}.`,
    en: `Missing seals: ${range(from, to)}.`,
  }),
  before: (position: number, rowId: number): Fault => ({
    kind: 'chain',
    vi: `Niêm phong ${position} (dòng ${rowId}) nằm trước chỗ chuỗi bắt đầu.`,
    en: `Seal ${position} (row ${rowId}) lies before the beginning of the chain.`,
  }),
  block: ({ number }: BlockRow): Fault => ({
    kind: 'chain',
    vi: `Khối niêm phong ${number} đã bị sửa hoặc không nối với khối trước.`,
    en: `Block ${number} of the chain was altered or does not follow the block before it.`,
  }),
  blocksGone: (from: number, to: number): Fault => ({
    kind: 'chain',
    vi: `Thiếu khối niêm phong ${range(from, to)}.`,
    en: `Missing blocks of the chain: ${range(from, to)}.`,
  }),
  anchor: (): Fault => ({
    kind: 'chain',
    vi: 'Mốc đầu chuỗi (sau khi xóa theo thời hạn) đã bị sửa.',
    en: 'The mark at which the chain begins (after deletion by the clock) was altered.',
  }),
  cut: (from: number, to: number): Fault => ({
    kind: 'cut',
    vi: `Cuối chuỗi bị cắt: thiếu niêm phong ${range(from, to)}.`,
    en: `The end of the chain was cut off: missing seals ${range(from, to)}.`,
  }),
  loose: (from: number, to: number): Fault => ({
    kind: 'chain',
    vi: `Niêm phong ${range(from, to)} không thuộc khối nào.`,
    en: `Seals ${range(from, to)} belong to no block.`,
  }),
  end: (position: number): Fault => ({
    kind: 'chain',
    vi: `Niêm phong ${position} khác với mốc đã ghi lại bên ngoài.`,
    en: `Seal ${position} differs from the mark kept outside.`,
  }),
} as const;
