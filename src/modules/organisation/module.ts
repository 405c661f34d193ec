import { seedOrganisation } from '../../../seeders/reference/organisation.js';
import {
  agencies,
  holidays,
  officeContacts,
  ORGANISATION_TOPIC,
  places,
  settings,
} from '../../contracts/organisation.js';
import { defineModule, provide } from '../../core/module.js';
import { agencyImporter } from './agency.importer.js';
import { agencyQueries } from './agency.queries.js';
import { holidayQueries } from './holiday.queries.js';
import { nav } from './menu.js';
import { organisationMigrations } from './migrations.js';
import { contactsOf, officeOf } from './office.queries.js';
import { placeQueries } from './place.queries.js';
import { settingQueries } from './setting.queries.js';
import { officeSchema, type OfficeSettings } from './settings.js';
import { openTables, TABLE_NAMES } from './tables.js';
import { uploadActs, uploadPermissions } from './upload.rules.js';
import { wireUploads } from './upload.wiring.js';

/** Who the offices are and what holds when: the ground on which every other module stands; and files with data for all. */
export const organisation = defineModule<OfficeSettings>({
  id: 'organisation',
  title: 'Agencies, provinces and communes, holidays, dated settings and rates, upload of data',
  provides: [agencies, places, settings, officeContacts, holidays],
  permissions: uploadPermissions,
  acts: uploadActs,
  config: officeSchema,
  tables: TABLE_NAMES,
  migrations: organisationMigrations,
  setup: (ctx) => {
    const { db, clock, uow } = ctx;
    const tables = openTables(db.sequelize);
    const answers = {
      agencies: agencyQueries(db, clock, ctx.settings.OFFICE_AGENCY),
      places: placeQueries(db, clock),
      settings: settingQueries(db, clock),
      holidays: holidayQueries(tables.holidays, clock),
    };
    for (const answer of Object.values(answers)) ctx.topics.watch(ORGANISATION_TOPIC, answer.forget);
    const moveOn = (): Promise<void> => ctx.topics.moveOn(ORGANISATION_TOPIC);
    const contacts = contactsOf(ctx.settings, { ...answers, clock });
    const reference = async (): Promise<void> => {
      await uow.run(async () => {
        await seedOrganisation(tables);
        await moveOn();
      });
    };
    return {
      provides: new Map([
        provide(agencies, answers.agencies),
        provide(places, answers.places),
        provide(settings, answers.settings),
        provide(officeContacts, contacts),
        provide(holidays, answers.holidays),
      ]),
      ...wireUploads(ctx, { ...answers, uploads: tables.uploads }),
      nav,
      importers: [agencyImporter({ table: tables.agencies, places: answers.places, moveOn })],
      office: officeOf(answers.agencies, contacts),
      seed: { reference },
    };
  },
});
