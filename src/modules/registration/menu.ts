import type { FrontBlock, NavItem } from '../../core/module.js';
import { paths } from './paths.js';

/** Entries of the menus. */
export const nav: readonly NavItem[] = [
  { area: 'public', label: 'Trang chủ', short: 'Trang chủ', href: paths.home, icon: 'house', order: 1 },
  { area: 'public', label: 'Đăng ký', short: 'Đăng ký', href: paths.choose, icon: 'pencil-square', order: 2 },
  {
    area: 'citizen',
    group: 'Tài khoản',
    label: 'Thay đổi thông tin',
    href: paths.change,
    icon: 'pencil-square',
    order: 60,
  },
];

/** Blocks of the front page: what this is for with its four steps, then where one's dossier stands. */
export const frontOf = (declarationDays: () => Promise<number>): readonly FrontBlock[] => [
  { order: 10, view: 'registration/front-hero', data: async () => ({ paths, days: await declarationDays() }) },
  { order: 20, view: 'registration/front-tracking', data: () => Promise.resolve({ paths }) },
];
