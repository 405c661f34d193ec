import { provincePerson } from '../../seeders/province/people.js';
import { binh } from '../kit/declaration.js';
import { puzzleOn, summed } from '../kit/puzzle.js';
import { Client } from './client.js';
import { picturesOf } from './dossiers.js';
import { median } from './load.js';
import type { Site } from './site.js';

/** R10: asked so often for people on record and for people who are not. */
const TRIES = 500;

/** What a form asks of one person; sends it and gives the status. */
type Ask = (client: Client, index: number, known: boolean) => Promise<{ send: () => Promise<number> }>;

/** A number of the same shape that nobody has: those of the province go up in steps of 13. */
const numberOf = (index: number, known: boolean): string =>
  String(Number(provincePerson(index).person.insuranceNumber) + (known ? 0 : 1));

const dayOf = (birthDate: string): string => birthDate.split('-').reverse().join('/');

const asks: Readonly<Record<string, Ask>> = {
  'sign-in with a wrong password': async (client, index, known) => {
    const form = await client.form('/dang-nhap');
    const [user = '', secret = ''] = ['text', 'password'].map(
      (kind) => form.inputs.find(({ type }) => type === kind)?.name ?? '',
    );
    return { send: () => client.send(form, { [user]: numberOf(index, known), [secret]: 'Sai-mat-khau-1' }) };
  },
  'forgotten password': async (client, index, known) => {
    const form = await client.form('/quen-mat-khau');
    return { send: () => client.send(form, { soDinhDanh: numberOf(index, known) }) };
  },
  'number look-up': async (client, index, known) => {
    const { person } = provincePerson(index);
    const form = await client.form('/tra-cuu/ma-so-bhxh');
    const { cauDo, words } = puzzleOn((await client.get('/tra-cuu/ma-so-bhxh')).text);
    const fields = { hoTen: person.fullName, ngaySinh: dayOf(person.birthDate), cauDo, ketQua: summed(words) };
    const paper = person.citizenId ?? '';
    const soGiayTo = known ? paper : paper.replace(/^\d{3}/, '099');
    return { send: () => client.send(form, { ...fields, soGiayTo }) };
  },
  'declaration of form 01': async (client, index, known) => {
    const form = await client.form('/dang-ky/ca-nhan');
    const serial = `${known ? 1 : 2}${String(index).padStart(6, '0')}`;
    const own = { insuranceNumber: numberOf(index, known), paperNumber: `04819${serial}`, phone: `097${serial}` };
    return { send: async () => client.send(form, { ...binh, ...own, email: '' }, await picturesOf()) };
  },
};

export interface KnownUnknown {
  readonly what: string;
  /** Median milliseconds. */
  readonly known: number;
  readonly unknown: number;
  /** All answers had one status. */
  readonly alike: boolean;
}

const compare = async (site: Site, what: string, ask: Ask): Promise<KnownUnknown> => {
  const times = { known: [] as number[], unknown: [] as number[] };
  const seen = new Set<number>();
  for (let at = 0; at < TRIES * 2; at += 1) {
    const pair = at >> 1;
    // Who comes first changes with every pair: what is still done for one try slows the next down.
    const known = (at % 2 === 0) === (pair % 2 === 0);
    // Each from an address of its own: limits are not what is measured. Three people of ten have an account.
    const client = new Client(site.server.address, `10.${known ? 1 : 2}.${at >> 8}.${at & 255}`);
    const { send } = await ask(client, Math.floor(pair / 3) * 10 + (pair % 3), known);
    const since = process.hrtime.bigint();
    seen.add(await send());
    times[known ? 'known' : 'unknown'].push(Number(process.hrtime.bigint() - since) / 1e6);
  }
  return { what, known: median(times.known), unknown: median(times.unknown), alike: seen.size === 1 };
};

/** Whether answers tell who is on record by the time they take. */
export const knownAgainstUnknown = async (site: Site): Promise<KnownUnknown[]> => {
  const found: KnownUnknown[] = [];
  for (const [what, ask] of Object.entries(asks)) found.push(await compare(site, what, ask));
  return found;
};
