import type { NavItem } from '../../core/module.js';
import { paths } from './paths.js';

export const nav: readonly NavItem[] = [
  { area: 'citizen', label: 'Thiết bị', href: paths.devices, icon: 'phone', order: 90 },
  { area: 'officer', label: 'Tổng quan', href: paths.officerHome, icon: 'grid-1x2', order: 0 },
];
