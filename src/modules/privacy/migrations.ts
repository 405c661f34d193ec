import { code, count, flag, id, instant, longText, optional, text, unique } from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';

/** Tables of texts and consents. */
export const migrations: readonly Migration[] = [
  {
    name: '020-text',
    up: (tools) =>
      tools.createTable('privacy_text', {
        id: id(),
        code: code(40),
        version: count(),
        title: text(160),
        body: longText(),
        legalBasis: text(300),
        needsConsent: flag(),
        validFrom: instant(),
        hash: code(64),
      }),
  },
  { name: '021-text-version', up: (tools) => tools.addIndex('privacy_text', ['code', 'version'], { unique: true }) },
  {
    name: '022-consent',
    up: (tools) =>
      tools.createTable('privacy_consent', {
        id: id(),
        insuranceNumber: code(10),
        code: code(40),
        version: count(),
        hash: code(64),
        channel: code(10),
        givenAt: instant(),
        withdrawnAt: optional(instant()),
        openKey: optional(unique(code(60))),
      }),
  },
  { name: '023-consent-person', up: (tools) => tools.addIndex('privacy_consent', ['insuranceNumber', 'givenAt']) },
];
