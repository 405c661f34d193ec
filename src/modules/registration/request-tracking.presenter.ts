import type { Agency } from '../../contracts/organisation.js';
import { date, dateTime } from '../../core/http/format.js';
import type { DossierRow } from './dossier.model.js';
import { nextOfRequest, refusalOf, tagOfRequest } from './request.presenter.js';
import type { RequestKind } from './request.rules.js';
import type { Tracking } from './tracking.presenter.js';

const LABELS = ['Gửi yêu cầu', 'Xem xét', 'Có kết quả'] as const;

const stepsOf = (request: DossierRow): Tracking['steps'] => {
  const { state, declaredAt, decidedAt } = request;
  const refused = refusalOf(request) !== '';
  const done = refused ? 2 : state === 'approved' || state === 'refused' ? 3 : 1;
  const notes = [declaredAt, null, decidedAt];
  return LABELS.map((label, index) => ({
    label,
    state: index < done ? 'done' : index > done ? '' : refused ? 'bad' : 'now',
    ...(notes[index] && { note: date(notes[index]) }),
  }));
};

/** A request of somebody with an account, as he follows it without signing in: what it asks for is not shown. */
export const toRequestTracking = (
  request: DossierRow & { readonly kind: RequestKind },
  agency: Agency | undefined,
): Tracking => ({
  number: request.number,
  tag: tagOfRequest(request),
  steps: stepsOf(request),
  next: nextOfRequest(request, agency?.name ?? 'cơ quan BHXH'),
  rows: [
    { label: 'Cơ quan xử lý', value: agency ? `${agency.name} (${agency.code})` : request.agencyCode },
    { label: 'Gửi lúc', value: dateTime(request.declaredAt) },
    ...(request.decidedAt ? [{ label: 'Có kết quả lúc', value: dateTime(request.decidedAt) }] : []),
  ],
  reason: refusalOf(request),
  action: request.kind === 'stop' && request.state === 'approved' ? undefined : 'sign-in',
});
