import { spawn } from 'node:child_process';
import { QueryTypes } from 'sequelize';
import { provincePerson } from '../../seeders/province/people.js';
import type { Database } from '../../src/core/db/connection.js';
import { cardQueries } from '../../src/modules/records/card.queries.js';
import { profileOf } from '../../src/modules/records/participant.queries.js';
import { participationQueries } from '../../src/modules/records/participation.queries.js';
import { visitQueries } from '../../src/modules/records/visit.queries.js';
import { Client } from './client.js';
import { addressesOf, LOOKUPS, OFFICER_LISTS, WATCHED_LISTS } from './list-filters.js';
import { median } from './load.js';
import type { Engine, Site } from './site.js';

/** What the large installation is compared with. */
export const FEW = 10_000;
const REPEATS = 15;

/** Makes the province so large by the command line, and tells how many people a second that were. */
export const growTo = async (site: Site, people: number): Promise<number> => {
  const { PATH = '', HOME = '' } = process.env;
  const since = process.hrtime.bigint();
  const child = spawn(process.execPath, ['dist/src/cli.js', 'seed', '--province-scale', String(people)], {
    env: { PATH, HOME, LOG_LEVEL: 'warn', ...site.seedEnv },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`the province was not made: exit code ${code}`);
  return people / (Number(process.hrtime.bigint() - since) / 1e9);
};

const PEOPLE = '/can-bo/nguoi-tham-gia';

type Work = () => Promise<void>;

const opening =
  (client: Client) =>
  ([name, path]: [string, string]): [string, Work] => [
    name,
    async () => {
      const { status } = await client.get(path);
      if (status !== 200) throw new Error(`${path} was answered with ${status}`);
    },
  ];

/** Each filter of an officer's lists, of the public ones, and the search for a person. */
const ofOfficer = async (officer: Client): Promise<[string, Work][]> => {
  const { person } = provincePerson(FEW / 2);
  const form = await officer.form(PEOPLE);
  const searched = async (fields: Readonly<Record<string, string>>): Promise<void> => {
    const status = await officer.send(form, { so: '', hoTen: '', ngaySinh: '', ...fields });
    if (status !== 200) throw new Error(`a search was answered with ${status}`);
  };
  const birth = person.birthDate.split('-').reverse().join('/');
  const name = person.fullName.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd');
  const mine: [string, string] = ['dossiers: maSo', `/can-bo/ho-so?maSo=${person.insuranceNumber}`];
  return [
    ...[...addressesOf([...OFFICER_LISTS, ...LOOKUPS]), mine].map(opening(officer)),
    ['person by number', () => searched({ so: person.insuranceNumber })],
    ['person by name without accents and birth date', () => searched({ hoTen: name, ngaySinh: birth })],
  ];
};

const timeOf = async (work: Work): Promise<number> => {
  const since = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - since) / 1e6;
};

type Address = Pick<Site['server'], 'address'>;

const signedIn = async ({ address }: Address): Promise<[string, Work][]> => {
  const as = (name: string, from: string): Promise<Client> =>
    new Client(address, from).signIn('/can-bo/dang-nhap', name, 'Canbo#2026');
  const monitors = [await as('giamsat', '198.51.100.9'), await as('giamsat.cntt', '198.51.100.10')];
  const watched = monitors.flatMap((monitor, index) =>
    addressesOf(WATCHED_LISTS)
      .map(([name, path]): [string, string] => [`${name} (${index ? 'one unit' : 'all'})`, path])
      .map(opening(monitor)),
  );
  return [...(await ofOfficer(await as('canbo', '198.51.100.8'))), ...watched];
};

export interface LookUpTime {
  readonly what: string;
  /** Median milliseconds. */
  readonly few: number;
  readonly many: number;
}

/** Each look-up in both installations in turns, so that both meet the same machine. */
export const lookUpTimes = async (small: Address, large: Address): Promise<LookUpTime[]> => {
  const [few, many] = [await signedIn(small), new Map(await signedIn(large))];
  const times: LookUpTime[] = [];
  for (const [what, inSmall] of few) {
    const inLarge = many.get(what) ?? inSmall;
    const pairs: { few: number; many: number }[] = [];
    for (let turn = -1; turn < REPEATS; turn += 1) {
      const pair = { few: await timeOf(inSmall), many: await timeOf(inLarge) };
      if (turn >= 0) pairs.push(pair);
    }
    times.push({
      what,
      few: median(pairs.map((pair) => pair.few)),
      many: median(pairs.map((pair) => pair.many)),
    });
  }
  return times;
};

/** The statements of a person's own pages, values written in. */
const recordStatements = async ({ db }: Site, number: string): Promise<string[]> => {
  const seen: string[] = [];
  const rows = async <Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> => {
    const values = [...params];
    seen.push(sql.replace(/\?/g, () => db.sequelize.escape(values.shift() as string)));
    return [];
  };
  const recorder: Database = { ...db, rows, row: async (sql, params) => (await rows<never>(sql, params))[0] };
  const [participations, visits] = [participationQueries(recorder), visitQueries(recorder)];
  await profileOf(recorder)(number);
  await participations.ofFund(number, 'bhxh');
  await participations.all(number);
  await cardQueries(recorder).cardsOf(number);
  await visits.yearsOf(number);
  await visits.visitsOf(number, '2026');
  await visits.allLines(number);
  return seen;
};

interface Step {
  readonly detail?: string;
  readonly table?: string | null;
  readonly type?: string | null;
}

/** Tables that the pages of a person read whole: none, whatever the engine makes of its statistics. */
export const scansOf = async (site: Site, engine: Engine, number: string): Promise<string[]> => {
  const words = engine === 'embedded' ? 'EXPLAIN QUERY PLAN' : 'EXPLAIN';
  const scans: string[] = [];
  for (const sql of await recordStatements(site, number)) {
    const options = { type: QueryTypes.SELECT, exempt: true } as const;
    const steps = await site.db.sequelize.query<Step & object>(`${words} ${sql}`, options);
    for (const { detail = '', table, type } of steps)
      if (type === 'ALL' || /^SCAN (?!.*USING)/.test(detail)) scans.push(table ?? detail);
  }
  return scans;
};
