import { Store, type SessionData } from 'express-session';
import { HOUR, type Clock } from '../clock.js';
import { code, instant, json, primary } from '../db/columns.js';
import type { Database } from '../db/connection.js';
import { defineTable, type Table } from '../db/table.js';

interface SessionRow {
  id: string;
  data: string;
  expiresAt: Date;
}

/** A session nobody touched for this long is dropped; the idle limits of the realms are shorter. */
export const SESSION_LIFE = HOUR;

type Done = (error?: unknown) => void;

/** Sessions in the database of the house, for installations without Redis. */
export class DatabaseSessionStore extends Store {
  private readonly table: Table<SessionRow>;

  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {
    super();
    this.table = defineTable<SessionRow>(db.sequelize, 'core_session', {
      id: primary(code(64)),
      data: json(),
      expiresAt: instant(),
    });
  }

  override get(id: string, callback: (error: unknown, session?: SessionData | null) => void): void {
    this.db
      .row<{ data: string }>('SELECT data FROM core_session WHERE id = ? AND expires_at > ?', [id, this.clock.now()])
      .then(
        (row) => callback(null, row ? (JSON.parse(row.data) as SessionData) : null),
        (error: unknown) => callback(error),
      );
  }

  override set(id: string, session: SessionData, callback: Done = () => undefined): void {
    const row = { data: JSON.stringify(session), expiresAt: new Date(this.clock.now().getTime() + SESSION_LIFE) };
    this.db.uow
      .run(async () => {
        if ((await this.table.count({ id })) > 0) await this.table.change(row, { id });
        else await this.table.insert({ id, ...row });
      })
      .then(() => callback(), callback);
  }

  override destroy(id: string, callback: Done = () => undefined): void {
    this.db.uow.run(() => this.table.remove({ id })).then(() => callback(), callback);
  }

  /** Expiry moves with `set` only, which the session layer calls at most once a minute. */
  override touch(_id: string, _session: SessionData, callback: Done = () => undefined): void {
    callback();
  }

  /** How many have expired. */
  async prunable(): Promise<number> {
    const sql = 'SELECT COUNT(*) AS n FROM core_session WHERE expires_at <= ?';
    return Number((await this.db.row<{ n: number }>(sql, [this.clock.now()]))?.n ?? 0);
  }

  /** Removes what has expired; returns how many. */
  async prune(): Promise<number> {
    const rows = await this.db.rows<{ id: string }>('SELECT id FROM core_session WHERE expires_at <= ? LIMIT 1000', [
      this.clock.now(),
    ]);
    return rows.length ? this.db.uow.run(() => this.table.remove({ id: rows.map((row) => row.id) })) : 0;
  }
}
