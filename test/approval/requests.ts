import type { ChangedField, DossierChange, DossierState } from '../../src/contracts/registration.js';
import type { Browser } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import type { House } from '../kit/house.js';
import { picture } from '../kit/pictures.js';
import { act, approve, type Case, type Desk } from './desk.js';

/** Somebody with an account, and what is on file of him. */
export interface Holder {
  readonly insuranceNumber: string;
  readonly fullName: string;
  readonly phone: string;
  readonly email: string;
}

export interface Asked {
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
}

export const NEW_ADDRESS = '25 Nguyễn Văn Linh, phường Hải Châu, thành phố Đà Nẵng';

/** People with accounts and what they ask for on-line. */
export const openRequests = (house: House, desk: Desk) => {
  let serial = 0;

  /** Registers somebody through an officer. */
  const aHolder = async (officer: Browser): Promise<Holder> => {
    serial += 1;
    const tail = String(serial).padStart(3, '0');
    const who = { ...(await desk.known()), phone: `0935500${tail}`, email: `nguoi${tail}@vidu.vn` };
    const answer = await approve(officer, await desk.aDossier({ state: 'handed_in', ...who }));
    if (answer.status !== 303) throw new Error(`no account: ${answer.status}`);
    await house.settle();
    return who;
  };

  const aChange = (holder: Holder, asked: Asked, state: DossierState = 'handed_in'): Promise<Case> => {
    const from: Record<ChangedField, string> = { ...holder, address: '1 Lê Lợi, phường Thanh Khê, thành phố Đà Nẵng' };
    const changes: DossierChange[] = (['phone', 'email', 'address'] as const).flatMap((field) => {
      const to = asked[field];
      return to === undefined ? [] : [{ field, from: from[field], to }];
    });
    return desk.aDossier({ ...holder, kind: 'change', changes: JSON.stringify(changes), state });
  };

  const aStop = (holder: Holder, state: DossierState = 'handed_in'): Promise<Case> =>
    desk.aDossier({ ...holder, kind: 'stop', state });

  return {
    aHolder,
    aChange,
    aStop,
    account: ({ insuranceNumber }: Pick<Holder, 'insuranceNumber'>) =>
      house.app.db.row<{ phone: string; email: string | null; epoch: number }>(
        'SELECT phone, email, epoch FROM auth_account WHERE insurance_number = ?',
        [insuranceNumber],
      ),
    onFile: ({ insuranceNumber }: Holder) =>
      house.app.db.row<{ phone: string; email: string | null; address: string }>(
        'SELECT phone, email, address FROM records_participant WHERE insurance_number = ?',
        [insuranceNumber],
      ),
  };
};

/** **Xác nhận**, from the page of the question. */
export const confirm = (officer: Browser, of: Case) => officer.submit(`${of.path}/xac-nhan`);

/** **Thay ảnh** of the portrait by an officer. */
export const replacePortrait = async (officer: Browser, of: Case) =>
  officer.submit(`${of.path}/thay-anh/portrait`, {}, { files: { tep: { bytes: await picture(), name: 'moi.jpg' } } });

export const refuseRequest = (officer: Browser, of: Case) =>
  act(officer, of, 'danh-gia', { ketQua: 'khong-hop-le', lyDo: 'khac', vietThem: 'Chưa rõ nơi ở mới' });

export const read = async (officer: Browser, path: string): Promise<string> =>
  visibleText((await officer.get(path)).text);
