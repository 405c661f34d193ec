import type { Sequelize } from 'sequelize';
import { count, id, instant } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** How often an account has been helped: every act takes the next turn, so that no form acts twice. */
export interface HelpTurnRow {
  accountId: string;
  turn: number;
}

/** A new portrait that waits for its confirmation; deleted when none comes in time. */
export interface HelpFileRow {
  fileId: string;
  until: Date;
}

export const helpTurnTable = (sequelize: Sequelize): Table<HelpTurnRow> =>
  defineTable<HelpTurnRow>(sequelize, 'approval_help_turn', { accountId: id(), turn: count() });

export const helpFileTable = (sequelize: Sequelize): Table<HelpFileRow> =>
  defineTable<HelpFileRow>(sequelize, 'approval_help_file', { fileId: id(), until: instant() });
