import type { Actor } from '../../core/context.js';
import type { NavItem } from '../../core/module.js';
import { paths } from './paths.js';

const GROUP = 'Hồ sơ ĐK GDĐT';

export interface Counts {
  /** Dossiers that are to be worked on. */
  waiting(actor: Actor): Promise<number>;
  /** What waits for a second person. */
  waitingSecond(actor: Actor): Promise<number>;
}

/** Menu entries of the module. */
export const menu = ({ waiting, waitingSecond }: Counts): readonly NavItem[] => [
  {
    area: 'officer',
    group: GROUP,
    label: 'Cá nhân',
    href: paths.list(),
    icon: 'folder2-open',
    order: 20,
    permission: 'approval.review',
    count: waiting,
  },
  {
    area: 'officer',
    group: GROUP,
    label: 'Chờ người thứ hai',
    href: paths.second(),
    icon: 'people',
    order: 22,
    permission: 'approval.decide',
    count: waitingSecond,
  },
  {
    area: 'officer',
    group: GROUP,
    label: 'Hỗ trợ tài khoản',
    href: paths.help,
    icon: 'key',
    order: 24,
    permission: 'approval.help',
  },
  {
    area: 'officer',
    group: 'Quản trị',
    label: 'Mẫu lý do từ chối',
    href: paths.reasons,
    icon: 'sliders',
    order: 83,
    permission: 'approval.manage-reasons',
  },
];
