import type { DossierQueries, DossierSteps } from '../../src/contracts/registration.js';
import type { Browser, Fields } from '../kit/browser.js';
import type { House } from '../kit/house.js';
import { dossierFiles } from '../kit/pictures.js';

export const FORM = '/dang-ky/ca-nhan';

/** A form 01 that is right in every field. */
export const goodFields = {
  insuranceNumber: '4811223344',
  fullName: 'Trần Thị Bình',
  birthDate: '12/05/1990',
  sex: 'female',
  paperNumber: '048190001234',
  phone: '0905612347',
  email: 'binh@vidu.example',
  province: '48',
  commune: '20209',
  street: 'Tổ 14, đường Hà Huy Tập',
  agency: '04802',
  commitment: 'yes',
} as const;

/** Declares and returns the path of the received page. */
export const declare = async (browser: Browser, fields: Fields = {}): Promise<string> => {
  const answer = await browser.submit(FORM, { ...goodFields, ...fields }, { files: await dossierFiles() });
  if (answer.status !== 303) throw new Error(`declaring was answered with ${answer.status}`);
  return answer.get('Location') ?? '';
};

const part = <T>(house: House, key: string): T => {
  const found = house.app.modules.flatMap(({ parts }) => [...(parts.provides ?? [])]).find(([name]) => name === key);
  if (!found) throw new Error(`nobody provides ${key}`);
  return found[1] as T;
};

export const queriesOf = (house: House): DossierQueries => part(house, 'registration.queries');
export const stepsOf = (house: House): DossierSteps => part(house, 'registration.steps');

export const countOf = async (house: House, table: string): Promise<number> =>
  Number((await house.app.db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))?.n ?? 0);

/** The dossier number that a received page shows. */
export const numberOn = (html: string): string => /\d{5}\/\d{4}\/\d{5}/.exec(html)?.[0] ?? '';

/** Runs a job without its lease: leases stand in the way of a clock that is moved back. */
export const runJob = async (house: House, name: string): Promise<void> => {
  const parts = house.app.modules.map((module) => module.parts);
  const job = parts.flatMap(({ jobs }) => jobs ?? []).find((candidate) => candidate.name === name);
  const kept = parts.flatMap(({ retention }) => retention ?? []).find((candidate) => candidate.name === name);
  if (!job && !kept) throw new Error(`no job ${name}`);
  await job?.run();
  await kept?.purge();
};
