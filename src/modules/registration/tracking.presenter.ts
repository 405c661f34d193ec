import type { Agency } from '../../contracts/organisation.js';
import { stateTags, type DossierState } from '../../contracts/registration.js';
import { dayOf } from '../../core/clock.js';
import { date, dateTime } from '../../core/http/format.js';
import type { DossierRow } from './dossier.model.js';
import { daysLeft, isOver } from './registration.rules.js';

type Step = { readonly label: string; readonly state: 'done' | 'now' | 'bad' | ''; readonly note?: string };
type Tag = { readonly kind: string; readonly icon: string; readonly text: string };

/** What the tracking page shows: states and days, nothing that tells who the person is. */
export interface Tracking {
  readonly number: string;
  readonly tag: Tag;
  readonly steps: readonly Step[];
  /** Who acts next, and what. */
  readonly next: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly reason: string;
  /** The way to the next step, where it is the reader's. */
  readonly action: 'declare' | 'repair' | 'sign-in' | undefined;
}

/** How many of the four steps are done, and whether the one at hand went wrong. */
const PLACE: Readonly<Record<DossierState, { done: number; bad?: boolean }>> = {
  declared: { done: 1 },
  handed_in: { done: 2 },
  in_review: { done: 2 },
  approved: { done: 3 },
  refused: { done: 2, bad: true },
  expired: { done: 1, bad: true },
};

const LABELS = ['Kê khai', 'Nộp tờ khai', 'Xem xét', 'Nhận tài khoản'] as const;

const stepsOf = (state: DossierState, dossier: DossierRow): Step[] => {
  const { done, bad } = PLACE[state];
  const notes = [dossier.declaredAt, dossier.handedInAt, dossier.decidedAt, null];
  return LABELS.map((label, index) => ({
    label,
    state: index < done ? 'done' : index > done ? '' : bad ? 'bad' : 'now',
    ...(notes[index] && { note: date(notes[index]) }),
  }));
};

/** A refused dossier is corrected as long as its data is there. */
const actionOf = (state: DossierState, { kind, purgedAt }: DossierRow): Tracking['action'] => {
  if (state === 'approved') return 'sign-in';
  if (state === 'refused' && kind === 'new') return purgedAt ? 'declare' : 'repair';
  return state === 'expired' ? 'declare' : undefined;
};

const REST = 'cơ quan BHXH';

const nextOf = (state: DossierState, dossier: DossierRow, office: string, today: string): string => {
  switch (state) {
    case 'declared':
      return `Đến lượt bạn: in, ký và nộp tờ khai tại ${office} hoặc bất kỳ cơ quan BHXH nào, trước 24:00 ngày ${date(dossier.lastDay)}. Còn ${daysLeft(dossier.lastDay, today)} ngày.`;
    case 'handed_in':
      return `Cán bộ của ${office} sẽ nhận và xem hồ sơ. Bạn không cần làm gì thêm.`;
    case 'in_review':
      return `Cán bộ của ${office} đang xem hồ sơ. Bạn không cần làm gì thêm.`;
    case 'approved':
      return 'Đến lượt bạn: đăng nhập bằng mật khẩu trong SMS rồi đổi mật khẩu. Chưa nhận được SMS? Hãy gọi tổng đài hoặc đến cơ quan BHXH.';
    case 'refused':
      return dossier.purgedAt
        ? 'Hồ sơ đã quá hạn bổ sung nên thông tin và ảnh đã xóa. Hãy kê khai lại khi bạn sẵn sàng.'
        : `Đến lượt bạn: xem lý do bên dưới rồi sửa trên chính hồ sơ này bằng mã sửa trong SMS hoặc liên kết trong thư. Số hồ sơ giữ nguyên. Chưa rõ phải sửa gì, hãy hỏi ${office}.`;
    case 'expired':
      return `Tờ khai không được nộp trong hạn (ngày ${date(dossier.lastDay)}) nên thông tin và ảnh đã xóa. Hãy kê khai lại khi bạn sẵn sàng.`;
  }
};

/** A dossier as its owner follows it on `now`'s day; one whose last day is over counts as expired before the job has come round. */
export const toTracking = (dossier: DossierRow, agency: Agency | undefined, now: Date): Tracking => {
  const today = dayOf(now);
  const state = dossier.state === 'declared' && isOver(dossier.lastDay, today) ? 'expired' : dossier.state;
  const rows = [
    { label: 'Cơ quan tiếp nhận', value: agency ? `${agency.name} (${agency.code})` : dossier.agencyCode },
    { label: 'Kê khai lúc', value: dateTime(dossier.declaredAt) },
    ...(state === 'declared'
      ? [{ label: 'Hạn cuối để nộp', value: `${date(dossier.lastDay)}, còn ${daysLeft(dossier.lastDay, today)} ngày` }]
      : []),
    ...(dossier.handedInAt ? [{ label: 'Nộp lúc', value: dateTime(dossier.handedInAt) }] : []),
    ...(dossier.decidedAt ? [{ label: 'Có kết quả lúc', value: dateTime(dossier.decidedAt) }] : []),
  ];
  return {
    number: dossier.number,
    tag: stateTags[state],
    steps: stepsOf(state, dossier),
    next: nextOf(state, dossier, agency?.name ?? REST, today),
    rows,
    reason: state === 'refused' ? (dossier.reason ?? '') : '',
    action: actionOf(state, dossier),
  };
};
