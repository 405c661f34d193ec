import type { App } from './app.js';
import { runInContext, system } from './core/context.js';

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
