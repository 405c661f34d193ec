import type { NavItem } from '../../core/module.js';
import { MANAGE } from './agency-admin.rules.js';
import { agencyPaths, calendarPaths, paths, settingPaths } from './paths.js';
import { SETTINGS } from './setting-admin.rules.js';
import { IMPORT } from './upload.rules.js';
import { CALENDAR } from './work-calendar-admin.rules.js';

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
  {
    area: 'officer',
    group: 'Quản trị',
    label: 'Lịch làm việc',
    href: calendarPaths.list(),
    icon: 'calendar-event',
    order: 906,
    permission: CALENDAR,
  },
  {
    area: 'officer',
    group: 'Quản trị',
    label: 'Cài đặt',
    href: settingPaths.list,
    icon: 'wrench',
    order: 908,
    permission: SETTINGS,
  },
];
