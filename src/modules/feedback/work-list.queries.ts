import {
  settingNames,
  type Agencies,
  type Agency,
  type DatedSettings,
  type WorkCalendar,
} from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import { InvalidError } from '../../core/errors.js';
import type { ListFilter } from './clause.queries.js';
import type { Counts, ListCounts } from './count.queries.js';
import { hoursLeftOf } from './due.queries.js';
import type { InvitedReads } from './invited.queries.js';
import type { ListPage, ListQueries } from './list.queries.js';
import { listAsked, searchIn } from './list.rules.js';
import { emptyList, type ListInput } from './list.schema.js';
import type { Standings } from './standing.queries.js';
import type { CaseState } from './state.rules.js';
import type { TopicQueries } from './topic.queries.js';
import type { TopicRow } from './topic.model.js';

/** Rows on one page. */
const PAGE = 25;

export interface WorkListData {
  readonly page: ListPage;
  /** Office hours until each row is due; by id. */
  readonly left: ReadonlyMap<string, number>;
  readonly counts: ListCounts;
  /** Cases of others to which his offices are invited. */
  readonly invited: number;
  readonly agencies: readonly Agency[];
  readonly topics: readonly TopicRow[];
}

export interface WorkListParts {
  readonly lists: ListQueries;
  readonly invited: Pick<InvitedReads, 'count'>;
  readonly counts: Counts;
  readonly standings: Standings;
  readonly agencies: Agencies;
  readonly settings: DatedSettings;
  readonly calendar: WorkCalendar;
  readonly topics: TopicQueries;
  readonly clock: Clock;
}

/** The lists of an officer: only what he handles, or is invited to. */
export const workListQueries = (parts: WorkListParts) => {
  const { lists, counts, invited, standings, agencies, settings, calendar, topics, clock } = parts;

  const filterOf = async (input: ListInput, actor: Actor): Promise<ListFilter> => {
    const now = clock.now();
    const { agencies: all } = await standings.reachOf(actor);
    if (input.coQuan && !all.includes(input.coQuan))
      throw new InvalidError([{ field: 'coQuan', message: 'Chọn cơ quan trong danh sách.' }]);
    const hours = await settings.number(settingNames.feedbackReminderHours, dayOf(now));
    return {
      list: listAsked(input),
      agencies: input.coQuan ? [input.coQuan] : all,
      officerId: actor.id,
      now,
      soon: await calendar.afterHours(now, hours),
      search: searchIn(input.tim),
      topicCode: input.linhVuc,
      state: (input.trangThai || undefined) as CaseState | undefined,
      from: input.tuNgay,
      to: input.denNgay,
    };
  };

  const draw = async (actor: Actor, page: ListPage): Promise<WorkListData> => {
    const filter = await filterOf(emptyList, actor);
    return {
      page,
      left: await hoursLeftOf(calendar, clock.now(), page.rows),
      counts: await counts.of(filter),
      invited: await invited.count(filter.agencies),
      agencies: await agencies.those(filter.agencies),
      topics: await topics.all(),
    };
  };

  return {
    list: async (input: ListInput, actor: Actor): Promise<WorkListData> => {
      const { sau: after, truoc: before } = input;
      return draw(actor, await lists.list(await filterOf(input, actor), { after, before, limit: PAGE }));
    },
    /** What stands around the table when the filter cannot be used. */
    frame: (actor: Actor): Promise<WorkListData> => draw(actor, { rows: [] }),
    /** The whole list with its names, a batch at a time. */
    all: async (input: ListInput, actor: Actor) => {
      const filter = await filterOf(input, actor);
      return { batches: lists.all(filter), topics: await topics.all() };
    },
    waiting: async (actor: Actor): Promise<number> => counts.waiting((await standings.reachOf(actor)).agencies),
  };
};
export type WorkLists = ReturnType<typeof workListQueries>;
