import {
  code,
  count,
  day,
  flag,
  id,
  instant,
  json,
  money,
  optional,
  serial,
  text,
  unique,
} from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';
import { benefitMigrations } from './benefit.migrations.js';
import { cardKeyMigrations } from './card-key.migrations.js';
import { cardUseMigrations } from './card-use.migrations.js';
import { guardianshipMigrations } from './guardianship.migrations.js';
import { participationMigrations } from './participation.migrations.js';
import { visitMigrations } from './visit.migrations.js';

export const recordsMigrations: readonly Migration[] = [
  {
    name: '001-participant',
    up: (tools) =>
      tools.createTable('records_participant', {
        id: id(),
        insuranceNumber: unique(code(10)),
        citizenId: optional(unique(code(12))),
        fullName: text(120),
        nameFolded: code(120),
        birthDate: code(10),
        birthPrecision: code(5),
        sex: code(6),
        paperNumber: optional(code(20)),
        phone: optional(code(11)),
        email: optional(code(254)),
        street: optional(text(160)),
        communeCode: optional(code(5)),
        provinceCode: optional(code(2)),
        address: text(300),
        oldAddress: optional(text(300)),
        householdCode: optional(code(20)),
        householdRole: optional(code(2)),
        updatedAt: instant(),
      }),
  },
  { name: '002-participant-name', up: (tools) => tools.addIndex('records_participant', ['nameFolded']) },
  {
    name: '003-participation',
    up: (tools) =>
      tools.createTable('records_participation', {
        id: serial(),
        insuranceNumber: code(10),
        fund: code(6),
        kind: code(12),
        fromMonth: code(7),
        toMonth: code(7),
        employerCode: optional(code(10)),
        employerName: text(200),
        jobTitle: text(160),
        position: text(120),
        workplace: text(200),
        wageForContribution: money(),
        wage: money(),
        status: code(10),
        lumpSummed: flag(),
        updatedOn: day(),
      }),
  },
  {
    name: '004-participation-person',
    up: (tools) => tools.addIndex('records_participation', ['insuranceNumber', 'fund', 'fromMonth']),
  },
  {
    name: '005-card',
    up: (tools) =>
      tools.createTable('records_card', {
        id: id(),
        insuranceNumber: code(10),
        number: code(15),
        objectCode: code(2),
        level: code(1),
        areaCode: optional(code(2)),
        validFrom: day(),
        validTo: optional(day()),
        facilityCode: code(5),
        facilityName: text(160),
        fiveYearsFrom: optional(day()),
        issuedOn: day(),
        issuedBy: text(120),
        state: code(10),
      }),
  },
  { name: '006-card-person', up: (tools) => tools.addIndex('records_card', ['insuranceNumber', 'validFrom']) },
  {
    name: '007-object-code',
    up: (tools) =>
      tools.createTable('records_object_code', {
        id: id(),
        code: code(2),
        name: text(200),
        payerGroup: count(),
        level: optional(code(1)),
        validFrom: day(),
        validTo: optional(day()),
      }),
  },
  {
    name: '008-object-code-day',
    up: (tools) => tools.addIndex('records_object_code', ['code', 'validFrom'], { unique: true }),
  },
  {
    name: '009-benefit-rule',
    up: (tools) =>
      tools.createTable('records_benefit_rule', {
        id: id(),
        level: code(1),
        validFrom: day(),
        percent: count(),
        summary: text(300),
        points: json(),
      }),
  },
  {
    name: '010-benefit-rule-day',
    up: (tools) => tools.addIndex('records_benefit_rule', ['level', 'validFrom'], { unique: true }),
  },
  {
    name: '020-opening',
    up: (tools) =>
      tools.createTable('records_opening', {
        id: id(),
        officerId: code(36),
        participantId: code(36),
        purpose: text(300),
        expiresAt: instant(),
      }),
  },
  { name: '021-opening-end', up: (tools) => tools.addIndex('records_opening', ['expiresAt']) },
  {
    name: '022-participant-name-birth',
    up: (tools) => tools.addIndex('records_participant', ['nameFolded', 'birthDate']),
  },
  ...benefitMigrations,
  ...visitMigrations,
  ...cardUseMigrations,
  ...guardianshipMigrations,
  ...participationMigrations,
  ...cardKeyMigrations,
];
