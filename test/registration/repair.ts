import type { Dossier, DossierSteps, Refusal } from '../../src/contracts/registration.js';
import { guest, runInContext } from '../../src/core/context.js';
import type { Browser } from '../kit/browser.js';
import type { House } from '../kit/house.js';
import { picture } from '../kit/pictures.js';
import { declare, goodFields, numberOn, queriesOf, stepsOf } from './form.js';

export const CODE_PAGE = '/dang-ky/sua-ho-so';

const officer = { ...guest, realm: 'officer', id: 'o', name: 'Lê Thu Hà', role: 'Cán bộ tiếp nhận' } as const;

/** What an officer does to dossiers, without his pages. */
export const asOfficer = <T>(house: House, work: (steps: DossierSteps) => Promise<T>): Promise<T> =>
  runInContext({ requestId: 'test', ip: '127.0.0.1', actor: officer }, () => work(stepsOf(house)));

export const find = async (house: House, id: string): Promise<Dossier> => {
  const dossier = await queriesOf(house).find(id, 'all');
  if (!dossier) throw new Error('no dossier');
  return dossier;
};

export interface Refused {
  readonly id: string;
  readonly number: string;
  /** Address of the received page. */
  readonly received: string;
  /** Form 01 as it was declared. */
  readonly person: Readonly<Record<string, string>>;
  readonly code: string;
  readonly link: string;
}

let people = 0;

/** A dossier that was declared, handed in, taken and refused: version 4. */
export const refused = async (house: House, refusal: Partial<Refusal> = {}): Promise<Refused> => {
  people += 1;
  const tail = String(people).padStart(3, '0');
  const person = { insuranceNumber: `4860000${tail}`, phone: `0905300${tail}`, email: `nguoi${tail}@vidu.example` };
  const browser = house.browser();
  const received = await declare(browser, person);
  const number = numberOn((await browser.get(received)).text);
  const [row] = (await queriesOf(house).list({ agencies: 'all', number }, { limit: 1 })).rows;
  const id = row?.id ?? '';
  const { repairCode, repairLink } = await asOfficer(house, async (steps) => {
    await steps.handIn({ id, version: 1 }, 'Căn cước');
    await steps.take({ id, version: 2 });
    const usual = { reason: 'Ảnh mờ. Xem lại tên.', shortReason: 'Anh mo', fields: ['fullName', 'front'] };
    return steps.refuse({ id, version: 3 }, { ...usual, withoutNewPaper: false, ...refusal });
  });
  const link = new URL(repairLink).pathname;
  return { id, number, received, person: { ...goodFields, ...person }, code: repairCode, link };
};

export const photo = async (name = 'anh-moi.jpg') => ({ bytes: await picture(), name, type: 'image/jpeg' });

/** Number and code on the page that asks for them. */
export const enter = (browser: Browser, number: string, code: string) => browser.submit(CODE_PAGE, { number, code });
