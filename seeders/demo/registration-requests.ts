import type { DossierChange, DossierState } from '../../src/contracts/registration.js';
import { addDays, dayOf, HOUR, instantAt, MINUTE, type Day } from '../../src/core/clock.js';
import { newId } from '../../src/core/ids.js';
import type { HistoryRow } from '../../src/modules/registration/dossier-parts.model.js';
import type { DossierRow } from '../../src/modules/registration/dossier.model.js';
import { inLine } from '../../src/modules/registration/registration.rules.js';
import { openKeyOf, requestWords, type RequestKind } from '../../src/modules/registration/request.rules.js';

type Dossier = Omit<DossierRow, 'number'>;
type Line = Omit<HistoryRow, 'id'>;

/** A request of somebody whose registration is approved. */
interface Plan {
  readonly kind: RequestKind;
  readonly state: Exclude<DossierState, 'declared' | 'expired'>;
  /** Hours ago where nobody has begun with it, else working days ago, in the morning. */
  readonly ago: number;
  change?(registration: Dossier): DossierChange;
}

const REASON = 'Số điện thoại mới đang dùng cho tài khoản của người khác. Bạn hãy gửi yêu cầu với số khác.';

/** The line as the registry writes it: names of communes and provinces begin with a small letter. */
const asKnown = (address: string): string =>
  address
    .split(', ')
    .map((part, index) => (index === 0 ? part : inLine(part)))
    .join(', ');

const plans: readonly Plan[] = [
  {
    kind: 'change',
    state: 'handed_in',
    ago: 3,
    change: ({ phone }) => ({ field: 'phone', from: phone, to: '0937555010' }),
  },
  {
    kind: 'change',
    state: 'handed_in',
    ago: 5,
    change: ({ email }) => ({ field: 'email', from: email ?? '', to: 'hop.thu.moi@vidu.example' }),
  },
  {
    kind: 'change',
    state: 'in_review',
    ago: 1,
    change: ({ address }) => ({
      field: 'address',
      from: asKnown(address),
      to: 'Tổ 8, đường Nguyễn Tri Phương, phường Thanh Khê, thành phố Đà Nẵng',
    }),
  },
  { kind: 'stop', state: 'handed_in', ago: 7 },
  {
    kind: 'change',
    state: 'approved',
    ago: 4,
    change: ({ address }) => ({
      field: 'address',
      from: 'K12/5 Ông Ích Khiêm, phường Hải Châu, thành phố Đà Nẵng',
      to: asKnown(address),
    }),
  },
  {
    kind: 'change',
    state: 'refused',
    ago: 5,
    change: ({ phone }) => ({ field: 'phone', from: phone, to: '0912345678' }),
  },
];

const linesOf = (dossier: Dossier, kind: RequestKind): Line[] => {
  const line = (at: Date | null, actorName: string | null, title: string): Line[] =>
    at && actorName ? [{ dossierId: dossier.id, at, actorId: '', actorName, title, note: '' }] : [];
  return [
    ...line(dossier.declaredAt, dossier.fullName, `Gửi yêu cầu ${requestWords[kind]}`),
    ...line(dossier.reviewedAt, dossier.reviewerName, 'Nhận xử lý'),
    ...line(dossier.decidedAt, dossier.decidedByName, dossier.state === 'approved' ? 'Duyệt hồ sơ' : 'Từ chối'),
  ];
};

/** A working day at or before (-1) a day. */
type Workday = (day: Day, step: -1) => Day;

const askedAt = ({ state, ago }: Plan, now: Date, workday: Workday): Date =>
  state === 'handed_in'
    ? new Date(now.getTime() - ago * HOUR)
    : instantAt(workday(addDays(dayOf(now), -ago), -1), 8, 10 + 7 * ago);

/** Made of the person's approved registration: asked for on-line, so handed in at once and without a deadline. */
const make = ({ kind, state, change }: Plan, registration: Dossier, declaredAt: Date): Dossier => {
  const later = (minutes: number): Date => new Date(declaredAt.getTime() + minutes * MINUTE);
  const officer = registration.decidedByName;
  const reviewed = state !== 'handed_in';
  const decided = state === 'approved' || state === 'refused';
  return {
    ...registration,
    id: newId(),
    kind,
    state,
    assessment: state === 'approved' ? 'valid' : state === 'refused' ? 'invalid' : 'none',
    declaredAt,
    declaredDay: dayOf(declaredAt),
    lastDay: dayOf(declaredAt),
    handedInAt: declaredAt,
    handedInBy: null,
    papersSeen: null,
    reviewerName: reviewed ? officer : null,
    reviewedAt: reviewed ? later(31) : null,
    decidedAt: decided ? later(44) : null,
    decidedByName: decided ? officer : null,
    reason: state === 'refused' ? REASON : null,
    changes: change ? JSON.stringify([change(registration)]) : null,
    openKey: decided ? null : openKeyOf(registration.insuranceNumber, kind),
    version: 1 + Number(reviewed) + Number(decided),
  };
};

/** Three open changes, one request to stop, one approved and one refused change; of people who have accounts. */
export const demoRequests = (
  registrations: readonly Dossier[],
  now: Date,
  workday: Workday,
): { readonly dossier: Dossier; readonly lines: readonly Line[] }[] => {
  const approved = registrations.filter(({ state }) => state === 'approved');
  return plans.flatMap((plan, index) => {
    const registration = approved[index];
    if (!registration) return [];
    const dossier = make(plan, registration, askedAt(plan, now, workday));
    return [{ dossier, lines: linesOf(dossier, plan.kind) }];
  });
};
