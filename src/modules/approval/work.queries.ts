import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import type { WorkMoment } from '../../contracts/registration.js';
import { addDays, dayOf, HOUR, startOfDay, type Clock } from '../../core/clock.js';

/** By what waiting is measured right now. */
export interface WorkClock {
  /** A dossier that waits for its decision longer than this many milliseconds is overdue. */
  overdueAfter(): Promise<number>;
  moment(): Promise<WorkMoment>;
}

export const createWorkClock = (settings: DatedSettings, clock: Clock): WorkClock => {
  const overdueAfter = async (): Promise<number> =>
    HOUR * (await settings.number(settingNames.overdueHours, dayOf(clock.now())));
  return {
    overdueAfter,
    moment: async () => {
      const now = clock.now();
      const today = dayOf(now);
      const days = await settings.number(settingNames.refusedPurgeDays, today);
      return {
        today,
        overdueBefore: new Date(now.getTime() - (await overdueAfter())),
        refusedSince: startOfDay(addDays(today, -days)),
      };
    },
  };
};
