import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** The second engine is tested where one is named; .ci/run names it. */
const servers = Boolean(process.env['TEST_MYSQL_URL'] && process.env['TEST_REDIS_URL']);

const everywhere = {
  globalSetup: ['test/kit/global-setup.ts'],
  // Files follow one another in as many processes as there are cores. Nothing in src/ keeps state outside a built app, so
  // none needs a process of its own, and reading the sources once instead of 250 times takes a third of the time.
  pool: 'forks' as const,
  isolate: false,
  testTimeout: 30_000,
  hookTimeout: 120_000,
};

/** Files that touch no database, or are about pages, gain nothing from a second run; the long journeys do. */
const ENGINE_FREE = [
  'test/architecture/**',
  'test/**/*.rules.test.ts',
  'test/**/*.schema.test.ts',
  'test/browser/!(journey|change|feedback-journey).test.ts',
];

const project = (name: 'embedded' | 'server', exclude: string[]) => ({
  test: { ...everywhere, name, include: ['test/**/*.test.ts'], exclude, env: { TEST_ENGINE: name } },
});

export default defineConfig({
  test: {
    projects: [project('embedded', []), ...(servers ? [project('server', ENGINE_FREE)] : [])],
    // As many files at a time as there are cores; the library would leave one idle, which on two cores doubles the time.
    maxWorkers: availableParallelism(),
    reporters: ['default'],
  },
});
