import type { NavItem } from '../../core/module.js';
import { MANAGE } from './agency-admin.rules.js';
import { agencyPaths, paths } from './paths.js';
import { IMPORT } from './upload.rules.js';

/** Entries of the menus. */
export const nav: readonly NavItem[] = [
  {
    area: 'officer',
    group: 'Quản trị',
    label: 'Nhập dữ liệu',
    href: paths.uploads,
    icon: 'cloud-arrow-up',
    order: 900,
    permission: IMPORT,
  },
  {
    area: 'officer',
    group: 'Quản trị',
    label: 'Cơ quan BHXH',
    href: agencyPaths.list,
    icon: 'building',
    order: 904,
    permission: MANAGE,
  },
];
