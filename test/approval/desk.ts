import { hkdfSync } from 'node:crypto';
import type { DossierState, PictureKind } from '../../src/contracts/registration.js';
import { addDays, dayOf } from '../../src/core/clock.js';
import { createVault } from '../../src/core/files/vault.js';
import { newId } from '../../src/core/ids.js';
import { nameWords } from '../../src/core/text.js';
import type { DossierRow } from '../../src/modules/registration/dossier.model.js';
import { openTables } from '../../src/modules/registration/tables.js';
import type { Browser, Fields } from '../kit/browser.js';
import type { House } from '../kit/house.js';
import { picture } from '../kit/pictures.js';

type Given = Partial<
  Pick<
    DossierRow,
    'insuranceNumber' | 'fullName' | 'phone' | 'email' | 'agencyCode' | 'kind' | 'paperNumber' | 'birthDate' | 'changes'
  >
> & {
  readonly state?: DossierState;
};

/** A dossier as a test knows it. */
export interface Case {
  readonly id: string;
  readonly number: string;
  readonly path: string;
  readonly phone: string;
  readonly insuranceNumber: string;
}

/** Dossiers, people and what is in the database, for tests of review. */
export const openDesk = (house: House) => {
  const tables = openTables(house.app.db.sequelize);
  const { db, config } = house.app;
  const vault = createVault(config.uploadDir, Buffer.from(hkdfSync('sha256', config.key, '', 'files', 32)));
  let serial = 0;

  const write = (row: DossierRow): Promise<void> =>
    db.uow.run(async () => {
      await tables.dossiers.insert(row);
      await tables.words.insertMany(nameWords(row.fullName).map((word) => ({ dossierId: row.id, word })));
      await tables.history.insert({
        dossierId: row.id,
        at: row.declaredAt,
        actorId: '',
        actorName: 'Người kê khai',
        title: 'Kê khai tờ khai',
        note: '',
      });
    });

  /** Stores a dossier of an invented person whom the registry does not know, unless told otherwise. */
  const aDossier = async ({ state = 'declared', ...given }: Given = {}): Promise<Case> => {
    serial += 1;
    const tail = String(serial).padStart(4, '0');
    const now = house.clock.now();
    const agencyCode = given.agencyCode ?? '04801';
    const later = state !== 'declared';
    const reviewed = later && state !== 'handed_in';
    const row: DossierRow = {
      id: newId(),
      number: `9${tail}/2026/${agencyCode}`,
      receivedHash: null,
      kind: 'new',
      state,
      assessment: 'none',
      agencyCode,
      insuranceNumber: `489990${tail}`,
      fullName: 'Phan Thị Lạ',
      birthDate: '01/02/1980',
      sex: 'female',
      paperNumber: `04818000${tail}`,
      phone: `090588${tail}`,
      phoneHash: '',
      email: null,
      provinceCode: '48',
      communeCode: '20209',
      street: '1 Lê Lợi',
      address: '1 Lê Lợi, phường Thanh Khê, thành phố Đà Nẵng',
      declaredAt: now,
      declaredDay: dayOf(now),
      lastDay: addDays(dayOf(now), 10),
      remindedOn: null,
      handedInAt: later ? now : null,
      handedInBy: later ? 'Lê Thu Hà' : null,
      papersSeen: later ? 'Hộ chiếu' : null,
      reviewerId: null,
      reviewerName: reviewed ? 'Lê Thu Hà' : null,
      reviewedAt: reviewed ? now : null,
      decidedAt: null,
      decidedByName: null,
      reason: null,
      wrongFields: '[]',
      withoutNewPaper: false,
      repairHash: null,
      repairedHash: null,
      changes: null,
      declaredByName: null,
      openKey: null,
      purgedAt: null,
      version: 1,
      ...given,
    };
    await write(row);
    return { ...row, path: `/can-bo/ho-so/${row.id}` };
  };

  const aPicture = async (
    of: Case,
    kind: PictureKind,
    file?: { bytes: Buffer; type: 'application/pdf' },
  ): Promise<string> => {
    const id = newId();
    const fileId = await vault.put(file?.bytes ?? (await picture()));
    const row = {
      id,
      dossierId: of.id,
      kind,
      name: `${kind}.jpg`,
      type: file?.type ?? ('image/jpeg' as const),
      fileId,
      rotation: 0,
    };
    await db.uow.run(() =>
      tables.pictures.insert({ ...row, addedAt: house.clock.now(), addedBy: 'Người kê khai', current: true }),
    );
    return id;
  };

  /** People of the registry who have no account, each handed out once. */
  let waiting: { insuranceNumber: string; fullName: string }[] | undefined;
  const known = async (): Promise<{ insuranceNumber: string; fullName: string }> => {
    waiting ??= await db.rows(
      `SELECT insurance_number AS insuranceNumber, full_name AS fullName FROM records_participant
        WHERE insurance_number NOT IN (SELECT insurance_number FROM auth_account) AND insurance_number <> '4811223344' ORDER BY insurance_number`,
    );
    const next = waiting.shift();
    if (!next) throw new Error('nobody is left in the registry');
    return next;
  };

  return {
    aDossier,
    aPicture,
    known,
    stateOf: async ({ id }: Case) =>
      (await tables.dossiers.one(
        { id },
        { columns: ['state', 'assessment', 'version', 'agencyCode', 'reviewerName'] },
      )) as DossierRow,
    history: async ({ id }: Case) =>
      (await tables.history.many({ dossierId: id }, { order: [['id', 'ASC']] })).map(({ title }) => title),
    account: (number: string) => db.row('SELECT id FROM auth_account WHERE insurance_number = ?', [number]),
    audit: (of: Case) =>
      db.rows<{ action: string; actorName: string; person: string; agencyCode: string }>(
        'SELECT action, actor_name AS actorName, person, agency_code AS agencyCode FROM core_audit WHERE subject_id = ? ORDER BY id',
        [of.id],
      ),
    sms: async (to: string) => {
      await house.settle();
      return (await house.messages({ to, channel: 'sms' })).map(({ text }) => text);
    },
  };
};
export type Desk = ReturnType<typeof openDesk>;

/** The act on a dossier, sent from its page. */
export const act = (officer: Browser, of: Case, verb: string, fields: Fields = {}) =>
  officer.submit(`${of.path}/${verb}`, fields, { page: of.path });

export const approve = (officer: Browser, of: Case) => act(officer, of, 'danh-gia', { ketQua: 'hop-le' });
