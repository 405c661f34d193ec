import type { Browser, Fields } from '../kit/browser.js';
import type { House } from '../kit/house.js';
import { accountsOf } from '../auth/ports.js';
import type { Case, Desk } from './desk.js';

export const SEARCH = '/can-bo/tai-khoan';
const PAPER = 'Căn cước công dân, thẻ căn cước';

/** What every form of the desk asks, filled in. */
export const IDENTIFIED = { giayTo: PAPER, daDoiChieu: 'on', khopAnh: 'on' } as const;

/** A person with account and approved registration, pictures included. */
export interface Person extends Case {
  readonly accountId: string;
  readonly page: string;
  readonly portrait: string;
  readonly email: string;
}

export const openHelp = (house: House, desk: Desk) => {
  const { db } = house.app;
  const account = (number: string) =>
    db.row<{ id: string; phone: string; state: string; kind: string; epoch: number }>(
      'SELECT id, phone, state, password_kind AS kind, epoch FROM auth_account WHERE insurance_number = ?',
      [number],
    );
  return {
    account,
    aPerson: async (): Promise<Person> => {
      const known = await desk.known();
      const email = `nguoi.${known.insuranceNumber}@vidu.vn`;
      const dossier = await desk.aDossier({ ...known, state: 'approved', email });
      const portrait = await desk.aPicture(dossier, 'portrait');
      await desk.aPicture(dossier, 'front');
      const accounts = accountsOf(house);
      const password = await accounts.prepareFirstPassword();
      const { id, phone } = dossier;
      const subject = { kind: 'dossier', id };
      await db.uow.run(() => accounts.open({ ...known, citizenId: null, phone, email, key: id, subject }, password));
      const row = await account(dossier.insuranceNumber);
      if (!row) throw new Error('no account was opened');
      return { ...dossier, email, accountId: row.id, page: `${SEARCH}/${row.id}`, portrait };
    },
    /** The audit of one account, oldest first. */
    audit: (accountId: string) =>
      db.rows<{ action: string; actorName: string; person: string; purpose: string; details: string }>(
        `SELECT action, actor_name AS actorName, person, purpose, details FROM core_audit
          WHERE subject_kind = 'account' AND subject_id = ? AND action LIKE 'approval.%' ORDER BY id`,
        [accountId],
      ),
    setSecondPerson: (value: 0 | 1) =>
      db.uow.run(async () => {
        await db.sequelize.query(`UPDATE organisation_setting SET value = '${value}' WHERE name = 'second_person'`);
      }),
  };
};

export const open = (officer: Browser, so: string, fields: Fields = {}) =>
  officer.submit(SEARCH, { so, mucDich: 'mat-dien-thoai', ...fields });
