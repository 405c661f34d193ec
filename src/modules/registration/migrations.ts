import {
  code,
  count,
  day,
  flag,
  id,
  instant,
  json,
  longText,
  optional,
  primary,
  serial,
  text,
  unique,
} from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';

const index = (name: string, table: string, columns: readonly string[], isUnique = false): Migration => ({
  name,
  up: (tools) => tools.addIndex(table, columns, { unique: isUnique }),
});

/** Tables of dossiers. */
export const migrations: readonly Migration[] = [
  {
    name: '001-dossier',
    up: (tools) =>
      tools.createTable('registration_dossier', {
        id: id(),
        number: unique(code(20)),
        receivedHash: optional(unique(code(64))),
        kind: code(10),
        state: code(12),
        assessment: code(10),
        agencyCode: code(10),
        insuranceNumber: code(10),
        fullName: text(100),
        birthDate: code(10),
        sex: code(6),
        paperNumber: code(20),
        phone: code(15),
        phoneHash: code(64),
        email: optional(text(120)),
        provinceCode: code(10),
        communeCode: code(10),
        street: text(200),
        address: text(400),
        declaredAt: instant(),
        declaredDay: day(),
        lastDay: day(),
        remindedOn: optional(day()),
        handedInAt: optional(instant()),
        handedInBy: optional(text(120)),
        papersSeen: optional(text(200)),
        reviewerId: optional(code(36)),
        reviewerName: optional(text(120)),
        reviewedAt: optional(instant()),
        decidedAt: optional(instant()),
        decidedByName: optional(text(120)),
        reason: optional(longText()),
        wrongFields: json(),
        withoutNewPaper: flag(),
        repairHash: optional(code(64)),
        purgedAt: optional(instant()),
        version: count(),
      }),
  },
  index('002-dossier-agency', 'registration_dossier', ['agencyCode', 'declaredAt', 'id']),
  index('003-dossier-state', 'registration_dossier', ['agencyCode', 'state', 'declaredAt', 'id']),
  index('004-dossier-declared', 'registration_dossier', ['declaredAt', 'id']),
  index('005-dossier-person', 'registration_dossier', ['insuranceNumber', 'declaredAt']),
  index('006-dossier-phone', 'registration_dossier', ['phone', 'declaredAt']),
  index('007-dossier-last-day', 'registration_dossier', ['state', 'lastDay']),
  index('008-dossier-decided', 'registration_dossier', ['state', 'decidedAt']),
  {
    name: '009-picture',
    up: (tools) =>
      tools.createTable('registration_picture', {
        id: id(),
        dossierId: code(36),
        kind: code(10),
        name: text(120),
        type: code(20),
        fileId: code(36),
        rotation: count(),
        addedAt: instant(),
        addedBy: text(120),
        current: flag(true),
      }),
  },
  index('010-picture-dossier', 'registration_picture', ['dossierId', 'kind']),
  {
    name: '011-history',
    up: (tools) =>
      tools.createTable('registration_history', {
        id: serial(),
        dossierId: code(36),
        at: instant(),
        actorId: code(36),
        actorName: text(120),
        title: text(120),
        note: text(1_000),
      }),
  },
  index('012-history-dossier', 'registration_history', ['dossierId', 'id']),
  {
    name: '013-name-word',
    up: (tools) => tools.createTable('registration_name_word', { id: serial(), dossierId: code(36), word: code(100) }),
  },
  index('014-name-word-word', 'registration_name_word', ['word', 'dossierId']),
  index('015-name-word-dossier', 'registration_name_word', ['dossierId', 'word'], true),
  {
    name: '016-sequence',
    up: (tools) => tools.createTable('registration_sequence', { agencyYear: primary(code(16)), last: count() }),
  },
  {
    name: '017-draft',
    up: (tools) =>
      tools.createTable('registration_draft', {
        id: id(),
        draftHash: code(64),
        kind: code(10),
        name: text(120),
        type: code(20),
        fileId: code(36),
        expiresAt: instant(),
      }),
  },
  index('018-draft-kind', 'registration_draft', ['draftHash', 'kind'], true),
  index('019-draft-expiry', 'registration_draft', ['expiresAt']),
  {
    name: '020-doomed-file',
    up: (tools) => tools.createTable('registration_doomed_file', { fileId: primary(code(36)), since: instant() }),
  },
  { name: '021-dossier-changes', up: (tools) => tools.addColumn('registration_dossier', 'changes', optional(json())) },
  {
    name: '022-dossier-declared-by',
    up: (tools) => tools.addColumn('registration_dossier', 'declaredByName', optional(text(120))),
  },
  {
    name: '023-dossier-open-key',
    up: (tools) => tools.addColumn('registration_dossier', 'openKey', optional(code(30))),
  },
  index('024-dossier-open', 'registration_dossier', ['openKey'], true),
  index('050-dossier-handed-in', 'registration_dossier', ['agencyCode', 'handedInAt']),
  index('051-dossier-agency-decided', 'registration_dossier', ['agencyCode', 'decidedAt']),
  index('052-dossier-kind', 'registration_dossier', ['agencyCode', 'kind', 'declaredAt', 'id']),
  {
    name: '040-dossier-repaired',
    up: (tools) => tools.addColumn('registration_dossier', 'repairedHash', optional(code(64))),
  },
  index('041-dossier-repaired', 'registration_dossier', ['repairedHash'], true),
  index('042-dossier-repair', 'registration_dossier', ['repairHash']),
  {
    name: '043-repair-attempt',
    up: (tools) =>
      tools.createTable('registration_repair_attempt', {
        bucket: primary(code(64)),
        failures: count(),
        until: instant(),
      }),
  },
  {
    name: '053-name-word-declared',
    up: async (tools) => {
      await tools.addColumn('registration_name_word', 'declaredAt', optional(instant()));
      await tools.update(
        'UPDATE registration_name_word SET declared_at = (SELECT d.declared_at FROM registration_dossier d WHERE d.id = dossier_id) WHERE declared_at IS NULL',
      );
    },
  },
  index('055-dossier-assessment', 'registration_dossier', ['agencyCode', 'assessment', 'declaredAt', 'id']),
  index('056-dossier-waiting', 'registration_dossier', ['agencyCode', 'state', 'handedInAt', 'id']),
  index('057-dossier-to-repair', 'registration_dossier', ['agencyCode', 'state', 'repairHash', 'decidedAt']),
  // With all that is asked for: the wide rows of the table are left alone.
  index('058-dossier-came', 'registration_dossier', ['agencyCode', 'handedInAt', 'declaredAt', 'id']),
  index('059-dossier-to-hand-in', 'registration_dossier', ['agencyCode', 'state', 'lastDay', 'id']),
  index('060-dossier-times', 'registration_dossier', ['agencyCode', 'decidedAt', 'handedInAt']),
  index('054-name-word-newest', 'registration_name_word', ['word', 'declaredAt', 'dossierId']),
  index('044-repair-attempt-until', 'registration_repair_attempt', ['until']),
];
