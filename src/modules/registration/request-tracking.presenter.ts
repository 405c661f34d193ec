import type { Agency } from '../../contracts/organisation.js';
import { stateTags } from '../../contracts/registration.js';
import { date, dateTime } from '../../core/http/format.js';
import type { DossierRow } from './dossier.model.js';
import { nextOfRequest } from './request.presenter.js';
import type { RequestKind } from './request.rules.js';
import type { Tracking } from './tracking.presenter.js';

const LABELS = ['Gửi yêu cầu', 'Xem xét', 'Có kết quả'] as const;

const stepsOf = ({ state, declaredAt, decidedAt }: DossierRow): Tracking['steps'] => {
  const done = state === 'approved' ? 3 : state === 'refused' ? 2 : 1;
  const notes = [declaredAt, null, decidedAt];
  return LABELS.map((label, index) => ({
    label,
    state: index < done ? 'done' : index > done ? '' : state === 'refused' ? 'bad' : 'now',
    ...(notes[index] && { note: date(notes[index]) }),
  }));
};

/** A request of somebody with an account, as he follows it without signing in: what it asks for is not shown. */
export const toRequestTracking = (
  request: DossierRow & { readonly kind: RequestKind },
  agency: Agency | undefined,
): Tracking => ({
  number: request.number,
  tag: stateTags[request.state],
  steps: stepsOf(request),
  next: nextOfRequest(request, agency?.name ?? 'cơ quan BHXH'),
  rows: [
    { label: 'Cơ quan xử lý', value: agency ? `${agency.name} (${agency.code})` : request.agencyCode },
    { label: 'Gửi lúc', value: dateTime(request.declaredAt) },
    ...(request.decidedAt ? [{ label: 'Có kết quả lúc', value: dateTime(request.decidedAt) }] : []),
  ],
  reason: request.state === 'refused' ? (request.reason ?? '') : '',
  action: request.kind === 'stop' && request.state === 'approved' ? undefined : 'sign-in',
});
