import type { NavItem } from '../../core/module.js';
import { paths } from './paths.js';

/** Entries of the menus of guests and citizens. */
export const citizenNav: readonly NavItem[] = [
  { area: 'public', label: 'Phản ánh', href: paths.form, icon: 'flag', order: 55 },
  { area: 'footer', label: 'Tra cứu phản ánh', href: paths.track, icon: 'flag', order: 3 },
  { area: 'citizen', group: 'Hồ sơ', label: 'Phản ánh của tôi', href: paths.own(), icon: 'flag', order: 55 },
];
