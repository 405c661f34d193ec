import { auditTable } from '../../src/core/audit/audit.model.js';
import type { Agencies } from '../../src/contracts/organisation.js';
import { DAY, type Clock } from '../../src/core/clock.js';
import type { Database } from '../../src/core/db/connection.js';
import type { Table } from '../../src/core/db/table.js';
import type { UnitOfWork } from '../../src/core/db/unit-of-work.js';
import { newId } from '../../src/core/ids.js';
import { nameWords } from '../../src/core/text.js';
import { NOT_REMINDED, type AccountRow } from '../../src/modules/auth/account.model.js';
import type { DeviceRow } from '../../src/modules/auth/device.model.js';
import { demoCast } from '../cast.js';
import { demoActivity, demoDevices, demoLastSignIn } from './auth-activity.js';
import { hashing } from '../../src/modules/auth/hashing.service.js';
import type { OfficerRoleRow, OfficerRow, OfficerWordRow } from '../../src/modules/auth/officer.model.js';

const OFFICER_PASSWORD = 'Canbo#2026';
export const CITIZEN_PASSWORD = 'Ansinh#2026';

type DemoOfficer = Pick<OfficerRow, 'username' | 'fullName' | 'role'> & { agency: string; insuranceNumber?: string };

/** Agencies of the central level are named, because their codes belong to the reference data. */
const OFFICERS: readonly DemoOfficer[] = [
  { username: 'canbo', fullName: 'Lê Thu Hà', role: 'reception', agency: '04801', insuranceNumber: '4809120034' },
  { username: 'canbo2', fullName: 'Võ Minh Khoa', role: 'reception', agency: '04801', insuranceNumber: '4809120057' },
  { username: 'lanhdao', fullName: 'Trần Quốc Bảo', role: 'leader', agency: '04801' },
  { username: 'bientap', fullName: 'Đặng Ngọc Lan', role: 'editor', agency: '04801' },
  { username: 'quantri', fullName: 'Phan Hữu Đức', role: 'admin', agency: '04801' },
  { username: 'coso', fullName: 'Huỳnh Thị Mai', role: 'reception', agency: '04802' },
  { username: 'giamsat', fullName: 'Nguyễn Hải Yến', role: 'monitor', agency: 'Ban Quản lý Thu - Sổ, Thẻ' },
  { username: 'giamsat.cntt', fullName: 'Bùi Anh Tuấn', role: 'monitor', agency: 'Trung tâm Công nghệ thông tin' },
];

/** What is printed after the demo was seeded. */
export const demoNotes: readonly string[] = [
  `Công dân: 4812345678 (Nguyễn Văn An), mật khẩu ${CITIZEN_PASSWORD}`,
  `Cán bộ (/can-bo/dang-nhap): ${OFFICERS.map(({ username }) => username).join(', ')}; mật khẩu ${OFFICER_PASSWORD}`,
];

export interface DemoParts {
  readonly accounts: Table<AccountRow>;
  readonly devices: Table<DeviceRow>;
  readonly db: Database;
  readonly officers: Table<OfficerRow>;
  readonly officerRoles: Table<OfficerRoleRow>;
  readonly officerWords: Table<OfficerWordRow>;
  readonly agencies: Agencies;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

type Citizen = Pick<AccountRow, 'insuranceNumber' | 'citizenId' | 'fullName' | 'phone' | 'email'>;

const AN: Citizen = {
  insuranceNumber: '4812345678',
  citizenId: '048085012321',
  fullName: 'Nguyễn Văn An',
  phone: '0912345678',
  email: 'an.nguyen@vidu.example',
};

export const accountOf = (
  { insuranceNumber, citizenId, fullName, phone, email }: Citizen,
  passwordHash: string,
  openedAt: Date,
): AccountRow => ({
  id: newId(),
  insuranceNumber,
  citizenId,
  fullName,
  phone,
  email,
  state: 'active',
  createdAt: openedAt,
  lastSignInAt: null,
  passwordHash,
  passwordKind: 'chosen',
  passwordSetAt: openedAt,
  mustChange: false,
  remindedDays: NOT_REMINDED,
  epoch: 1,
  deviceLabel: '',
  deviceSince: null,
  deviceSeenAt: null,
});

/**
 * Eight officers at their desks, one citizen to sign in as with some weeks of sign-ins, and the accounts of those whose dossiers are approved.
 * Each password is hashed once: hashing is slow on purpose.
 */
export const seedDemo = async (parts: DemoParts): Promise<void> => {
  const [officerHash, citizenHash] = await Promise.all([
    hashing.hash(OFFICER_PASSWORD),
    hashing.hash(CITIZEN_PASSWORD),
  ]);
  const { accounts, devices, db, officers, officerRoles, officerWords, agencies, uow, clock } = parts;
  const now = clock.now();
  const openedAt = new Date(now.getTime() - 40 * DAY);
  const approved = demoCast().get('approved') ?? [];
  const officerRows = await Promise.all(
    OFFICERS.map(async ({ agency, insuranceNumber, ...officer }) => ({
      ...officer,
      id: newId(),
      agencyCode: await agencyCode(agencies, agency),
      insuranceNumber: insuranceNumber ?? null,
      passwordHash: officerHash,
      epoch: 1,
      version: 1,
      active: true,
      createdAt: now,
      lastSignInAt: null,
    })),
  );
  await uow.run(async () => {
    await officers.insertMany(officerRows);
    await officerRoles.insertMany(officerRows.map(({ id, role }) => ({ officerId: id, role, turn: 0 })));
    await officerWords.insertMany(
      officerRows.flatMap(({ id, fullName }) => nameWords(fullName).map((word) => ({ officerId: id, word }))),
    );
    const an = { ...accountOf(AN, citizenHash, openedAt), lastSignInAt: demoLastSignIn(now) };
    await accounts.insertMany([an, ...approved.map((citizen) => accountOf(citizen, citizenHash, openedAt))]);
    await devices.insertMany(demoDevices(an.id, now));
    await auditTable(db.sequelize).insertMany(demoActivity(an, now));
  });
};

const CENTRAL = '00001';

const agencyCode = async (agencies: Agencies, codeOrName: string): Promise<string> => {
  if (/^\d{5}$/.test(codeOrName)) return codeOrName;
  for (const code of await agencies.subtree(CENTRAL)) if ((await agencies.find(code))?.name === codeOrName) return code;
  throw new Error(`the reference data has no agency named "${codeOrName}"`);
};
