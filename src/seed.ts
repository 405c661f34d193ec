import { MOST_PEOPLE } from '../seeders/province/people.js';
import type { App } from './app.js';
import { runInContext, system } from './core/context.js';
import { createProgress, type Screen } from './core/import/progress.js';

type SeedKind = 'reference' | 'demo';

/** Seeds of one kind, module after module. Reference seeds may run again and again; the demo is refused in production. */
export const seed = async (app: App, kind: SeedKind): Promise<void> => {
  if (kind === 'demo' && app.config.production) throw new Error('demo data is refused in production');
  await runInContext({ requestId: `seed-${kind}`, ip: '', actor: system }, async () => {
    for (const { parts } of app.modules) await parts.seed?.[kind]?.();
  });
};

/** At the first start of a development installation: reference rows, the demo, and who may sign in. */
export const seedFirstStart = async (app: App): Promise<void> => {
  await seed(app, 'reference');
  if (app.config.production) return;
  await seed(app, 'demo');
  const notes = app.modules.flatMap(({ parts }) => parts.demoNotes ?? []);
  const address = app.config.publicUrl;
  process.stdout.write(`\nAn Sinh: ${address}\n${notes.map((note) => `  ${note}\n`).join('')}\n`);
};

/** People whose rows are made and stored together: what is held in memory stays the same. */
const AT_ONCE = 2_000;

/**
 * A made-up province for measuring. The same people come out every time and rows that are there stay, so a run that was
 * ended is made whole by the next one, and a larger number adds to a smaller one.
 */
export const seedProvince = async (app: App, people: number, screen: Screen): Promise<void> => {
  if (app.config.production) throw new Error('a made-up province is refused in production');
  if (!Number.isInteger(people) || people < 1 || people > MOST_PEOPLE)
    throw new Error(`--province-scale takes a whole number of people, 1 to ${MOST_PEOPLE}`);
  const { db, modules, clock } = app;
  const parts = await Promise.all(modules.flatMap(({ parts: { seed: own } }) => own?.province?.() ?? []));
  const progress = createProgress(clock, screen);
  let rowsRead = 0;
  const show = (position: number): void => progress.show({ rowsRead, position, size: people, rejected: 0 });
  show(0);
  for (let from = 0; from < people; from += AT_ONCE) {
    const to = Math.min(from + AT_ONCE, people);
    const loads = parts.flatMap((rowsOf) => rowsOf(from, to));
    await db.uow.run(async () => {
      for (const load of loads) await db.bulk(load);
    });
    rowsRead += loads.reduce((sum, { rows }) => sum + rows.length, 0);
    show(to);
  }
  progress.end();
};
