import type { Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { Logger } from '../../core/log.js';
import type { HealthReport } from '../../core/module.js';
import type { AlarmRow } from './alarm.model.js';
import { alarmNames, alarmsOf, reportOf, type Alarm, type AlarmName } from './alarm.rules.js';
import type { FigureQueries } from './figure.queries.js';

export interface AlarmParts {
  readonly uow: UnitOfWork;
  readonly clock: Clock;
  readonly log: Logger;
  readonly alarms: Table<AlarmRow>;
  readonly figures: FigureQueries;
  /** The provider tells what arrived. */
  readonly callsBack: boolean;
}

/** Watches over delivery. No message tells of it: messages are what may be failing. */
export const createWatch = ({ uow, clock, log, alarms, figures, callsBack }: AlarmParts) => {
  const now = async (): Promise<Alarm[]> => {
    const at = clock.now();
    return alarmsOf(await figures.delivery(at), at, callsBack);
  };

  /** Says whether this process was the one that turned it. */
  const turn = (name: AlarmName, raised: boolean): Promise<boolean> =>
    uow.run(async () => {
      const changedAt = clock.now();
      const known = await alarms.one({ name });
      if (!known) return (await alarms.insertNew({ name, raised, changedAt })) && raised;
      return (await alarms.change({ raised, changedAt }, { name, raised: !raised })) === 1;
    });

  return {
    watch: async (): Promise<void> => {
      const found = await now();
      for (const name of alarmNames) {
        const alarm = found.find((candidate) => candidate.name === name);
        if (!(await turn(name, alarm !== undefined))) continue;
        if (alarm) log.warn({ alarm: name, reason: alarm.en }, 'delivery of messages falls');
        else log.warn({ alarm: name }, 'delivery of messages is well again');
      }
    },
    /** How many alarms the watch has raised: for the menu, which is drawn with every page. */
    raised: (): Promise<number> => alarms.count({ raised: true }),
    check: async (): Promise<HealthReport> => reportOf(await now()),
  };
};
