import { settingNames, type Agencies, type DatedSettings } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import { NotFoundError } from '../../core/errors.js';
import { page, redirect, type Handler, type PageRequest } from '../../core/http/route.js';
import type { CallRow } from './call.model.js';
import { presentCall, presentCalls } from './call.presenter.js';
import type { CallQueries } from './call.queries.js';
import type { CallInput, CallQuery, ClosingInput } from './call.schema.js';
import type { CallService } from './call.service.js';
import { paths } from './paths.js';

export interface CallControllerParts {
  readonly agencies: Agencies;
  readonly settings: DatedSettings;
  readonly queries: CallQueries;
  readonly service: CallService;
  readonly clock: Clock;
}

/** A minute is what counts here: the page asks anew by itself. */
const REFRESH = 60;

/** Hot line cases for card trouble at a facility, with their minutes. */
export const callController = ({ agencies, settings, queries, service, clock }: CallControllerParts) => {
  const reach = ({ attributes }: Actor) => agencies.subtree(attributes['agencyCode'] ?? '');

  const moment = async () => {
    const now = clock.now();
    return { now, limit: await settings.number(settingNames.hotCaseMinutes, dayOf(now)) };
  };

  const found = async ({ params, actor }: Pick<PageRequest, 'params' | 'actor'>): Promise<CallRow> => {
    const row = await queries.find(params['id'] ?? '', await reach(actor));
    if (!row) throw new NotFoundError('Không có cuộc gọi này. Hãy quay lại danh sách.');
    return row;
  };

  const shown = async (actor: Actor, after: string) => {
    const codes = await reach(actor);
    const [open, closed] = await Promise.all([queries.open(codes), queries.closed(codes, after)]);
    return { paths, ...presentCalls(open, closed, await moment()) };
  };

  const list: Handler<CallQuery> = async ({ actor, input }) =>
    page('support/calls', { refresh: REFRESH, ...(await shown(actor, input.sau)) });

  const again: Handler = async ({ actor }) => page('support/calls', await shown(actor, ''));

  const open: Handler<CallInput> = async ({ input, session }) => {
    await service.open(input);
    session.flash({ kind: 'ok', text: 'Đã ghi cuộc gọi. Đồng hồ đang chạy.' });
    return redirect(paths.calls());
  };

  const show: Handler = async (request) => {
    const row = await found(request);
    await service.viewed(row);
    return page('support/call', { paths, ...presentCall(row, await moment()) });
  };

  const close: Handler<ClosingInput> = async (request) => {
    await service.close(await found(request), request.input.ketQua);
    request.session.flash({ kind: 'ok', text: 'Đã đóng cuộc gọi.' });
    return redirect(paths.calls());
  };

  return { list, again, open, show, close };
};
