import type { Agencies } from '../../contracts/organisation.js';
import { NotFoundError } from '../../core/errors.js';
import { page, redirect, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import type { OwnRequest, OwnRequestQueries } from './own-request.queries.js';
import { paths } from './paths.js';
import { toRequestView, type RequestView } from './request.presenter.js';
import { requestWords, type RequestKind } from './request.rules.js';
import type { Requests } from './request.service.js';

export interface RequestListParts {
  readonly agencies: Agencies;
  readonly queries: OwnRequestQueries;
  readonly requests: Requests;
}

/** The page on which requests of a kind are made. */
const PAGES: Readonly<Record<RequestKind, string>> = { change: paths.change, stop: paths.stop };

const SPENT = 'Bạn đã nhập sai mã OTP 5 lần nên mã này không dùng được nữa. Hãy gửi lại yêu cầu để nhận mã mới.';

const numberOf = ({ actor }: PageRequest): string => actor.attributes['insuranceNumber'] ?? '';

/** The own requests on every page of them, and taking one back. */
export const requestListController = ({ agencies, queries, requests }: RequestListParts) => {
  const view = async (request: OwnRequest): Promise<RequestView> =>
    toRequestView(request, (await agencies.find(request.agencyCode))?.name ?? 'cơ quan BHXH');

  /** The open request of this kind, and every other one. */
  const of = async (
    insuranceNumber: string,
    kind: RequestKind,
  ): Promise<{ open: RequestView | undefined; others: RequestView[] }> => {
    const all = await Promise.all((await queries.of(insuranceNumber)).map(view));
    const open = all.find((one) => one.open && one.kind === kind);
    return { open, others: all.filter((one) => one !== open) };
  };

  const done = ({ session }: PageRequest, kind: RequestKind): Reply => {
    const text = `Đã nhận yêu cầu ${requestWords[kind]}. Cán bộ sẽ xem và báo kết quả bằng tin nhắn.`;
    session.flash({ kind: 'ok', text });
    return redirect(PAGES[kind]);
  };

  /** The codes are over: by a second click on the same button nothing went wrong, the request is there. */
  const again = async (request: PageRequest, kind: RequestKind, outcome: 'spent' | 'over'): Promise<Reply> => {
    const { open } = await of(numberOf(request), kind);
    if (outcome === 'spent' && !open) request.session.flash({ kind: 'bad', text: SPENT });
    return redirect(PAGES[kind]);
  };

  const question: Handler = async (request) => {
    const number = numberOf(request);
    const found = (await queries.of(number)).find(({ id }) => id === request.params['id']);
    if (!found) throw new NotFoundError();
    const { retry } = request;
    const data = { title: 'Rút yêu cầu', request: await view(found), back: PAGES[found.kind] };
    return page('registration/withdraw', { ...data, ...(retry && { retry }) });
  };

  const withdraw: Handler = async (request) => {
    const kind = await requests.withdraw(request.params['id'] ?? '', numberOf(request));
    request.session.flash({ kind: 'ok', text: `Đã rút yêu cầu ${requestWords[kind]}.` });
    return redirect(PAGES[kind]);
  };

  return { of, done, again, question, withdraw };
};
export type RequestLists = ReturnType<typeof requestListController>;
