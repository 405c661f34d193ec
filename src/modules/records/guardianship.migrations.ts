import { code, day, id, instant, optional, text, unique } from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';

export const guardianshipMigrations: readonly Migration[] = [
  {
    name: '060-guardianship',
    up: (tools) =>
      tools.createTable('records_guardianship', {
        id: id(),
        wardNumber: code(10),
        guardianNumber: code(10),
        relation: code(10),
        paper: code(20),
        paperNumber: text(80),
        until: optional(day()),
        registeredAt: instant(),
        registeredBy: text(120),
        agencyCode: code(5),
        endedAt: optional(instant()),
        endReason: optional(text(200)),
        openKey: optional(unique(code(21))),
      }),
  },
  { name: '061-guardianship-ward', up: (tools) => tools.addIndex('records_guardianship', ['wardNumber']) },
  { name: '062-guardianship-guardian', up: (tools) => tools.addIndex('records_guardianship', ['guardianNumber']) },
];
