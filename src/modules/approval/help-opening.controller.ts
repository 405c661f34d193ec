import type { AccountSummary } from '../../contracts/auth.js';
import type { Clock } from '../../core/clock.js';
import { redirect, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import type { SessionHandle } from '../../core/http/session.js';
import type { HelpReads } from './help.queries.js';
import { isFresh, OPENING_LIFE, type HelpReason, type Opening } from './help.rules.js';
import { paths } from './paths.js';

/** An account that this session has opened. */
export interface Opened {
  readonly account: AccountSummary;
  readonly reason: HelpReason;
  readonly until: Date;
}

/** Which account a session may help with: the one it opened last, for a short time. */
export interface Openings {
  remember(session: SessionHandle, account: string, reason: HelpReason): void;
  /** Runs the page for whoever has opened the account; everybody else is asked for number and reason first. */
  within<Input>(page: (request: PageRequest<Input>, opened: Opened) => Promise<Reply>): Handler<Input>;
}

const KEY = 'approval.help';
const ASK = 'Trang hỗ trợ chỉ mở 15 phút, cho người đã nhập số và lý do. Hãy nhập lại để mở.';

export const createOpenings = (reads: HelpReads, clock: Clock): Openings => ({
  remember: (session, account, reason) => {
    const opening: Opening = { account, reason, until: clock.now().getTime() + OPENING_LIFE };
    session.set(KEY, opening);
  },
  within: (page) => async (request) => {
    const account = await reads.account(request.params['id'] ?? '');
    const opening = request.session.get<Opening>(KEY);
    if (isFresh(opening, account.id, clock.now()))
      return page(request, { account, reason: opening.reason, until: new Date(opening.until) });
    request.session.flash({ kind: 'warn', text: ASK });
    return redirect(paths.help);
  },
});
