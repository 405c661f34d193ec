import { NotFoundError } from '../../core/errors.js';
import { page, redirect, type Handler, type PageRequest } from '../../core/http/route.js';
import { SHORT_REASON } from './assessment.rules.js';
import { paths } from './paths.js';
import type { ReasonQueries } from './reason.queries.js';
import type { ReasonChangeInput, ReasonInput } from './reason.schema.js';
import type { ReasonService } from './reason.service.js';

export interface ReasonController {
  readonly list: Handler;
  readonly add: Handler<ReasonInput>;
  readonly form: Handler;
  readonly change: Handler<ReasonChangeInput>;
}

const TITLE = 'Mẫu lý do từ chối';

/** What the SMS says around the reason, with the longest numbers: the reader of the form sees the whole message. */
const preview = (short: string): string =>
  `Ho so 00412/2026/04802 bi tu choi: ${short}. Hay sua o trang Tra cuu ho so, ma sua: ABCD2345.`;

export const createReasonController = (queries: ReasonQueries, service: ReasonService): ReasonController => {
  const idOf = ({ params }: Pick<PageRequest, 'params'>): string => params['id'] ?? '';
  const frame = { limit: SHORT_REASON, list: paths.reasons };
  return {
    list: async () => {
      const reasons = await queries.all();
      const next = Math.max(0, ...reasons.map(({ position }) => position)) + 10;
      return page('approval/reasons', {
        ...frame,
        title: TITLE,
        next,
        reasons: reasons.map((row) => ({ ...row, href: paths.reason(row.id) })),
      });
    },
    add: async ({ input, session }) => {
      await service.add(input);
      session.flash({ kind: 'ok', text: 'Đã thêm lý do. Cán bộ chọn được ngay khi đánh giá hồ sơ.' });
      return redirect(paths.reasons);
    },
    form: async (request) => {
      const reason = await queries.one(idOf(request));
      if (!reason) throw new NotFoundError('Không có lý do này. Hãy quay lại danh sách.');
      return page('approval/reason', {
        ...frame,
        title: 'Sửa lý do',
        reason,
        action: paths.reason(reason.id),
        preview: preview(reason.short),
      });
    },
    change: async (request) => {
      await service.change(idOf(request), request.input);
      request.session.flash({ kind: 'ok', text: 'Đã lưu lý do.' });
      return redirect(paths.reasons);
    },
  };
};
