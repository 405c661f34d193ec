import type { DossierChange, DossierState } from '../../src/contracts/registration.js';
import { dayOf, HOUR, MINUTE } from '../../src/core/clock.js';
import { newId } from '../../src/core/ids.js';
import type { HistoryRow } from '../../src/modules/registration/dossier-parts.model.js';
import type { DossierRow } from '../../src/modules/registration/dossier.model.js';
import { openKeyOf, requestWords, type RequestKind } from '../../src/modules/registration/request.rules.js';

type Dossier = Omit<DossierRow, 'number'>;
type Line = Omit<HistoryRow, 'id'>;

/** A request of somebody whose registration is approved. */
interface Plan {
  readonly kind: RequestKind;
  readonly state: Exclude<DossierState, 'declared' | 'expired'>;
  readonly hoursAgo: number;
  change?(registration: Dossier): DossierChange;
}

const REASON = 'Số điện thoại mới đang dùng cho tài khoản của người khác. Bạn hãy gửi yêu cầu với số khác.';

const plans: readonly Plan[] = [
  {
    kind: 'change',
    state: 'handed_in',
    hoursAgo: 3,
    change: ({ phone }) => ({ field: 'phone', from: phone, to: '0937555010' }),
  },
  {
    kind: 'change',
    state: 'handed_in',
    hoursAgo: 5,
    change: ({ email }) => ({ field: 'email', from: email ?? '', to: 'hop.thu.moi@vidu.example' }),
  },
  {
    kind: 'change',
    state: 'in_review',
    hoursAgo: 22,
    change: ({ address }) => ({
      field: 'address',
      from: address,
      to: 'Tổ 8, đường Nguyễn Tri Phương, phường Thanh Khê, thành phố Đà Nẵng',
    }),
  },
  { kind: 'stop', state: 'handed_in', hoursAgo: 7 },
  {
    kind: 'change',
    state: 'approved',
    hoursAgo: 75,
    change: ({ address }) => ({
      field: 'address',
      from: 'K12/5 Ông Ích Khiêm, phường Hải Châu, thành phố Đà Nẵng',
      to: address,
    }),
  },
  {
    kind: 'change',
    state: 'refused',
    hoursAgo: 98,
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

/** Made of the person's approved registration: asked for on-line, so handed in at once and without a deadline. */
const make = ({ kind, state, hoursAgo, change }: Plan, registration: Dossier, now: Date): Dossier => {
  const declaredAt = new Date(now.getTime() - hoursAgo * HOUR);
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
): { readonly dossier: Dossier; readonly lines: readonly Line[] }[] => {
  const approved = registrations.filter(({ state }) => state === 'approved');
  return plans.flatMap((plan, index) => {
    const registration = approved[index];
    if (!registration) return [];
    const dossier = make(plan, registration, now);
    return [{ dossier, lines: linesOf(dossier, plan.kind) }];
  });
};
