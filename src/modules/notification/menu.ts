import type { NavItem } from '../../core/module.js';
import { paths } from './paths.js';

/** The pill counts what is wrong with delivery now. */
export const navOf = (raised: () => Promise<number>): readonly NavItem[] => [
  {
    area: 'officer',
    label: 'Tin nhắn',
    href: paths.list(),
    icon: 'envelope',
    order: 70,
    permission: 'notification.view',
    count: raised,
  },
];
