import { seedOrganisation } from '../../../seeders/reference/organisation.js';
import { agencies, places, settings } from '../../contracts/organisation.js';
import { defineModule, provide } from '../../core/module.js';
import { agencyImporter } from './agency.importer.js';
import { agencyTable } from './agency.model.js';
import { agencyQueries } from './agency.queries.js';
import { holidayTable } from './holiday.model.js';
import { organisationMigrations } from './migrations.js';
import { officeOf } from './office.queries.js';
import { officeSchema, type OfficeSettings } from './settings.js';
import { communeTable, provinceTable } from './place.model.js';
import { placeQueries } from './place.queries.js';
import { settingTable } from './setting.model.js';
import { settingQueries } from './setting.queries.js';

/** Who the offices are and what holds when: the ground on which every other module stands. */
export const organisation = defineModule<OfficeSettings>({
  id: 'organisation',
  title: 'Agencies, provinces and communes, holidays, dated settings and rates',
  provides: [agencies, places, settings],
  config: officeSchema,
  tables: [
    'organisation_province',
    'organisation_commune',
    'organisation_agency',
    'organisation_holiday',
    'organisation_setting',
  ],
  migrations: organisationMigrations,
  setup: (ctx) => {
    const { db, clock, uow } = ctx;
    const tables = {
      provinces: provinceTable(db.sequelize),
      communes: communeTable(db.sequelize),
      agencies: agencyTable(db.sequelize),
      holidays: holidayTable(db.sequelize),
      settings: settingTable(db.sequelize),
    };
    const answers = {
      agencies: agencyQueries(db, clock, ctx.settings.OFFICE_AGENCY),
      places: placeQueries(db, clock),
      settings: settingQueries(db, clock),
    };
    const reference = async (): Promise<void> => {
      await uow.run(() => seedOrganisation(tables));
      for (const answer of Object.values(answers)) answer.forget();
    };
    return {
      provides: new Map([
        provide(agencies, answers.agencies),
        provide(places, answers.places),
        provide(settings, answers.settings),
      ]),
      office: officeOf(ctx.settings, { ...answers, clock }),
      importers: [agencyImporter({ table: tables.agencies, places: answers.places, forget: answers.agencies.forget })],
      seed: { reference },
    };
  },
});
