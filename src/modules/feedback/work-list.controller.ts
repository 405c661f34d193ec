import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import { csvOf } from '../../core/csv.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { file, page, type Handler } from '../../core/http/route.js';
import type { ListInput } from './list.schema.js';
import { listAsked, LISTS } from './list.rules.js';
import { LEAD } from './permission.rules.js';
import { CSV_HEADING, csvRow, presentWorkList } from './work-list.presenter.js';
import type { WorkLists } from './work-list.queries.js';

export interface WorkListControllerParts {
  readonly lists: WorkLists;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
}

/** The lists officers work from. */
export const workListController = ({ lists, uow, audit, clock }: WorkListControllerParts) => {
  const show: Handler<ListInput> = async ({ input, actor, url }) => {
    const asked = { input, url, now: clock.now(), lead: actor.permissions.has(LEAD) };
    return page('feedback/list', presentWorkList(await lists.list(input, actor), asked));
  };
  /** The same page after a filter that cannot be used. */
  const again: Handler = async ({ actor, url }) => {
    const asked = { url, now: clock.now(), lead: actor.permissions.has(LEAD) };
    return page('feedback/list', presentWorkList(await lists.frame(actor), asked));
  };
  /** Streamed, whatever its length; whoever takes names and phones away stands in the audit. */
  const csv: Handler<ListInput> = async ({ input, actor }) => {
    const { batches, topics } = await lists.all(input, actor);
    const names = Object.fromEntries(topics.map(({ code, name }) => [code, name]));
    const lines = async function* (): AsyncGenerator<string[][]> {
      for await (const rows of batches) yield rows.map((row) => csvRow(row, names));
    };
    const label = LISTS[listAsked(input)].label;
    const { sau: _after, truoc: _before, ...filter } = input;
    const subject = { kind: 'feedback-list', id: listAsked(input), label };
    await uow.run(() => audit.record({ action: 'feedback.list-exported', subject, details: filter }));
    return file('text/csv; charset=utf-8', csvOf(CSV_HEADING, lines()), { name: 'phan-anh.csv' });
  };
  return { show, again, csv };
};
export type WorkListController = ReturnType<typeof workListController>;
