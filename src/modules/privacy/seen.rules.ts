import { MINUTE } from '../../core/clock.js';

/** Looks by the same officer, of the same kind and for the same reason, count as one within this time. */
const TOGETHER = 10 * MINUTE;

/** What tells one look from another. */
export interface Look {
  readonly id: number;
  readonly at: Date;
  readonly actorId: string;
  readonly agencyCode: string;
  readonly actorRole: string;
  readonly action: string;
  readonly purpose: string;
}

/** Looks that are shown as one line. */
export interface Group {
  readonly last: Look;
  readonly firstAt: Date;
  readonly times: number;
}

interface Open {
  readonly last: Look;
  firstAt: Date;
  times: number;
  /** Indexes of the newest and the oldest look in it. */
  readonly start: number;
  end: number;
}

const keyOf = ({ actorId, agencyCode, actorRole, action, purpose }: Look): string =>
  JSON.stringify([actorId, agencyCode, actorRole, action, purpose]);

const collect = (looks: readonly Look[]): Open[] => {
  const groups: Open[] = [];
  const open = new Map<string, Open>();
  looks.forEach((look, index) => {
    const group = open.get(keyOf(look));
    if (group && group.last.at.getTime() - look.at.getTime() <= TOGETHER) {
      Object.assign(group, { firstAt: look.at, times: group.times + 1, end: index });
      return;
    }
    const fresh = { last: look, firstAt: look.at, times: 1, start: index, end: index };
    groups.push(fresh);
    open.set(keyOf(look), fresh);
  });
  return groups;
};

/** Where a page may end without cutting a group in two: indexes of the last look, with the groups up to there. */
const cleanCuts = (looks: readonly Look[], groups: readonly Open[], whole: boolean) => {
  const oldest = looks.at(-1)?.at.getTime() ?? 0;
  const cuts: { index: number; groups: number }[] = [];
  let end = -1;
  groups.forEach(({ end: own }, position) => {
    end = Math.max(end, own);
    const next = groups[position + 1];
    const closed = next === undefined || next.start > end;
    const settled = whole || (looks[end]?.at.getTime() ?? 0) - oldest > TOGETHER;
    if (closed && settled) cuts.push({ index: end, groups: position + 1 });
  });
  return cuts;
};

/**
 * One page of groups from looks, newest first, and the number below which the next page begins. `whole` says that no
 * older look exists. A page is a little longer or shorter rather than cut a group; only when every look that was read
 * hangs together it is cut all the same.
 */
export const pageOfGroups = (
  looks: readonly Look[],
  limit: number,
  whole: boolean,
): { groups: Group[]; below?: number } => {
  const groups = collect(looks);
  const cuts = cleanCuts(looks, groups, whole);
  const cut = cuts.filter((candidate) => candidate.groups <= limit).at(-1) ?? cuts[0];
  const index = cut?.index ?? looks.length - 1;
  const shown = groups
    .slice(0, cut?.groups ?? groups.length)
    .map(({ last, firstAt, times }) => ({ last, firstAt, times }));
  const ended = whole && index === looks.length - 1;
  const id = looks[index]?.id;
  return { groups: shown, ...(!ended && id !== undefined && { below: id }) };
};
