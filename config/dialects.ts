import type { Dialect } from '../src/core/db/dialect.js';
import { mysqlDialect } from '../src/core/db/dialects/mysql.js';
import { sqliteDialect } from '../src/core/db/dialects/sqlite.js';

/** The engine that the address of the database names. */
export const dialectFor = (databaseUrl: string): Dialect =>
  databaseUrl.startsWith('mysql:') ? mysqlDialect(databaseUrl) : sqliteDialect(databaseUrl.slice('sqlite:'.length));
