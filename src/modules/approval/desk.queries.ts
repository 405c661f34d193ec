import type { DossierQueries } from '../../contracts/registration.js';
import { addDays, dayOf, startOfDay, type Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import type { DeskFacts } from './desk.presenter.js';
import type { Scope } from './scope.queries.js';
import type { WorkClock } from './work.queries.js';

/** Days that the decision times look back on, and how many of the longest waiting are named. */
const [DAYS, NAMED] = [30, 5];

export interface DeskParts {
  readonly dossiers: DossierQueries;
  readonly scope: Scope;
  readonly clock: Clock;
  readonly workClock: WorkClock;
}

/** What there is to do in the actor's subtree, and how long it took lately. */
export const deskFacts =
  ({ dossiers, scope, clock, workClock }: DeskParts) =>
  async (actor: Actor): Promise<DeskFacts> => {
    const agencies = await scope.of(actor);
    const now = clock.now();
    const today = dayOf(now);
    const span = [startOfDay(addDays(today, -DAYS)), startOfDay(addDays(today, 1))] as const;
    return {
      work: await dossiers.workCounts(agencies, await workClock.moment()),
      longest: await dossiers.longestWaiting(agencies, NAMED),
      times: await dossiers.decisionTimes(agencies, ...span),
      overdueAfter: await workClock.overdueAfter(),
      now,
    };
  };
