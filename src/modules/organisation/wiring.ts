import { seedOrganisation } from '../../../seeders/reference/organisation.js';
import { ORGANISATION_TOPIC } from '../../contracts/organisation.js';
import type { ModuleContext } from '../../core/module.js';
import { agencyAdminController } from './agency-admin.controller.js';
import { agencyAdminQueries } from './agency-admin.queries.js';
import { agencyRoutes } from './agency-admin.routes.js';
import { AgencyAdministration } from './agency-admin.service.js';
import { agencyImporter } from './agency.importer.js';
import { agencyQueries } from './agency.queries.js';
import { holidayQueries } from './holiday.queries.js';
import { contactsOf } from './office.queries.js';
import { placeQueries } from './place.queries.js';
import { settingController } from './setting-admin.controller.js';
import { settingAdminQueries } from './setting-admin.queries.js';
import { settingRoutes } from './setting-admin.routes.js';
import { SettingAdministration } from './setting-admin.service.js';
import { settingHealth } from './setting-health.queries.js';
import { settingQueries } from './setting.queries.js';
import type { OfficeSettings } from './settings.js';
import type { openTables } from './tables.js';
import { calendarController } from './work-calendar-admin.controller.js';
import { calendarRoutes } from './work-calendar-admin.routes.js';
import { CalendarAdministration } from './work-calendar-admin.service.js';
import { workCalendarQueries } from './work-calendar.queries.js';

/** What other modules ask, from memory, and what makes it old. */
export const wireAnswers = (ctx: ModuleContext<OfficeSettings>, tables: ReturnType<typeof openTables>) => {
  const { db, clock, uow, topics } = ctx;
  const dated = settingQueries(db, clock);
  const answers = {
    agencies: agencyQueries(db, clock, ctx.settings.OFFICE_AGENCY),
    places: placeQueries(db, clock),
    settings: dated,
    holidays: holidayQueries(tables.holidays, clock),
    calendar: workCalendarQueries({ ...tables, settings: dated, clock }),
  };
  for (const answer of Object.values(answers)) topics.watch(ORGANISATION_TOPIC, answer.forget);
  const moveOn = (): Promise<void> => topics.moveOn(ORGANISATION_TOPIC);
  const reference = (): Promise<void> =>
    uow.run(async () => {
      await seedOrganisation(tables);
      await moveOn();
    });
  return { answers, contacts: contactsOf(ctx.settings, { ...answers, clock }), moveOn, reference };
};

type Answers = ReturnType<typeof wireAnswers>;

/** Agencies from files, and one by one by the same rules. */
export const wireAgencies = (
  ctx: ModuleContext<OfficeSettings>,
  { agencies: table }: Pick<ReturnType<typeof openTables>, 'agencies'>,
  { answers: { agencies, places }, moveOn }: Pick<Answers, 'answers' | 'moveOn'>,
) => {
  const { clock, uow, audit, topics, journal, acts } = ctx;
  const importer = agencyImporter({ table, places, clock, moveOn });
  const queries = agencyAdminQueries(table);
  const administration = new AgencyAdministration({
    agencies,
    table,
    queries,
    importer,
    uow,
    audit,
    clock,
    topics,
  });
  const { columns } = importer;
  const controller = agencyAdminController({ places, journal, acts, clock, columns, queries, administration });
  return { importer, routes: agencyRoutes(controller) };
};

/** Holidays and swapped working days, kept by hand. */
export const wireCalendar = (
  ctx: ModuleContext<OfficeSettings>,
  { holidays, workDays }: Pick<ReturnType<typeof openTables>, 'holidays' | 'workDays'>,
  moveOn: Answers['moveOn'],
) => {
  const { uow, audit, journal, acts, clock } = ctx;
  const administration = new CalendarAdministration({ holidays, workDays, uow, audit, moveOn });
  return calendarRoutes(calendarController({ administration, journal, acts, clock }));
};

/** Dated settings and rates, kept by hand. */
export const wireSettings = (
  ctx: ModuleContext<OfficeSettings>,
  tables: Pick<ReturnType<typeof openTables>, 'settings' | 'agencies'>,
  moveOn: Answers['moveOn'],
) => {
  const { uow, audit, journal, acts, clock, settings: office } = ctx;
  const queries = settingAdminQueries(tables, clock);
  const administration = new SettingAdministration({ table: tables.settings, queries, uow, audit, clock, moveOn });
  const controller = settingController({ administration, queries, journal, acts, clock, office });
  return { routes: settingRoutes(controller), health: [settingHealth(queries, clock)] };
};
