import type { NavItem } from '../../core/module.js';
import { paths } from './paths.js';

/** Entries of the citizen's menu, and the one of officers. */
export const recordsNav: readonly NavItem[] = [
  { area: 'citizen', label: 'Quản lý cá nhân', short: 'QL cá nhân', href: paths.me, icon: 'person-vcard', order: 10 },
  { area: 'citizen', label: 'Thẻ BHYT', short: 'Thẻ BHYT', href: paths.card, icon: 'credit-card-2-front', order: 20 },
  {
    area: 'citizen',
    label: 'Quá trình tham gia BH',
    short: 'Quá trình',
    href: paths.participation,
    icon: 'clock-history',
    order: 30,
  },
  { area: 'citizen', group: 'Hồ sơ', label: 'Thông tin hưởng', href: paths.benefits, icon: 'cash-coin', order: 40 },
  {
    area: 'citizen',
    group: 'Hồ sơ',
    label: 'Sổ khám chữa bệnh',
    href: paths.visits,
    icon: 'journal-medical',
    order: 50,
  },
  {
    area: 'citizen',
    label: 'Người được giám hộ',
    href: paths.wards,
    icon: 'people',
    order: 60,
    group: 'Tài khoản',
  },
  { area: 'footer', label: 'Xác minh thẻ BHYT', href: paths.check, icon: 'qr-code', order: 5 },
  {
    area: 'officer',
    group: 'Quản trị',
    label: 'Sử dụng thẻ',
    href: paths.pilotProvinces,
    icon: 'credit-card-2-front',
    order: 920,
    permission: 'records.pilot-provinces',
  },
  {
    area: 'officer',
    label: 'Người tham gia',
    href: paths.people,
    icon: 'people',
    order: 40,
    permission: 'records.open',
  },
];
