import type { CaseRow } from '../../src/modules/feedback/case.model.js';
import type { InvitationRow } from '../../src/modules/feedback/case-parts.model.js';
import type { CaseState } from '../../src/modules/feedback/state.rules.js';

/** An agency that was asked, and what came of it. */
export type Asked = readonly [agency: string, state: InvitationRow['state']];

/** What became of a story until the day of seeding; what is not said follows from the state. */
export interface Plan {
  readonly state: CaseState;
  /** Working days ago. */
  readonly days: number;
  /** `an`: the citizen one signs in as; `nobody`: without a name; else somebody of the demo. */
  readonly from?: 'an' | 'nobody';
  readonly owner?: string;
  readonly at?: string;
  readonly channel?: CaseRow['channel'];
  readonly complex?: boolean;
  readonly urged?: string;
  readonly extended?: boolean;
  readonly asked?: readonly Asked[];
  readonly satisfaction?: number;
  readonly files?: boolean;
  readonly into?: number;
}

const COSO = '04802';

/** One for each story, in their order. */
export const plans: readonly Plan[] = [
  { state: 'in_progress', days: 2, from: 'an', files: true },
  { state: 'received', days: 0 },
  { state: 'answered', days: 4, from: 'an' },
  { state: 'coordinating', days: 3, asked: [['07901', 'invited']] },
  { state: 'waiting_citizen', days: 2, from: 'an' },
  {
    state: 'in_progress',
    days: 7,
    urged: 'Người bệnh còn đang điều trị, đề nghị trả lời trong tuần này.',
    files: true,
  },
  { state: 'closed', days: 21, satisfaction: 5 },
  { state: 'assigned', days: 1 },
  { state: 'in_progress', days: 9, urged: 'Đề nghị đối chiếu ngay với danh mục nghề nặng nhọc của đơn vị.' },
  { state: 'answered', days: 6, satisfaction: 4 },
  { state: 'classified', days: 1 },
  { state: 'received', days: 0, from: 'nobody' },
  { state: 'closed', days: 24, satisfaction: 5 },
  { state: 'in_progress', days: 6, extended: true },
  { state: 'assigned', days: 2, at: COSO },
  { state: 'in_progress', days: 1, at: COSO, files: true },
  { state: 'coordinating', days: 3, asked: [['00101', 'accepted']], complex: true },
  { state: 'closed', days: 26, from: 'an', satisfaction: 4 },
  { state: 'out_of_scope_redirected', days: 5 },
  { state: 'answered', days: 5, satisfaction: 2 },
  { state: 'received', days: 3 },
  { state: 'answered', days: 3 },
  { state: 'assigned', days: 3, channel: 'phone' },
  { state: 'waiting_citizen', days: 4 },
  { state: 'closed', days: 28, satisfaction: 3, extended: true },
  {
    state: 'coordinating',
    days: 5,
    asked: [
      ['07901', 'lapsed'],
      ['07901', 'invited'],
    ],
    complex: true,
  },
  { state: 'closed', days: 19 },
  { state: 'received', days: 0, channel: 'phone' },
  { state: 'reopened', days: 12, satisfaction: 1 },
  { state: 'closed', days: 22, satisfaction: 5, channel: 'desk' },
  { state: 'in_progress', days: 8, urged: 'Đã quá giấy hẹn, đề nghị trả kết quả cho người dân.' },
  { state: 'classified', days: 1, files: true },
  { state: 'answered', days: 4, asked: [['04803', 'answered']] },
  { state: 'in_progress', days: 2, channel: 'desk' },
  { state: 'answered', days: 7, satisfaction: 5 },
  { state: 'assigned', days: 1, from: 'nobody' },
  { state: 'closed', days: 30 },
  { state: 'reopened', days: 14, satisfaction: 2 },
  { state: 'classified', days: 2 },
  { state: 'received', days: 0, channel: 'desk' },
  { state: 'waiting_citizen', days: 3, at: COSO },
  { state: 'in_progress', days: 6, from: 'nobody' },
  { state: 'answered', days: 9 },
  { state: 'classified', days: 1, at: COSO },
  { state: 'coordinating', days: 3, owner: '07901', asked: [['04801', 'invited']] },
  { state: 'coordinating', days: 4, owner: '07901', asked: [['04802', 'accepted']] },
  { state: 'in_progress', days: 8, owner: '00101' },
  { state: 'received', days: 0, channel: 'phone' },
  { state: 'merged', days: 1, from: 'an', into: 0 },
  { state: 'answered', days: 5 },
];
