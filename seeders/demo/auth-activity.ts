import type { AuditRow } from '../../src/core/audit/audit.model.js';
import { addDays, dayOf, instantAt } from '../../src/core/clock.js';
import { newId } from '../../src/core/ids.js';
import type { AccountRow } from '../../src/modules/auth/account.model.js';
import type { DeviceRow } from '../../src/modules/auth/device.model.js';

const PHONE = 'điện thoại Android, trình duyệt Chrome';
const DESK = 'máy tính Windows, trình duyệt Edge';
const STRANGER = 'máy tính Windows, trình duyệt Firefox';
const [MOBILE, HOME, ELSEWHERE] = ['171.225.184.73', '113.176.61.20', '203.113.148.9'];

type Owner = Pick<AccountRow, 'id' | 'insuranceNumber' | 'fullName'>;

/** One line: days before the seeding, time of day, what, on which device, from where. */
type Line = readonly [days: number, time: string, action: string, device: string, ip: string];

/** Six weeks on a phone and now and then at a desk; once somebody else tried. The oldest first. */
const LINES: readonly Line[] = [
  [39, '19:26', 'auth.signed-in', PHONE, MOBILE],
  [39, '19:35', 'auth.signed-out', PHONE, MOBILE],
  [33, '07:12', 'auth.signed-in', PHONE, MOBILE],
  [26, '10:05', 'auth.signed-in', DESK, HOME],
  [26, '10:33', 'auth.signed-out', DESK, HOME],
  [19, '20:41', 'auth.signed-in', PHONE, MOBILE],
  [12, '23:17', 'auth.sign-in-failed', STRANGER, ELSEWHERE],
  [11, '06:48', 'auth.signed-in', PHONE, MOBILE],
  [5, '14:20', 'auth.signed-in', DESK, HOME],
  [5, '14:29', 'auth.device-changed', PHONE, MOBILE],
  [5, '14:42', 'auth.signed-out', PHONE, MOBILE],
  [1, '20:03', 'auth.signed-in', PHONE, MOBILE],
  [1, '20:15', 'auth.signed-out', PHONE, MOBILE],
];

const momentOf = ([days, time]: Line, now: Date): Date => {
  const [hour, minute] = time.split(':').map(Number);
  return instantAt(addDays(dayOf(now), -days), hour ?? 0, minute);
};

/** Nobody is known before the password was right: signing out is the only act of the citizen himself. */
const actorOf = (action: string, owner: Owner): Pick<AuditRow, 'actorRealm' | 'actorId' | 'actorName' | 'actorRole'> =>
  action === 'auth.signed-out'
    ? { actorRealm: 'citizen', actorId: owner.id, actorName: owner.fullName, actorRole: 'Công dân' }
    : { actorRealm: 'guest', actorId: '', actorName: 'Khách', actorRole: 'Khách' };

/** What the audit has of this account. */
export const demoActivity = (owner: Owner, now: Date): Partial<AuditRow>[] =>
  LINES.map((line) => {
    const [, , action, device, ip] = line;
    return {
      ...actorOf(action, owner),
      at: momentOf(line, now),
      action,
      agencyCode: '',
      subjectKind: 'account',
      subjectId: owner.id,
      subjectLabel: owner.insuranceNumber,
      person: owner.insuranceNumber,
      purpose: '',
      details: JSON.stringify({ device }),
      ip,
      requestId: newId(),
    };
  });

/** The two devices of these sign-ins. */
export const demoDevices = (accountId: string, now: Date): DeviceRow[] =>
  [PHONE, DESK].map((label) => {
    const times = LINES.filter(([, , action, device]) => device === label && action !== 'auth.signed-out').map((line) =>
      momentOf(line, now),
    );
    const [firstSeenAt = now, lastSeenAt = now] = [times[0], times.at(-1)];
    return { id: newId(), accountId, label, firstSeenAt, lastSeenAt };
  });

/** The last sign-in of these. */
export const demoLastSignIn = (now: Date): Date =>
  LINES.filter(([, , action]) => action === 'auth.signed-in').reduce((_, line) => momentOf(line, now), now);
