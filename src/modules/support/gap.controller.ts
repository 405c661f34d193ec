import { page, redirect, type Handler, type PageRequest } from '../../core/http/route.js';
import type { GapQueries } from './gap.queries.js';
import type { GapService } from './gap.service.js';
import { paths } from './paths.js';
import { presentGaps } from './question.presenter.js';
import type { GapQuery } from './question.schema.js';

const TITLE = 'Câu chưa trả lời được';
const idOf = ({ params }: Pick<PageRequest, 'params'>): string => params['id'] ?? '';

/** What people asked the chat and nobody has answered yet. */
export const gapController = (queries: GapQueries, gaps: GapService) => {
  const open: Handler<GapQuery> = async ({ input }) =>
    page('support/gaps', { title: TITLE, paths, ...presentGaps(await queries.open(input.sau)) });

  const draft: Handler = async (request) => {
    const id = await gaps.draft(idOf(request));
    request.session.flash({ kind: 'ok', text: 'Đã tạo bản nháp từ câu hỏi này. Hãy viết câu trả lời và nguồn.' });
    return redirect(paths.question(id));
  };

  const dismiss: Handler = async (request) => {
    await gaps.dismiss(idOf(request));
    request.session.flash({ kind: 'ok', text: 'Đã bỏ qua. Câu này không hiện lại trong danh sách.' });
    return redirect(paths.gaps());
  };

  return { open, draft, dismiss };
};
