import type { Sequelize } from 'sequelize';
import { code, id, instant, optional, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** A call about a card that makes trouble while its holder stands at a facility. */
export interface CallRow {
  id: string;
  /** Whose officers deal with it. */
  agencyCode: string;
  state: 'open' | 'closed';
  facility: string;
  /** As it stands on the card; its last ten digits are the number of the person. */
  cardNumber: string;
  insuranceNumber: string;
  phone: string;
  trouble: string;
  openedAt: Date;
  openedBy: string;
  closedAt: Date | null;
  closedBy: string | null;
  outcome: string | null;
}

export const callTable = (sequelize: Sequelize): Table<CallRow> =>
  defineTable<CallRow>(sequelize, 'support_call', {
    id: id(),
    agencyCode: code(5),
    state: code(6),
    facility: text(200),
    cardNumber: code(15),
    insuranceNumber: code(10),
    phone: code(15),
    trouble: text(500),
    openedAt: instant(),
    openedBy: text(160),
    closedAt: optional(instant()),
    closedBy: optional(text(160)),
    outcome: optional(text(500)),
  });
