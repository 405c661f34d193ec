import { date } from '../../core/http/format.js';
import type { CatalogRow } from './catalog.queries.js';

const TAGS = {
  active: { kind: 'ok', icon: 'check-circle-fill', text: 'Đang tham gia' },
  paused: { kind: 'work', icon: 'hourglass-split', text: 'Tạm ngừng' },
  ended: { kind: 'off', icon: 'lock-fill', text: 'Đã ngừng' },
} as const;

/** A unit as a row of its table shows it. */
export interface EmployerItem {
  readonly code: string;
  readonly name: string;
  readonly taxCode: string;
  readonly address: string;
  readonly agency: string;
  readonly tag: (typeof TAGS)[keyof typeof TAGS];
  /** Since when or until when, where it is known. */
  readonly note: string;
}

export const presentEmployer = (row: CatalogRow, agencyName: string, today: string): EmployerItem => {
  const ended = row.state === 'ended' || (row.validTo !== null && row.validTo < today);
  return {
    code: row.code,
    name: row.name,
    taxCode: row.taxCode ?? '',
    address: row.address,
    agency: agencyName,
    tag: TAGS[ended ? 'ended' : row.state],
    note: row.validTo ? `đến ${date(row.validTo)}` : '',
  };
};
