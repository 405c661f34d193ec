import { cpus } from 'node:os';
import { provincePerson } from '../../seeders/province/people.js';
import { decisions, submissions } from './dossiers.js';
import { importProvince, PEOPLE, type Imported } from './import.js';
import type { Comparison } from './beside-floor.js';
import { knownAgainstUnknown, type KnownUnknown } from './known-unknown.js';
import { participationPage } from './participation.js';
import { PUBLIC_PAGES, publicPage } from './public-pages.js';
import { FEW, growTo, lookUpTimes, scansOf, type LookUpTime } from './scale.js';
import { MYSQL, openSite, type Engine, type Site } from './site.js';

interface Line {
  readonly id: string;
  readonly what: string;
  readonly figure: string;
  readonly bar: string;
  readonly ok: boolean;
}

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const whole = (value: number): string => value.toFixed(value < 100 ? 1 : 0);

const COUNTED = [
  'records_participant',
  'records_participation',
  'records_card',
  'auth_account',
  'registration_dossier',
];

const sizes = async ({ db }: Site): Promise<string> => {
  const counts: string[] = [];
  for (const table of COUNTED)
    counts.push(`${table} ${(await db.row<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))?.n}`);
  return counts.join(', ');
};

/** What the memory of a process may grow by in the second half of a file. */
const FLAT = 50;

const importLine = (id: string, what: string, { rows, floor, ours, memory }: Imported): Line => {
  const ratio = ours / floor;
  const figure = `${ratio.toFixed(2)} (${whole(ours)} of ${whole(floor)} rows/s, ${rows} rows, ${memory.map(whole).join(' then ')} MB)`;
  const bar = id === 'S6' ? '>= 0.4, memory flat' : 'memory flat';
  return { id, what, figure, bar, ok: (id !== 'S6' || ratio >= 0.4) && memory[1] <= memory[0] + FLAT };
};

const imports = async ({ folder }: Site): Promise<Line[]> => {
  const { people, participation } = await importProvince(MYSQL, folder, print);
  return [
    importLine('S6', 'import of participants against LOAD DATA of the same file', people),
    importLine('-', 'import of participation against LOAD DATA of the same file', participation),
  ];
};

const plain = (what: string, figure: string): Line => ({ id: '-', what, figure, bar: '', ok: true });

const floorLine = (id: string, what: string, page: Comparison, least: number): Line => ({
  id,
  what: `${what}, against the floor`,
  figure: `${page.ratio.toFixed(2)} (${whole(page.ours)}/s of ${whole(page.floor)}/s, p99 ${page.p99} ms, ${page.bytes} bytes)`,
  bar: `>= ${least}`,
  ok: page.ratio >= least,
});

const participation = async (site: Site, number: string, of: string): Promise<Line> =>
  floorLine('S1', `participation page of ${of}, signed in`, await participationPage(site, number), 0.45);

const publicPages = async (site: Site): Promise<Line[]> => {
  const lines: Line[] = [];
  for (const path of PUBLIC_PAGES) lines.push(floorLine('S2', `${path} for guests`, await publicPage(site, path), 0.7));
  return lines;
};

const lookUpLine = ({ what, few, many }: LookUpTime, name: string): Line => {
  const ratio = many / few;
  const figure = `${ratio.toFixed(2)} (${many.toFixed(1)} ms, ${few.toFixed(1)} ms among ${FEW})`;
  return { id: 'S3', what: `${what}, ${PEOPLE} people, ${name}`, figure, bar: '<= 1.3', ok: ratio <= 1.3 };
};

/** Milliseconds by which the time of an answer may tell who is on record. */
const TELLING = 5;

const knownLine = ({ what, known, unknown, alike }: KnownUnknown, name: string): Line => {
  const apart = Math.abs(known - unknown);
  const figure = `${apart.toFixed(1)} ms apart (known ${known.toFixed(1)} ms, unknown ${unknown.toFixed(1)} ms), ${alike ? 'one status' : 'SEVERAL STATUSES'}`;
  return { id: 'R10', what: `${what}, ${name}`, figure, bar: '<= 5 ms, one status', ok: apart <= TELLING && alike };
};

/** S3: each look-up among few and among many. */
const lookUps = async (site: Site, engine: Engine): Promise<Line[]> => {
  const small = await openSite(engine);
  try {
    await growTo(small, FEW);
    return (await lookUpTimes(small.server, site.server)).map((time) => lookUpLine(time, site.db.dialect.name));
  } finally {
    await small.close();
  }
};

const atScale = async (site: Site, engine: Engine): Promise<Line[]> => {
  const name = site.db.dialect.name;
  const speed = await growTo(site, PEOPLE);
  print(`  a province: ${await sizes(site)}`);
  const lines = [
    ...(await lookUps(site, engine)),
    ...(await knownAgainstUnknown(site)).map((one) => knownLine(one, name)),
  ];
  const { insuranceNumber } = provincePerson(Math.floor(PEOPLE / 20) * 10).person;
  const scans = await scansOf(site, engine, insuranceNumber);
  const found = scans.length ? scans.join(', ') : 'none';
  const what = `tables that pages of a person read whole, ${name}`;
  lines.push(plain(`province made, people a second, ${name}`, whole(speed)));
  lines.push({ id: 'S3', what, figure: found, bar: 'none', ok: scans.length === 0 });
  if (engine === 'server') lines.push(await participation(site, insuranceNumber, `one among ${PEOPLE}`));
  return lines;
};

const measure = async (engine: Engine): Promise<Line[]> => {
  const site = await openSite(engine);
  const lines: Line[] = [];
  try {
    const name = site.db.dialect.name;
    print(`${name}: ${await sizes(site)}; first answer after ${whole(site.server.startedIn)} ms`);
    if (engine === 'server') {
      lines.push(...(await publicPages(site)), await participation(site, '4812345678', 'the demo'));
      lines.push(...(await imports(site)));
    }
    lines.push(plain(`declarations with three pictures, ${name}`, `${whole(await submissions(site, 120))}/s`));
    lines.push(plain(`approvals by three officers, ${name}`, `${whole(await decisions(site, 60))}/s`));
    print(`  afterwards: ${await sizes(site)}`);
    lines.push(...(await atScale(site, engine)));
  } finally {
    await site.close();
  }
  return lines;
};

const table = (lines: readonly Line[]): void => {
  print('\n| id | what | measured | bar | |\n| --- | --- | --- | --- | --- |');
  for (const { id, what, figure, bar, ok } of lines)
    print(`| ${id} | ${what} | ${figure} | ${bar} | ${bar && (ok ? 'met' : 'MISSED')} |`);
};

print(`${cpus().length} cores, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}; load and server share them`);
const lines = [...(await measure('server')), ...(await measure('embedded'))];
table(lines);
process.exit(lines.every(({ ok }) => ok) ? 0 : 1);
