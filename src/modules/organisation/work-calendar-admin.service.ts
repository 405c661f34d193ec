import { Op } from 'sequelize';
import type { Audit } from '../../core/audit/audit.js';
import type { Day } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../../core/errors.js';
import { date } from '../../core/http/format.js';
import type { HolidayRow } from './holiday.model.js';
import {
  CALENDAR_SUBJECT,
  KIND_WORDS,
  newDays,
  type CalendarDay,
  type calendarActs,
  type DayKind,
} from './work-calendar-admin.rules.js';
import type { AddDaysInput } from './work-calendar-admin.schema.js';
import type { WorkDayRow } from './work-day.model.js';

export interface CalendarAdminParts {
  readonly holidays: Table<HolidayRow>;
  readonly workDays: Table<WorkDayRow>;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  /** Makes every process load the calendar again; its row is the lock under which writers stand in line. */
  moveOn(): Promise<void>;
}

const GONE = 'Ngày này vừa được người khác sửa hoặc xóa. Hãy tải lại trang.';

/** Administrators keep holidays and swapped working days. */
export class CalendarAdministration {
  constructor(private readonly parts: CalendarAdminParts) {}

  /** Days of a span, in their order. */
  async between(from: Day, to: Day): Promise<CalendarDay[]> {
    const within = { where: { day: { [Op.between]: [from, to] as [string, string] } }, order: ['day'] };
    const read = async (kind: DayKind): Promise<CalendarDay[]> =>
      (await this.table(kind).many(within.where, { order: within.order })).map((row) => ({ ...row, kind }));
    return [...(await read('off')), ...(await read('work'))];
  }

  async find(day: Day): Promise<CalendarDay> {
    const [found] = await this.between(day, day);
    if (!found) throw new NotFoundError('Ngày này không có trong lịch. Hãy quay lại lịch làm việc.');
    return found;
  }

  /** Says how many days were added. */
  async add({ loai: kind, tuNgay: from, denNgay, ten: name, lyDo: why }: AddDaysInput): Promise<number> {
    const to = denNgay || from;
    return this.alone(async () => {
      const days = newDays({ kind, from, to }, await this.between(from, to));
      if ('field' in days) throw new InvalidError([days]);
      await this.table(kind).insertMany(days.map((day) => ({ day, name })));
      const label = `${KIND_WORDS[kind]} ${days.length === 1 ? date(from) : `${date(from)} - ${date(to)}`}`;
      await this.note('organisation.days-added', from, { why, label, from: '', to: name });
      return days.length;
    });
  }

  /** `seen`: the name that the administrator had before him. */
  async change(day: Day, { seen, name, why }: { seen: string; name: string; why: string }): Promise<void> {
    const { kind } = await this.find(day);
    if (seen === name) return;
    await this.alone(async () => {
      await this.table(kind).claim({ name }, { day, name: seen }, GONE);
      await this.note('organisation.day-changed', day, { why, label: date(day), from: seen, to: name });
    });
  }

  async remove(day: Day, why: string): Promise<void> {
    const { kind, name } = await this.find(day);
    await this.alone(async () => {
      if ((await this.table(kind).remove({ day })) !== 1) throw new ConflictError(GONE);
      await this.note('organisation.day-removed', day, {
        why,
        label: `${KIND_WORDS[kind]} ${date(day)}`,
        from: name,
        to: '',
      });
    });
  }

  private table(kind: DayKind): Table<{ day: string; name: string }> {
    return kind === 'off' ? this.parts.holidays : this.parts.workDays;
  }

  private alone<T>(work: () => Promise<T>): Promise<T> {
    const { uow, moveOn } = this.parts;
    return uow.run(async () => {
      await moveOn();
      return work();
    });
  }

  private note(
    action: keyof typeof calendarActs,
    day: Day,
    { why, ...change }: { why: string; label: string; from: string; to: string },
  ): Promise<void> {
    const year = day.slice(0, 4);
    const subject = { kind: CALENDAR_SUBJECT, id: year, label: `Lịch làm việc ${year}` };
    return this.parts.audit.record({ action, subject, purpose: why, details: { changes: [change] } });
  }
}
