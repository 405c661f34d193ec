import type { Officers, OfficerSummary } from '../../src/contracts/auth.js';
import { auditTable, type AuditRow } from '../../src/core/audit/audit.model.js';
import { DAY, HOUR, MINUTE } from '../../src/core/clock.js';
import type { ModuleContext } from '../../src/core/module.js';

/** The citizen of the demo. */
const AN = '4812345678';
const DOSSIER = '00017/2026/04801';
const HANDLING = `Xử lý hồ sơ ${DOSSIER}`;
const VISIT = 'Người dân đến quầy hỏi cách đổi số điện thoại';

/** Who, so long before now, did what, why. */
type Look = readonly [username: string, role: string, before: number, action: string, purpose: string];

const LOOKS: readonly Look[] = [
  ['canbo', 'Cán bộ tiếp nhận', 41 * DAY, 'approval.dossier-viewed', HANDLING],
  ['canbo', 'Cán bộ tiếp nhận', 41 * DAY - MINUTE, 'approval.picture-viewed', HANDLING],
  ['canbo', 'Cán bộ tiếp nhận', 41 * DAY - 2 * MINUTE, 'approval.picture-viewed', HANDLING],
  ['canbo', 'Cán bộ tiếp nhận', 41 * DAY - 3 * MINUTE, 'approval.picture-viewed', HANDLING],
  ['canbo', 'Cán bộ tiếp nhận', 41 * DAY - 9 * MINUTE, 'approval.approved', HANDLING],
  ['lanhdao', 'Lãnh đạo', 20 * DAY - HOUR, 'approval.dossier-viewed', HANDLING],
  ['coso', 'Cán bộ tiếp nhận', 6 * DAY, 'approval.help-opened', VISIT],
  ['coso', 'Cán bộ tiếp nhận', 6 * DAY - 4 * MINUTE, 'approval.help-opened', VISIT],
];

const rowOf = ([, role, before, action, purpose]: Look, officer: OfficerSummary, now: Date): Partial<AuditRow> => ({
  at: new Date(now.getTime() - before),
  action,
  actorRealm: 'officer',
  actorId: officer.id,
  actorName: officer.fullName,
  actorRole: role,
  agencyCode: officer.agencyCode,
  subjectKind: action.startsWith('approval.help') ? 'account' : 'dossier',
  subjectId: 'demo',
  subjectLabel: action.startsWith('approval.help') ? '' : DOSSIER,
  person: AN,
  purpose,
  details: '{}',
  ip: '10.48.1.24',
  requestId: 'seed-demo',
});

/** What officers looked at in the weeks before. Only while nothing is sealed: afterwards old moments would be a forgery. */
export const seedPrivacyDemo = async (
  { db, uow, clock, journal }: ModuleContext,
  officers: Officers,
): Promise<void> => {
  const sealed = await db.row('SELECT number FROM core_audit_block LIMIT 1');
  const known = await journal.list({ person: AN, realm: 'officer' }, { limit: 1 });
  if (sealed || known.length > 0) return;
  const rows: Partial<AuditRow>[] = [];
  for (const look of LOOKS) {
    const officer = await officers.byUsername(look[0]);
    if (officer) rows.push(rowOf(look, officer, clock.now()));
  }
  await uow.run(() => auditTable(db.sequelize).insertMany(rows));
};
