import type { Journal } from '../../core/audit/journal.js';
import { dayOf, type Clock } from '../../core/clock.js';
import { NotFoundError } from '../../core/errors.js';
import { page, redirect, type Handler, type PageRequest } from '../../core/http/route.js';
import { calendarPaths } from './paths.js';
import { presentCalendar, presentDay } from './work-calendar-admin.presenter.js';
import { CALENDAR_SUBJECT } from './work-calendar-admin.rules.js';
import type { AddDaysInput, CalendarQuery, ChangeDayInput, RemoveDayInput } from './work-calendar-admin.schema.js';
import type { CalendarAdministration } from './work-calendar-admin.service.js';

export interface CalendarControllerParts {
  readonly administration: CalendarAdministration;
  readonly journal: Journal;
  readonly acts: Readonly<Record<string, string>>;
  readonly clock: Clock;
}

const LATEST = 30;

const dayIn = ({ params }: Pick<PageRequest, 'params'>): string => {
  const day = params['day'] ?? '';
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) throw new NotFoundError();
  return day;
};

/** Lịch làm việc: the days on which offices are closed, and those on which they work instead. */
export const calendarController = ({ administration, journal, acts, clock }: CalendarControllerParts) => {
  const draw = async (asked: string, retry?: PageRequest['retry']) => {
    const today = dayOf(clock.now());
    const year = asked || today.slice(0, 4);
    const days = await administration.between(`${year}-01-01`, `${year}-12-31`);
    const history = await journal.list({ subject: { kind: CALENDAR_SUBJECT, id: year } }, { limit: LATEST });
    const data = presentCalendar({ year, today, days, history, acts });
    return page('organisation/calendar', { ...data, ...(retry && { retry }) });
  };

  const list: Handler<CalendarQuery> = ({ input }) => draw(input.nam);
  /** The year that was typed, where one was. */
  const again: Handler = ({ retry }) =>
    draw(/\b20[2-9]\d\b/.exec(String(retry?.values['tuNgay'] ?? ''))?.[0] ?? '', retry);

  const add: Handler<AddDaysInput> = async ({ input, session }) => {
    const added = await administration.add(input);
    session.flash({ kind: 'ok', text: `Đã thêm ${added} ngày. Thời hạn tính từ bây giờ dùng lịch mới.` });
    return redirect(calendarPaths.list({ nam: input.tuNgay.slice(0, 4) }));
  };

  const show: Handler = async (request) =>
    page('organisation/calendar-day', {
      ...presentDay(await administration.find(dayIn(request))),
      ...(request.retry && { retry: request.retry }),
    });

  const done = (request: PageRequest, text: string) => {
    request.session.flash({ kind: 'ok', text });
    return redirect(calendarPaths.list({ nam: dayIn(request).slice(0, 4) }));
  };

  const change: Handler<ChangeDayInput> = async (request) => {
    const { ten: name, tenCu: seen, lyDo: why } = request.input;
    await administration.change(dayIn(request), { seen, name, why });
    return done(request, 'Đã lưu.');
  };

  const remove: Handler<RemoveDayInput> = async (request) => {
    await administration.remove(dayIn(request), request.input.lyDoXoa);
    return done(request, 'Đã xóa khỏi lịch. Thời hạn tính từ bây giờ dùng lịch mới.');
  };

  return { list, again, add, show, change, remove };
};

export type CalendarController = ReturnType<typeof calendarController>;
