import type { NavItem } from '../../core/module.js';
import { paths } from './paths.js';

/** Entries of the menus. */
export const nav: readonly NavItem[] = [
  { area: 'public', label: 'Tra cứu', short: 'Tra cứu', href: paths.index, icon: 'search', order: 3 },
];
