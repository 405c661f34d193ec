import type { NavItem } from '../../core/module.js';
import { paths } from './paths.js';

/** Entries of the menus. */
export const nav: readonly NavItem[] = [
  { area: 'citizen', group: 'Tài khoản', label: 'Ai đã xem', href: paths.seen, icon: 'eye', order: 80 },
  {
    area: 'citizen',
    group: 'Tài khoản',
    label: 'Đồng ý, riêng tư',
    href: paths.consents,
    icon: 'shield-check',
    order: 82,
  },
  { area: 'citizen', group: 'Tài khoản', label: 'Dữ liệu của tôi', href: paths.myData, icon: 'download', order: 84 },
  { area: 'footer', label: 'Quyền riêng tư', href: paths.texts, icon: 'shield-check', order: 10 },
  {
    area: 'officer',
    group: 'Quản trị',
    label: 'Văn bản đồng ý',
    href: paths.textList,
    icon: 'file-earmark-text',
    order: 940,
    permission: 'privacy.texts',
  },
  {
    area: 'officer',
    label: 'Nhật ký',
    href: paths.journal,
    icon: 'journal-text',
    order: 80,
    permission: 'privacy.journal',
  },
  {
    area: 'officer',
    group: 'Quản trị',
    label: 'Lưu giữ dữ liệu',
    href: paths.retention,
    icon: 'archive',
    order: 950,
    permission: 'privacy.retention',
  },
];
