import { existsSync } from 'node:fs';
import type { ModuleDefinition } from '../src/core/module.js';
import type { Slice } from './index.js';

/** The variables of the process, with those of a `.env` file beneath them. */
export const environment = (): NodeJS.ProcessEnv => {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
};

/** What each module reads of the environment. */
export const slices = (modules: readonly ModuleDefinition[]): Slice[] =>
  modules.map(({ id, config }) => ({ id, schema: config }));
