import { code, day, flag, id, json, number, optional, primary, text } from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';
import { agencyMigrations } from './agency.migrations.js';
import { uploadMigrations } from './upload.migrations.js';

export const organisationMigrations: readonly Migration[] = [
  {
    name: '001-province',
    up: (tools) =>
      tools.createTable('organisation_province', { code: primary(code(2)), name: text(80), nameFolded: code(80) }),
  },
  {
    name: '002-commune',
    up: (tools) =>
      tools.createTable('organisation_commune', {
        code: primary(code(5)),
        name: text(80),
        nameFolded: code(80),
        provinceCode: code(2),
      }),
  },
  {
    name: '003-commune-province',
    up: (tools) => tools.addIndex('organisation_commune', ['provinceCode', 'nameFolded']),
  },
  { name: '004-commune-name', up: (tools) => tools.addIndex('organisation_commune', ['nameFolded']) },
  {
    name: '005-agency',
    up: (tools) =>
      tools.createTable('organisation_agency', {
        code: primary(code(5)),
        name: text(160),
        shortName: text(120),
        nameFolded: code(160),
        level: code(10),
        parentCode: optional(code(5)),
        path: code(60),
        provinceCode: optional(code(2)),
        serves: json(),
        address: text(240),
        phone: text(40),
        openingHours: text(160),
        latitude: optional(number()),
        longitude: optional(number()),
        locationApproximate: flag(),
        receives: flag(),
      }),
  },
  { name: '006-agency-path', up: (tools) => tools.addIndex('organisation_agency', ['path']) },
  { name: '007-agency-name', up: (tools) => tools.addIndex('organisation_agency', ['nameFolded']) },
  {
    name: '008-holiday',
    up: (tools) => tools.createTable('organisation_holiday', { day: primary(day()), name: text(120) }),
  },
  {
    name: '009-setting',
    up: (tools) =>
      tools.createTable('organisation_setting', { id: id(), name: code(60), validFrom: day(), value: text(1000) }),
  },
  {
    name: '010-setting-day',
    up: (tools) => tools.addIndex('organisation_setting', ['name', 'validFrom'], { unique: true }),
  },
  ...uploadMigrations,
  {
    name: '030-work-day',
    up: (tools) => tools.createTable('organisation_work_day', { day: primary(day()), name: text(120) }),
  },
  ...agencyMigrations,
];
