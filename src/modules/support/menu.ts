import type { FrontBlock, NavItem } from '../../core/module.js';
import { paths } from './paths.js';

/** Entries of the menus; the pill counts questions that wait for an answer. */
export const navOf = (waiting: () => Promise<number>): readonly NavItem[] => [
  { area: 'public', label: 'Hỗ trợ', short: 'Hỗ trợ', href: paths.help, icon: 'headset', order: 60 },
  { area: 'citizen', label: 'Hỗ trợ', short: 'Hỗ trợ', href: paths.help, icon: 'headset', order: 70 },
  {
    area: 'officer',
    group: 'Hỗ trợ',
    label: 'Câu hỏi thường gặp',
    href: paths.questions(),
    icon: 'headset',
    order: 60,
    permission: 'support.write',
  },
  {
    area: 'officer',
    group: 'Hỗ trợ',
    label: 'Chưa trả lời được',
    href: paths.gaps(),
    icon: 'headset',
    order: 61,
    permission: 'support.write',
    count: waiting,
  },
];

/** Ways to get help, at the end of the front page. */
export const front: readonly FrontBlock[] = [
  { order: 60, view: 'support/front', data: () => Promise.resolve({ paths }) },
];
