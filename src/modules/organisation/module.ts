import { agencies, holidays, officeContacts, places, settings, workCalendar } from '../../contracts/organisation.js';
import { defineModule, provide } from '../../core/module.js';
import { agencyActs, agencyPermissions } from './agency-admin.rules.js';
import { nav } from './menu.js';
import { organisationMigrations } from './migrations.js';
import { officeOf } from './office.queries.js';
import { officeSchema, type OfficeSettings } from './settings.js';
import { settingActs, settingPermissions } from './setting-admin.rules.js';
import { openTables, TABLE_NAMES } from './tables.js';
import { uploadActs, uploadPermissions } from './upload.rules.js';
import { wireUploads } from './upload.wiring.js';
import { wireAgencies, wireAnswers, wireCalendar, wireSettings } from './wiring.js';
import { calendarActs, calendarPermissions } from './work-calendar-admin.rules.js';

/** Who the offices are and what holds when: the ground on which every other module stands; and files with data for all. */
export const organisation = defineModule<OfficeSettings>({
  id: 'organisation',
  title: 'Agencies, provinces and communes, holidays, dated settings and rates, upload of data',
  provides: [agencies, places, settings, officeContacts, holidays, workCalendar],
  permissions: [...uploadPermissions, ...agencyPermissions, ...calendarPermissions, ...settingPermissions],
  acts: { ...uploadActs, ...agencyActs, ...calendarActs, ...settingActs },
  config: officeSchema,
  tables: TABLE_NAMES,
  migrations: organisationMigrations,
  setup: (ctx) => {
    const tables = openTables(ctx.db.sequelize);
    const { answers, contacts, moveOn, reference } = wireAnswers(ctx, tables);
    const own = wireAgencies(ctx, tables, { answers, moveOn });
    const dated = wireSettings(ctx, tables, moveOn);
    const uploads = wireUploads(ctx, { ...answers, uploads: tables.uploads });
    return {
      provides: new Map([
        provide(agencies, answers.agencies),
        provide(places, answers.places),
        provide(settings, answers.settings),
        provide(officeContacts, contacts),
        provide(holidays, answers.holidays),
        provide(workCalendar, answers.calendar),
      ]),
      ...uploads,
      routes: [...uploads.routes, ...own.routes, ...wireCalendar(ctx, tables, moveOn), ...dated.routes],
      health: dated.health,
      nav,
      importers: [own.importer],
      office: officeOf(answers.agencies, contacts),
      seed: { reference },
    };
  },
});
