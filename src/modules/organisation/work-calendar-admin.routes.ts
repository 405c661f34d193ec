import { access, get, post, type Route } from '../../core/http/route.js';
import { calendarPaths as paths } from './paths.js';
import type { CalendarController } from './work-calendar-admin.controller.js';
import { CALENDAR } from './work-calendar-admin.rules.js';
import { addDaysForm, calendarQuery, changeDayForm, removeDayForm } from './work-calendar-admin.schema.js';

const own = access.can(CALENDAR);

export const calendarRoutes = ({ list, again, add, show, change, remove }: CalendarController): Route[] => [
  get(paths.list(), { access: own, form: calendarQuery, reshow: again, handler: list }),
  post(paths.list(), { access: own, form: addDaysForm, reshow: again, keepTyped: true, handler: add }),
  get(paths.day(':day'), { access: own, handler: show }),
  post(paths.day(':day'), { access: own, form: changeDayForm, reshow: show, handler: change }),
  post(paths.removeDay(':day'), { access: own, form: removeDayForm, reshow: show, handler: remove }),
];
