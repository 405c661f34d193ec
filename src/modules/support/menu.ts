import type { Actor } from '../../core/context.js';
import type { FrontBlock, NavItem } from '../../core/module.js';
import type { Reportable } from '../../core/report-link.js';
import { paths } from './paths.js';

export interface Waiting {
  /** Questions without an answer. */
  gaps(): Promise<number>;
  /** Calls that are not closed. */
  calls(actor: Actor): Promise<number>;
}

/** Entries of the menus; pills count what waits. */
export const navOf = ({ gaps, calls }: Waiting): readonly NavItem[] => [
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
    count: gaps,
  },
  {
    area: 'officer',
    label: 'Đường dây nóng',
    href: paths.calls(),
    icon: 'telephone',
    order: 62,
    permission: 'support.calls',
    count: calls,
  },
];

/** Ways to get help, at the end of the front page. */
export const frontOf = (reportLink: (fault: Reportable) => string | undefined): readonly FrontBlock[] => [
  {
    order: 60,
    view: 'support/front',
    data: () => Promise.resolve({ paths, feedback: reportLink({ topic: 'support', subject: '' }) }),
  },
];
