import type { Agency } from '../../contracts/organisation.js';
import { date } from '../../core/http/format.js';
import type { CatalogRow } from './catalog.queries.js';
import { CATALOGS, type CatalogName } from './catalog.rules.js';

const STATES = { active: 'đang hoạt động', paused: 'tạm ngừng', ended: 'đã ngừng' } as const;
const TIERS = { initial: 'ban đầu', basic: 'cơ bản', advanced: 'chuyên sâu' } as const;

type Column = readonly [heading: string, value: (row: CatalogRow) => string];

const yesNo = (value: boolean | undefined): string => (value ? 'có' : 'không');
const point = (value: number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value);

const FIRST: readonly Column[] = [
  ['Mã', ({ code }) => code],
  ['Tên', ({ name }) => name],
  ['Địa chỉ', ({ address }) => address],
  ['Mã tỉnh', ({ provinceCode }) => provinceCode],
  ['Mã xã', ({ communeCode }) => communeCode ?? ''],
];

const LAST: readonly Column[] = [
  ['Mã cơ quan BHXH', ({ agencyCode }) => agencyCode ?? ''],
  ['Điện thoại', ({ phone }) => phone],
  ['Tình trạng', ({ state }) => STATES[state]],
  ['Từ ngày', ({ validFrom }) => date(validFrom)],
  ['Đến ngày', ({ validTo }) => date(validTo)],
];

const SPOT: readonly Column[] = [
  ['Giờ làm việc', ({ openingHours }) => openingHours ?? ''],
  ['Vĩ độ', ({ latitude }) => point(latitude)],
  ['Kinh độ', ({ longitude }) => point(longitude)],
];

const OWN: Readonly<Record<'facility' | 'employer' | 'agent', readonly Column[]>> = {
  facility: [
    ['Cấp chuyên môn', ({ tier }) => (tier ? TIERS[tier] : '')],
    ['Hạng', ({ grade }) => (grade === 'special' ? 'đặc biệt' : (grade ?? ''))],
    ['Ký hợp đồng KCB BHYT', ({ signsContract }) => yesNo(signsContract)],
    ['Cấp giấy nghỉ việc hưởng BHXH', ({ issuesSickLeave }) => yesNo(issuesSickLeave)],
    ['Nhận đăng ký KCB ban đầu', ({ takesRegistration }) => yesNo(takesRegistration)],
    ...SPOT,
  ],
  employer: [['Mã số thuế', ({ taxCode }) => taxCode ?? '']],
  agent: [
    ['Loại', ({ kind }) => (kind === 'agent' ? 'đại lý thu' : 'điểm thu')],
    ['Người phụ trách', ({ contactPerson }) => contactPerson ?? ''],
    ...SPOT,
  ],
};

const columnsOf = (list: CatalogName): readonly Column[] => [...FIRST, ...OWN[CATALOGS[list].kind], ...LAST];

export const csvHeading = (list: CatalogName): string[] => columnsOf(list).map(([heading]) => heading);

export const csvRow = (list: CatalogName, row: CatalogRow): string[] => columnsOf(list).map(([, value]) => value(row));

export const OFFICE_HEADING = ['Mã', 'Tên', 'Địa chỉ', 'Điện thoại', 'Giờ làm việc', 'Vĩ độ', 'Kinh độ'] as const;

export const officeRow = (agency: Agency): string[] => [
  agency.code,
  agency.name,
  agency.address,
  agency.phone,
  agency.openingHours,
  point(agency.latitude),
  point(agency.longitude),
];
