import type { Actor } from '../../core/context.js';
import type { NavItem } from '../../core/module.js';
import { workPaths } from './paths.js';
import { HANDLE } from './permission.rules.js';

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
