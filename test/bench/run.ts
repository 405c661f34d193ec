import { cpus } from 'node:os';
import { decisions, submissions } from './dossiers.js';
import { importProvince, type Imported } from './import.js';
import { participationPage } from './participation.js';
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

const measure = async (engine: Engine): Promise<Line[]> => {
  const site = await openSite(engine);
  const lines: Line[] = [];
  try {
    const name = site.db.dialect.name;
    print(`${name}: ${await sizes(site)}; first answer after ${whole(site.server.startedIn)} ms`);
    if (engine === 'server') {
      const page = await participationPage(site, 3, 8);
      const figure = `${page.ratio.toFixed(2)} (${whole(page.ours)}/s of ${whole(page.floor)}/s, p99 ${page.p99} ms, ${page.bytes} bytes)`;
      lines.push({
        id: 'S1',
        what: 'participation page, signed in, against the floor',
        figure,
        bar: '>= 0.45',
        ok: page.ratio >= 0.45,
      });
    }
    if (engine === 'server') lines.push(...(await imports(site)));
    const declared = await submissions(site, 120);
    lines.push({
      id: '-',
      what: `declarations with three pictures, ${name}`,
      figure: `${whole(declared)}/s`,
      bar: '',
      ok: true,
    });
    const decided = await decisions(site, 60);
    lines.push({
      id: '-',
      what: `approvals by three officers, ${name}`,
      figure: `${whole(decided)}/s`,
      bar: '',
      ok: true,
    });
    print(`  afterwards: ${await sizes(site)}`);
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
