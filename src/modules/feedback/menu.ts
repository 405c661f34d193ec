import type { Actor } from '../../core/context.js';
import type { NavItem } from '../../core/module.js';
import { paths, watchPaths, workPaths } from './paths.js';
import { FIGURES, HANDLE, MANAGE, WATCH } from './permission.rules.js';

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

/** Whom these count for; each is told what waits for him. */
export interface WatchMenuCounts {
  invited(actor: Actor): Promise<number>;
  late(actor: Actor): Promise<number>;
}

const group = 'Phản ánh';

/** Entries of the officers' menu for coordination, monitors and figures. */
export const watchNav = ({ invited, late }: WatchMenuCounts): readonly NavItem[] => [
  {
    area: 'officer',
    group,
    label: 'Mời phối hợp',
    href: watchPaths.invited(),
    icon: 'people',
    order: 32,
    permission: HANDLE,
    count: invited,
  },
  {
    area: 'officer',
    group,
    label: 'Theo dõi, đôn đốc',
    href: watchPaths.watched(),
    icon: 'eye',
    order: 34,
    permission: WATCH,
    count: late,
  },
  {
    area: 'officer',
    group,
    label: 'Thống kê',
    href: watchPaths.figures(),
    icon: 'journal-text',
    order: 36,
    permission: FIGURES,
  },
  {
    area: 'officer',
    group: 'Quản trị',
    label: 'Lĩnh vực phản ánh',
    href: watchPaths.topics,
    icon: 'layers-fill',
    order: 930,
    permission: MANAGE,
  },
];
