import type { Agency } from '../../contracts/organisation.js';
import { counted, date, dateTime, number } from '../../core/http/format.js';
import { presentPages } from '../../core/http/list-pages.js';
import { dueWords } from './due.rules.js';
import { invitationTags } from './invitation.rules.js';
import type { InvitedRow } from './invited.queries.js';
import { watchPaths, workPaths } from './paths.js';
import { stateTags } from './state.rules.js';
import type { TopicRow } from './topic.model.js';
import type { WatchCounts, WatchedPage } from './watch.queries.js';
import type { WatchQuery } from './watch.schema.js';

export type Names = ReadonlyMap<string, Agency>;

const nameIn = (agencies: Names, code: string): string => agencies.get(code)?.shortName ?? code;
const topicIn = (topics: readonly TopicRow[], code: string): string =>
  topics.find((one) => one.code === code)?.name ?? code;

const VIEWS: readonly {
  readonly view: WatchQuery['xem'];
  readonly label: string;
  readonly count?: keyof WatchCounts;
}[] = [
  { view: '', label: 'Đang xử lý', count: 'open' },
  { view: 'tre', label: 'Quá hạn', count: 'late' },
  { view: 'dondoc', label: 'Đang đôn đốc', count: 'urged' },
  { view: 'moi', label: 'Tất cả, mới nhất trước' },
];

const EMPTY: Readonly<Record<WatchQuery['xem'], string>> = {
  '': 'Không có phản ánh nào đang xử lý.',
  tre: 'Không có phản ánh nào quá hạn.',
  dondoc: 'Không có đôn đốc nào còn hiệu lực.',
  moi: 'Chưa có phản ánh nào.',
};

const chips = (query: WatchQuery, topics: readonly TopicRow[], agencies: Names) => {
  const { sau: _after, truoc: _before, ...kept } = query;
  const without = (name: keyof typeof kept): string => watchPaths.watched({ ...kept, [name]: '' });
  return [
    { text: topicIn(topics, query.linhVuc), href: without('linhVuc'), on: query.linhVuc },
    { text: nameIn(agencies, query.coQuan), href: without('coQuan'), on: query.coQuan },
    { text: `Mã ${query.ma}`, href: without('ma'), on: query.ma },
  ].filter(({ on }) => on);
};

export interface WatchedFacts {
  readonly query: WatchQuery;
  readonly found: WatchedPage;
  readonly counts: WatchCounts;
  readonly topics: readonly TopicRow[];
  readonly agencies: Names;
  /** Those that may be chosen in the filter. */
  readonly offices: readonly Agency[];
  /** Office hours left, by case. */
  readonly left: ReadonlyMap<string, number>;
  readonly now: Date;
}

/** The list of a unit that watches: the latest first. */
export const presentWatched = ({ query, found, counts, topics, agencies, offices, left, now }: WatchedFacts) => {
  const { sau: _after, truoc: _before, ...kept } = query;
  const back = watchPaths.watched(query);
  return {
    title: 'Phản ánh theo dõi',
    query,
    tabs: VIEWS.map(({ view, label, count }) => ({
      label,
      href: watchPaths.watched({ ...kept, xem: view }),
      current: view === query.xem,
      count: count && counted(counts[count]),
      late: count === 'late' && counts.late > 0,
    })),
    loud: counts.loud,
    topics: topics.map(({ code, name }) => ({ value: code, text: name })),
    offices: offices.map(({ code, shortName }) => ({ value: code, text: shortName })),
    chips: chips(query, topics, agencies),
    clear: watchPaths.watched({ xem: query.xem }),
    action: watchPaths.watched(),
    figures: watchPaths.figures(),
    empty: EMPTY[query.xem],
    rows: found.rows.map((row) => ({
      id: row.id,
      href: workPaths.case(row.id, back),
      code: row.code,
      title: row.title,
      topic: topicIn(topics, row.topicCode),
      office: nameIn(agencies, row.handlingAgency),
      at: date(row.receivedAt),
      tag: stateTags[row.state],
      due: row.dueAt ? dueWords(left.get(row.id) ?? 0, row.dueAt < now) : undefined,
      loud: row.escalation === 3,
      urged: row.urgedAt ? date(row.urgedAt) : '',
      handOffs: row.handOffs,
    })),
    ...presentPages(found, {
      extent: `${number(found.rows.length)} phản ánh`,
      href: (cursor) => watchPaths.watched({ ...kept, ...cursor }),
    }),
  };
};

export interface InvitedFacts {
  readonly pending: readonly InvitedRow[];
  readonly ended: readonly InvitedRow[];
  readonly topics: readonly TopicRow[];
  readonly agencies: Names;
  readonly left: ReadonlyMap<string, number>;
  readonly now: Date;
}

/** Cases to which the office is invited. */
export const presentInvited = ({ pending, ended, topics, agencies, left, now }: InvitedFacts) => {
  const shown = (row: InvitedRow) => ({
    href: workPaths.case(row.caseId, watchPaths.invited()),
    code: row.code,
    title: row.title,
    topic: topicIn(topics, row.topicCode),
    from: nameIn(agencies, row.ownerAgency),
    office: nameIn(agencies, row.agencyCode),
    question: row.question,
    tag: invitationTags[row.state],
    until: dateTime(row.dueAt),
    due: dueWords(left.get(row.id) ?? 0, row.dueAt < now),
  });
  return { title: 'Mời phối hợp', pending: pending.map(shown), ended: ended.map(shown) };
};
