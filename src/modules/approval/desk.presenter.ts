import type { DecisionTimes, DossierListRow, WorkList } from '../../contracts/registration.js';
import { counted, number } from '../../core/http/format.js';
import { waitWords } from './duration.rules.js';
import { paths } from './paths.js';
import { workWords } from './words.rules.js';

/** What the officers' first page shows of the dossiers. */
export interface DeskFacts {
  readonly work: Readonly<Record<WorkList, number>>;
  readonly longest: readonly DossierListRow[];
  readonly times: DecisionTimes;
  readonly overdueAfter: number;
  readonly now: Date;
}

const NOTES: Readonly<Record<WorkList, string>> = {
  today: 'kê khai hoặc nộp hôm nay',
  ready: 'đã nộp, chờ quyết định',
  citizen: 'chưa nộp, hoặc đang sửa',
  overdue: 'đã nộp, chờ quá lâu',
};

const tiles = (work: DeskFacts['work']) =>
  (Object.entries(workWords) as [WorkList, string][]).map(([list, label]) => ({
    label,
    count: counted(work[list]),
    note: NOTES[list],
    href: paths.list({ viec: list }),
    late: list === 'overdue' && work.overdue > 0,
  }));

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)}%`;

/** Times of the last 30 days; nothing where nothing was decided. */
const timesOf = ({ decided, median, ninetieth, atOnce }: DecisionTimes) =>
  median === null || ninetieth === null
    ? undefined
    : {
        median: waitWords(median),
        ninetieth: waitWords(ninetieth),
        atOnce: percent(atOnce, decided),
        decided: number(decided),
      };

export const presentDesk = ({ work, longest, times, overdueAfter, now }: DeskFacts) => ({
  tiles: tiles(work),
  times: timesOf(times),
  readyHref: paths.list({ viec: 'ready' }),
  longest: longest.map((row) => {
    const waited = now.getTime() - (row.handedInAt ?? row.declaredAt).getTime();
    return {
      number: row.number,
      href: paths.dossier(row.id, paths.list({ viec: 'ready' })),
      name: row.fullName,
      waited: waitWords(waited),
      late: waited > overdueAfter,
      reviewer: row.reviewerName ?? '',
    };
  }),
});
