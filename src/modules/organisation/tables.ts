import type { Sequelize } from 'sequelize';
import { agencyTable } from './agency.model.js';
import { holidayTable } from './holiday.model.js';
import { communeTable, provinceTable } from './place.model.js';
import { settingTable } from './setting.model.js';
import { uploadTable } from './upload.model.js';
import { workDayTable } from './work-day.model.js';

/** All tables of the module, bound to one connection. */
export const openTables = (sequelize: Sequelize) => ({
  provinces: provinceTable(sequelize),
  communes: communeTable(sequelize),
  agencies: agencyTable(sequelize),
  holidays: holidayTable(sequelize),
  workDays: workDayTable(sequelize),
  settings: settingTable(sequelize),
  uploads: uploadTable(sequelize),
});

export const TABLE_NAMES = [
  'organisation_province',
  'organisation_commune',
  'organisation_agency',
  'organisation_holiday',
  'organisation_work_day',
  'organisation_setting',
  'organisation_upload',
] as const;
