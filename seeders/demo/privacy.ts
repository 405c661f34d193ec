import type { Officers, OfficerSummary } from '../../src/contracts/auth.js';
import { auditTable, type AuditRow } from '../../src/core/audit/audit.model.js';
import { addDays, dayOf, instantAt } from '../../src/core/clock.js';
import type { ModuleContext } from '../../src/core/module.js';

/** The citizen of the demo. */
const AN = '4812345678';
const DOSSIER = '00017/2026/04801';
const HANDLING = `Xử lý hồ sơ ${DOSSIER}`;
const VISIT = 'Người dân đến quầy hỏi cách đổi số điện thoại';

/** Who, how many days ago at what time of the desk, did what, why. */
type Look = readonly [username: string, role: string, days: number, time: string, action: string, purpose: string];

const LOOKS: readonly Look[] = [
  ['canbo', 'Cán bộ tiếp nhận', 41, '09:02', 'approval.dossier-viewed', HANDLING],
  ['canbo', 'Cán bộ tiếp nhận', 41, '09:03', 'approval.picture-viewed', HANDLING],
  ['canbo', 'Cán bộ tiếp nhận', 41, '09:04', 'approval.picture-viewed', HANDLING],
  ['canbo', 'Cán bộ tiếp nhận', 41, '09:05', 'approval.picture-viewed', HANDLING],
  ['canbo', 'Cán bộ tiếp nhận', 41, '09:11', 'approval.approved', HANDLING],
  ['lanhdao', 'Lãnh đạo', 20, '14:20', 'approval.dossier-viewed', HANDLING],
  ['coso', 'Cán bộ tiếp nhận', 6, '10:05', 'approval.help-opened', VISIT],
  ['coso', 'Cán bộ tiếp nhận', 6, '10:09', 'approval.help-opened', VISIT],
];

const momentOf = (days: number, time: string, now: Date): Date => {
  const [hour, minute] = time.split(':').map(Number);
  return instantAt(addDays(dayOf(now), -days), hour ?? 0, minute);
};

const rowOf = ([, role, days, time, action, purpose]: Look, officer: OfficerSummary, now: Date): Partial<AuditRow> => ({
  at: momentOf(days, time, now),
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
