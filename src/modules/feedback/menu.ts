import type { Actor } from '../../core/context.js';
import type { NavItem } from '../../core/module.js';
import { paths, workPaths } from './paths.js';
import { HANDLE } from './permission.rules.js';

/** Entries of the menus of guests and citizens. */
export const citizenNav: readonly NavItem[] = [
  { area: 'public', label: 'Phản ánh', href: paths.form, icon: 'flag', order: 55 },
  { area: 'footer', label: 'Tra cứu phản ánh', href: paths.track, icon: 'flag', order: 3 },
  { area: 'citizen', group: 'Hồ sơ', label: 'Phản ánh của tôi', href: paths.own(), icon: 'flag', order: 55 },
];

/** Entry of the officers' menu; `waiting` counts what somebody of ours has still to do. */
export const workNav = (waiting: (actor: Actor) => Promise<number>): readonly NavItem[] => [
  {
    area: 'officer',
    group: 'Phản ánh',
    label: 'Xử lý',
    href: workPaths.list(),
    icon: 'flag',
    order: 31,
    permission: HANDLE,
    count: waiting,
  },
];
