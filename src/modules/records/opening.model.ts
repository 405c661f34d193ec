import type { Sequelize } from 'sequelize';
import { code, id, instant, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** An officer has named a purpose and may read one person's record for a while. */
export interface OpeningRow {
  id: string;
  officerId: string;
  participantId: string;
  purpose: string;
  expiresAt: Date;
}

export const openingTable = (sequelize: Sequelize): Table<OpeningRow> =>
  defineTable<OpeningRow>(sequelize, 'records_opening', {
    id: id(),
    officerId: code(36),
    participantId: code(36),
    purpose: text(300),
    expiresAt: instant(),
  });
