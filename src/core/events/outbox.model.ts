import type { Sequelize } from 'sequelize';
import { code, count, id, instant, longText, optional, unique, json } from '../db/columns.js';
import { defineTable, type Table } from '../db/table.js';

export interface OutboxRow {
  id: string;
  eventKey: string;
  event: string;
  subscriber: string;
  payload: string;
  /** `waiting` until done; `dead` after the last try. Claimed while `leaseUntil` lies ahead. */
  state: 'waiting' | 'done' | 'dead';
  attempt: number;
  dueAt: Date;
  leaseUntil: Date | null;
  error: string | null;
  createdAt: Date;
  doneAt: Date | null;
}

export const outboxTable = (sequelize: Sequelize): Table<OutboxRow> =>
  defineTable<OutboxRow>(sequelize, 'core_outbox', {
    id: id(),
    eventKey: unique(code(160)),
    event: code(80),
    subscriber: code(80),
    payload: json(),
    state: code(10),
    attempt: count(),
    dueAt: instant(),
    leaseUntil: optional(instant()),
    error: optional(longText()),
    createdAt: instant(),
    doneAt: optional(instant()),
  });
