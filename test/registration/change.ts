import type { Dossier } from '../../src/contracts/registration.js';
import type { Browser, Fields } from '../kit/browser.js';
import { visibleText } from '../kit/forms.js';
import type { House } from '../kit/house.js';
import { queriesOf } from './form.js';

export const CHANGE = '/ca-nhan/thay-doi-thong-tin';
export const CODES = '/ca-nhan/thay-doi-thong-tin/xac-nhan';
export const STOP = '/ca-nhan/ngung-su-dung';
export const STOP_CODE = '/ca-nhan/ngung-su-dung/xac-nhan';

/** Nguyễn Văn An, who has an account and no dossier of his own. */
export const AN = { number: '4812345678', phone: '0912345678', email: 'an.nguyen@vidu.example' } as const;

/** Somebody with an account, signed in, and a phone nobody has. */
export interface Holder {
  readonly browser: Browser;
  readonly number: string;
  readonly phone: string;
  readonly newPhone: string;
}

/** Hands out the holders of accounts, each once: a second sign-in would be another device. */
export const holdersOf = (house: House) => {
  let waiting: { number: string; phone: string }[] | undefined;
  return async (): Promise<Holder> => {
    waiting ??= await house.app.db.rows(
      `SELECT insurance_number AS number, phone FROM auth_account a WHERE insurance_number <> ? AND NOT EXISTS
        (SELECT 1 FROM registration_dossier d WHERE d.insurance_number = a.insurance_number AND d.kind <> 'new')
        ORDER BY insurance_number`,
      [AN.number],
    );
    const next = waiting.shift();
    if (!next) throw new Error('nobody is left');
    const newPhone = `0905700${String(waiting.length).padStart(3, '0')}`;
    return { ...next, newPhone, browser: await house.citizen(next.number) };
  };
};

/** Requests of a person, newest first, whole. */
export const requestsOf = async (house: House, insuranceNumber: string): Promise<Dossier[]> => {
  const queries = queriesOf(house);
  const { rows } = await queries.list({ agencies: 'all', insuranceNumber }, { limit: 50 });
  const found = await Promise.all(rows.filter(({ kind }) => kind !== 'new').map(({ id }) => queries.find(id, 'all')));
  return found.filter((dossier) => dossier !== undefined);
};

/** The newest code that was sent to a phone. */
export const codeAt = async (house: House, to: string): Promise<string> => {
  await house.settle();
  const texts = (await house.messages({ to, channel: 'sms' })).map(({ text }) => text);
  return /Ma OTP: (\d{6})/.exec(texts.findLast((text) => text.includes('Ma OTP')) ?? '')?.[1] ?? '';
};

/** Another code than the one given. */
export const otherThan = (code: string): string => (code === '000000' ? '111111' : '000000');

export const askChange = (browser: Browser, fields: Fields) => browser.submit(CHANGE, fields);

/** Types the codes of both phones. */
export const confirmPhone = async (house: House, { browser, phone, newPhone }: Holder) =>
  browser.submit(CODES, { maOtp: await codeAt(house, phone), maOtpMoi: await codeAt(house, newPhone) });

export const textOf = async (browser: Browser, path: string): Promise<string> =>
  visibleText((await browser.get(path)).text);
