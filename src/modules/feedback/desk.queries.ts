import type { Actor } from '../../core/context.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import { number } from '../../core/http/format.js';
import type { InvitedReads } from './invited.queries.js';
import { watchPaths, workPaths } from './paths.js';
import { LEAD } from './permission.rules.js';
import type { Standings } from './standing.queries.js';
import type { WatchReads } from './watch.queries.js';

export interface DeskParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly standings: Standings;
  readonly invited: InvitedReads;
  readonly watch: WatchReads;
}

type Counted = Record<'mineLate' | 'mineSoon' | 'late' | 'urged' | 'loud', number | string | null>;

interface Tile {
  readonly label: string;
  readonly count: string;
  readonly note: string;
  readonly href: string;
  readonly late: boolean;
}

const tile = (label: string, count: number, rest: Pick<Tile, 'note' | 'href'> & { late?: boolean }): Tile => ({
  label,
  count: number(count),
  note: rest.note,
  href: rest.href,
  late: (rest.late ?? true) && count > 0,
});

/** The first page of officers tells of deadlines: they have no phone on file to be told by. */
export const deskQueries = ({ db, clock, standings, invited, watch }: DeskParts) => {
  const count = async ({ id }: Actor, within: readonly string[]): Promise<Counted | undefined> => {
    const now = clock.now();
    const agencies = within.map(() => '?').join(', ') || 'NULL';
    return db.row<Counted>(
      `SELECT SUM(CASE WHEN assignee_id = ? AND due_at < ? THEN 1 ELSE 0 END) AS mineLate,
        SUM(CASE WHEN assignee_id = ? AND due_at >= ? AND escalation = 1 THEN 1 ELSE 0 END) AS mineSoon,
        SUM(CASE WHEN due_at < ? THEN 1 ELSE 0 END) AS late,
        SUM(CASE WHEN escalation = 3 THEN 1 ELSE 0 END) AS loud,
        SUM(CASE WHEN urged_at IS NOT NULL AND urged_until >= ? THEN 1 ELSE 0 END) AS urged
        FROM feedback_case WHERE handling_agency IN (${agencies}) AND due_at IS NOT NULL`,
      [id, now, id, now, now, dayOf(now), ...within],
    );
  };

  /** What waits for who works on cases; leaders see those of others that have been told to them. */
  const office = async (actor: Actor): Promise<object> => {
    const { agencies } = await standings.reachOf(actor);
    const found = await count(actor, agencies);
    const of = (name: keyof Counted): number => Number(found?.[name] ?? 0);
    const [mine, late] = [workPaths.list({ viec: 'cua-toi' }), workPaths.list({ viec: 'qua-han' })];
    const told = of('loud') > 0 ? `${number(of('loud'))} đã báo đơn vị theo dõi` : 'của cả đơn vị';
    return {
      title: 'Phản ánh cần chú ý',
      tiles: [
        tile('Bạn xử lý, quá hạn', of('mineLate'), { note: `${number(of('mineSoon'))} sắp đến hạn`, href: mine }),
        tile(actor.permissions.has(LEAD) ? 'Quá hạn, báo lãnh đạo' : 'Quá hạn', of('late'), { note: told, href: late }),
        tile('Được đôn đốc', of('urged'), { note: 'từ đơn vị theo dõi', href: workPaths.list({ viec: 'don-doc' }) }),
        tile('Mời phối hợp', await invited.count(agencies), {
          note: 'cơ quan khác chờ trả lời',
          href: watchPaths.invited(),
          late: false,
        }),
      ],
    };
  };

  /** What a unit watches. */
  const monitor = async (actor: Actor): Promise<object> => {
    const counts = await watch.counts(await standings.reachOf(actor));
    const to = (xem: string): string => watchPaths.watched({ xem });
    return {
      title: 'Phản ánh theo dõi',
      tiles: [
        tile('Quá hạn kéo dài', counts.loud, { note: 'đã báo đơn vị bạn', href: to('tre') }),
        tile('Quá hạn', counts.late, { note: 'mọi cơ quan', href: to('tre') }),
        tile('Đang đôn đốc', counts.urged, { note: 'chờ trả lời', href: to('dondoc'), late: false }),
        tile('Đang xử lý', counts.open, { note: 'theo hạn trả lời', href: to(''), late: false }),
      ],
    };
  };

  return { office, monitor };
};
