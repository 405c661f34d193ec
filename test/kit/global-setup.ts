import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { dropDatabasesOf } from './mysql.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of this run: key, templates, databases of test files. */
    runDir: string;
  }
}

const KEY = 'a1'.repeat(32);

/** One folder per run and project; everything in it, and every database named after it, is gone at the end. */
export default function setup(project: TestProject): () => Promise<void> {
  if (!existsSync('dist/public/manifest.json')) execFileSync(process.execPath, ['build.mjs'], { stdio: 'inherit' });
  const runDir = mkdtempSync(join(tmpdir(), `ansinh-test-${process.pid}-`));
  writeFileSync(join(runDir, 'files.key'), KEY);
  project.provide('runDir', runDir);
  return async () => {
    const server = process.env['TEST_MYSQL_URL'];
    if (server && project.name === 'server') await dropDatabasesOf(server, runDir);
    rmSync(runDir, { recursive: true, force: true });
  };
}
