import type { FrontBlock, NavItem } from '../../core/module.js';
import { MANAGE } from './admin.rules.js';
import { tiles } from './index.controller.js';
import { adminPaths, paths } from './paths.js';

/** Entries of the menus. */
export const nav: readonly NavItem[] = [
  { area: 'public', label: 'Tra cứu', short: 'Tra cứu', href: paths.index, icon: 'search', order: 3 },
  {
    area: 'officer',
    group: 'Quản trị',
    label: 'Danh mục tra cứu',
    href: adminPaths('').root,
    icon: 'geo-alt',
    order: 905,
    permission: MANAGE,
  },
];

/** The lookups on the front page, below what this is for. */
export const front: readonly FrontBlock[] = [
  { order: 15, view: 'lookup/front', data: () => Promise.resolve({ paths, tiles }) },
];
