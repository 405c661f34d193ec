import { date } from '../../core/http/format.js';
import { file, page, redirect, type Handler, type PageRequest } from '../../core/http/route.js';
import { idOf, targetOf } from './case.controller.js';
import type { Evidence } from './evidence.service.js';
import type { Extensions } from './extension.service.js';
import { watchPaths, workPaths } from './paths.js';
import type { Reach, Standings } from './standing.queries.js';
import type { Surrounds } from './surrounding.queries.js';
import type { TopicQueries } from './topic.queries.js';
import type { Urging } from './urging.service.js';
import { presentWatched } from './watch.presenter.js';
import type { WatchedPage, WatchReads } from './watch.queries.js';
import type { ExtendInput, UrgeInput, WatchQuery } from './watch.schema.js';

export interface WatchControllerParts {
  readonly reads: WatchReads;
  readonly urging: Urging;
  readonly extensions: Extensions;
  readonly evidence: Evidence;
  readonly standings: Standings;
  readonly topics: TopicQueries;
  readonly surrounds: Surrounds;
}

const NO_FILTER: WatchQuery = { linhVuc: '', coQuan: '', xem: '', ma: '', sau: '', truoc: '' };
const NOTHING: WatchedPage = { rows: [] };

/** Monitors: their list and đôn đốc; and the extension, of which the citizen is told. */
export const watchController = (parts: WatchControllerParts) => {
  const { reads, urging, extensions, evidence, standings, topics, surrounds } = parts;

  const topicsOf = async ({ watches, watchesAll }: Reach) =>
    (await topics.all()).filter(({ monitorAgency }) => watchesAll || monitorAgency === watches);

  const draw = async ({ actor, retry }: Pick<PageRequest, 'actor' | 'retry'>, query: WatchQuery) => {
    const reach = await standings.reachOf(actor);
    const found = retry ? NOTHING : await reads.page(reach, query);
    const offices = (await surrounds.offices()).filter(({ level }) => level !== 'central');
    const codes = [query.coQuan, ...found.rows.map(({ handlingAgency }) => handlingAgency)];
    const data = presentWatched({
      query,
      found,
      offices,
      now: surrounds.now(),
      counts: await reads.counts(reach),
      topics: await topicsOf(reach),
      agencies: await surrounds.named(codes.filter(Boolean)),
      left: await surrounds.left(found.rows),
    });
    return page('feedback/watched', { ...data, ...(retry && { retry }) });
  };

  const list: Handler<WatchQuery> = (request) => draw(request, request.input);
  const listAgain: Handler = (request) => draw(request, NO_FILTER);

  const urge: Handler<UrgeInput> = async (request) => {
    const row = await urging.urge(idOf(request), request.actor, request.input);
    request.session.flash({ kind: 'ok', text: 'Đã gửi đôn đốc. Cơ quan xử lý thấy ngay trong danh sách.' });
    return redirect(workPaths.case(row.id, watchPaths.watched()));
  };

  const extend: Handler<ExtendInput> = async (request) => {
    const { input, session } = request;
    const until = await extensions.extend(targetOf(request), input.lyDoGiaHan);
    session.flash({ kind: 'ok', text: `Đã gia hạn đến ${date(until)}. Người dân được báo lý do và hạn mới.` });
    return redirect(workPaths.case(idOf(request), input.tu));
  };

  const pack: Handler = async (request) => {
    const { name, body } = await evidence.make(idOf(request), request.actor);
    return file('application/zip', body, { name });
  };

  return { list, listAgain, urge, extend, pack };
};

export type WatchController = ReturnType<typeof watchController>;
