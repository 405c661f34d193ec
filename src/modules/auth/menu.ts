import type { NavItem } from '../../core/module.js';
import { MANAGE } from './admin.routes.js';
import { paths } from './paths.js';

/** The group below which every module puts what administrators do. */
const group = 'Quản trị';

export const nav: readonly NavItem[] = [
  {
    area: 'citizen',
    group: 'Tài khoản',
    label: 'Thiết bị và đăng nhập',
    href: paths.devices,
    icon: 'phone',
    order: 90,
  },
  { area: 'officer', label: 'Tổng quan', href: paths.officerHome, icon: 'grid-1x2', order: 0, alone: true },
  {
    area: 'officer',
    group,
    label: 'Việc quản trị',
    href: paths.admin,
    icon: 'sliders',
    order: 83,
    permission: MANAGE,
  },
  {
    area: 'officer',
    group,
    label: 'Cán bộ',
    href: paths.adminOfficers,
    icon: 'people',
    order: 83,
    permission: MANAGE,
  },
  { area: 'officer', group, label: 'Vai trò', href: paths.adminRoles, icon: 'key', order: 83, permission: MANAGE },
];
