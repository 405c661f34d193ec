import { Op, type WhereOptions } from 'sequelize';
import { settingNames, type DatedSettings, type WorkCalendar } from '../../contracts/organisation.js';
import { addDays, dayOf, startOfDay, type Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError } from '../../core/errors.js';
import type { CaseRow } from './case.model.js';
import type { Steps } from './step.service.js';
import type { Tables } from './tables.js';
import type { Timeline } from './timeline.service.js';

export interface ClockParts {
  readonly tables: Pick<Tables, 'cases'>;
  readonly steps: Steps;
  readonly timeline: Timeline;
  readonly settings: DatedSettings;
  readonly calendar: WorkCalendar;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

/** How loudly a deadline has been told. */
export const LOUD = { officer: 1, leaders: 2, monitor: 3 } as const;
type Loud = (typeof LOUD)[keyof typeof LOUD];

const LINES: Readonly<Record<Loud, { readonly kind: string; readonly title: string }>> = {
  [LOUD.officer]: { kind: 'reminded', title: 'Sắp đến hạn: đã nhắc cán bộ' },
  [LOUD.leaders]: { kind: 'overdue', title: 'Quá hạn: đã báo lãnh đạo' },
  [LOUD.monitor]: { kind: 'escalated', title: 'Quá hạn kéo dài: đã báo đơn vị theo dõi' },
};

const AT_ONCE = 500;

/** What time does to cases. Every step claims its row by the deadline and the loudness it has seen: two processes tell each thing once. */
class Clocks {
  constructor(private readonly parts: ClockParts) {}

  /** Reminds, tells leaders, tells monitors; says how often. */
  async tell(): Promise<number> {
    const now = this.parts.clock.now();
    // The loudest first: what has just been told to leaders is not told to monitors in the same run.
    return (await this.tellMonitors(now)) + (await this.tellLeaders(now)) + (await this.remind(now));
  }

  private async tellMonitors(now: Date): Promise<number> {
    const { settings, calendar } = this.parts;
    const days = await settings.number(settingNames.feedbackEscalationDays, dayOf(now));
    let told = 0;
    for (const row of await this.due({ escalation: LOUD.leaders, dueAt: { [Op.lt]: now } })) {
      // Deadlines come in order, and so do the moments so many working days behind them.
      if (!row.dueAt || (await calendar.afterDays(row.dueAt, days)) >= now) break;
      told += await this.raise(row, LOUD.monitor);
    }
    return told;
  }

  private async tellLeaders(now: Date): Promise<number> {
    let told = 0;
    for (const level of [0, LOUD.officer])
      for (const row of await this.due({ escalation: level, dueAt: { [Op.lt]: now } }))
        told += await this.raise(row, LOUD.leaders);
    return told;
  }

  private async remind(now: Date): Promise<number> {
    const { settings, calendar } = this.parts;
    const hours = await settings.number(settingNames.feedbackReminderHours, dayOf(now));
    const soon = await calendar.afterHours(now, hours);
    let told = 0;
    for (const row of await this.due({ escalation: 0, dueAt: { [Op.gte]: now, [Op.lte]: soon } }))
      told += await this.raise(row, LOUD.officer);
    return told;
  }

  private due(where: WhereOptions<CaseRow>): Promise<CaseRow[]> {
    return this.parts.tables.cases.many(where, { order: ['dueAt', 'id'], limit: AT_ONCE });
  }

  private raise({ id, dueAt, escalation }: CaseRow, level: Loud): Promise<number> {
    const { tables, timeline, uow } = this.parts;
    return uow.run(async () => {
      const raised = await tables.cases.change({ escalation: level }, { id, dueAt, escalation });
      if (raised === 1) await timeline(id, LINES[level]);
      return raised;
    });
  }

  /** The last moment at which an answer was given that nobody may open again any more. */
  private async closable(): Promise<WhereOptions<CaseRow>> {
    const { settings, clock } = this.parts;
    const today = dayOf(clock.now());
    const days = await settings.number(settingNames.feedbackReopenDays, today);
    return { state: 'answered', answeredAt: { [Op.lt]: startOfDay(addDays(today, -days)) } };
  }

  /** Answered cases end when the days in which they may be opened again are over. */
  async close(): Promise<number> {
    const { tables, steps, timeline, uow, clock } = this.parts;
    const rows = await tables.cases.many(await this.closable(), { order: ['answeredAt'], limit: AT_ONCE });
    let closed = 0;
    for (const row of rows) {
      const work = uow.run(async () => {
        await steps.move('close', row, { closedAt: clock.now() });
        await timeline(row.id, { kind: 'closed', title: 'Đã đóng, hết thời gian mở lại', open: true });
        closed += 1;
      });
      // Opened again, or closed by another process, since it was read.
      await work.catch((error: unknown) => {
        if (!(error instanceof ConflictError)) throw error;
      });
    }
    return closed;
  }
}

export const createClocks = (parts: ClockParts): Clocks => new Clocks(parts);
export type { Clocks };
