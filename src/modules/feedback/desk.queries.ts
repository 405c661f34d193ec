import type { Actor } from '../../core/context.js';
import { dayOf, type Clock } from '../../core/clock.js';
import { clause, within, type Clause } from '../../core/db/clause.js';
import type { Database } from '../../core/db/connection.js';
import { isOpen, urgedBy } from './clause.queries.js';
import { countUpTo } from '../../core/db/count-up-to.js';
import { counted } from '../../core/http/format.js';
import { casesWhere } from './count.queries.js';
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

interface Tile {
  readonly label: string;
  readonly count: string;
  readonly note: string;
  readonly href: string;
  readonly late: boolean;
}

const tile = (label: string, count: number, rest: Pick<Tile, 'note' | 'href'> & { late?: boolean }): Tile => ({
  label,
  count: counted(count),
  note: rest.note,
  href: rest.href,
  late: (rest.late ?? true) && count > 0,
});

/** The first page of officers tells of deadlines: they have no phone on file to be told by. */
export const deskQueries = ({ db, clock, standings, invited, watch }: DeskParts) => {
  const count = ({ id }: Actor, agencies: readonly string[]) => {
    const now = clock.now();
    const ours = within('c.handling_agency', agencies);
    const of = (...conditions: readonly Clause[]): Clause => casesWhere(ours, isOpen, ...conditions);
    const mine = clause('c.assignee_id = ?', id);
    const late = clause('c.due_at < ?', now);
    return countUpTo(db, {
      mineLate: of(mine, late),
      mineSoon: of(mine, clause('c.due_at >= ? AND c.escalation = 1', now)),
      late: of(late),
      loud: of(clause('c.escalation = 3')),
      urged: casesWhere(...urgedBy(dayOf(now)), within(`COALESCE(c.handling_agency, '')`, agencies)),
    });
  };

  /** What waits for who works on cases; leaders see those of others that have been told to them. */
  const office = async (actor: Actor): Promise<object> => {
    const { agencies } = await standings.reachOf(actor);
    const found = await count(actor, agencies);
    const [mine, late] = [workPaths.list({ viec: 'cua-toi' }), workPaths.list({ viec: 'qua-han' })];
    const told = found.loud > 0 ? `${counted(found.loud)} đã báo đơn vị theo dõi` : 'của cả đơn vị';
    return {
      title: 'Phản ánh cần chú ý',
      tiles: [
        tile('Bạn xử lý, quá hạn', found.mineLate, { note: `${counted(found.mineSoon)} sắp đến hạn`, href: mine }),
        tile(actor.permissions.has(LEAD) ? 'Quá hạn, báo lãnh đạo' : 'Quá hạn', found.late, { note: told, href: late }),
        tile('Được đôn đốc', found.urged, { note: 'từ đơn vị theo dõi', href: workPaths.list({ viec: 'don-doc' }) }),
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
