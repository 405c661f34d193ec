import { InvalidError } from '../../core/errors.js';
import { page, redirect, type Handler } from '../../core/http/route.js';
import type { CitizenAttempts } from './citizen-attempt.service.js';
import type { TrackInput } from './citizen.schema.js';
import { SHEETS } from './form.presenter.js';
import type { Passes } from './pass.service.js';
import { paths } from './paths.js';
import type { TrackingQueries } from './tracking.queries.js';

export interface TrackingParts {
  readonly tracking: TrackingQueries;
  readonly attempts: CitizenAttempts;
  readonly passes: Passes;
}

/** One sentence for a wrong code and a wrong phone alike: neither tells that the other is right. */
const NOT_FOUND =
  'Chưa tìm thấy phản ánh với mã và số điện thoại này. Kiểm tra lại cả hai như trong tin nhắn, hoặc hỏi tổng đài.';

/** `/phan-anh/tra-cuu`: the way to a case for guests. */
export const trackingController = ({ tracking, attempts, passes }: TrackingParts) => {
  const form: Handler = ({ retry }) =>
    page('feedback/tracking', { title: 'Tra cứu phản ánh', paths, sheets: SHEETS, ...(retry && { retry }) });

  const find: Handler<TrackInput> = async ({ input: { ma, dienThoai }, ip }) => {
    const taken = await attempts.guess(ma, ip);
    const caseId = await tracking(ma, dienThoai);
    if (!caseId) throw new InvalidError([{ field: 'ma', message: NOT_FOUND }]);
    await attempts.clear(taken);
    return redirect(paths.tracked(passes.issue(caseId)).show);
  };

  return { form, find };
};
