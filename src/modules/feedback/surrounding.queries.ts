import {
  settingNames,
  type Agencies,
  type Agency,
  type DatedSettings,
  type WorkCalendar,
} from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import { hoursLeftOf, type Due } from './due.queries.js';
import { presentCoordination, presentWatch } from './coordination.presenter.js';
import type { FoundCase, Standings } from './standing.queries.js';

export interface SurroundingParts {
  readonly agencies: Agencies;
  readonly settings: DatedSettings;
  readonly calendar: WorkCalendar;
  readonly standings: Standings;
  readonly clock: Clock;
}

const ROOT = '00001';

/** What stands around cases: agencies by name, office hours until a deadline. All of it comes from memory. */
export const surroundingQueries = ({ agencies, settings, calendar, standings, clock }: SurroundingParts) => {
  const named = async (codes: Iterable<string>): Promise<ReadonlyMap<string, Agency>> =>
    new Map((await agencies.those(codes)).map((agency) => [agency.code, agency]));

  /** Every agency that works today. */
  const offices = async (): Promise<Agency[]> => {
    const today = dayOf(clock.now());
    return (await agencies.those(await agencies.subtree(ROOT))).filter(
      ({ validTo }) => validTo === null || validTo >= today,
    );
  };

  return {
    now: () => clock.now(),
    named,
    offices,
    /** Office hours until each deadline; negative once it has passed. */
    left: (rows: readonly Due[]) => hoursLeftOf(calendar, clock.now(), rows),
    /** What coordination and monitors bring to the page of a case. */
    brought: async (view: FoundCase, actor: Actor): Promise<object> => {
      const now = clock.now();
      const around = {
        actor,
        now,
        offices: view.standing === 'owner' ? await offices() : [],
        names: await named(view.invitations.map(({ agencyCode }) => agencyCode)),
        own: (await standings.reachOf(actor)).agencies,
        hours: await settings.number(settingNames.invitationHours, dayOf(now)),
      };
      return { coordination: presentCoordination(view, around), watch: presentWatch(view, around) };
    },
  };
};

export type Surrounds = ReturnType<typeof surroundingQueries>;
