import type { NavItem } from '../../core/module.js';
import { paths } from './paths.js';

export const nav: readonly NavItem[] = [
  { area: 'citizen', group: 'Tài khoản', label: 'Ai đã xem', href: paths.seen, icon: 'eye', order: 80 },
];
