import type { Migration } from '../../core/db/migrator.js';

export const migrations: readonly Migration[] = [];
