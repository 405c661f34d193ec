import type { Sequelize } from 'sequelize';
import { code, id, instant, json, optional, text, unique } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** What can be proposed: the approval of a dossier, or a new phone given at the desk. */
export type ProposalKind = 'dossier' | 'phone';
export type ProposalState = 'waiting' | 'confirmed' | 'rejected' | 'cancelled';

/** An act that one officer wants and a second one has to confirm. */
export interface SecondPersonRow {
  id: string;
  kind: ProposalKind;
  /** The dossier's or the account's id. */
  subjectId: string;
  /** Set while it waits: a subject has one open proposal of a kind. */
  openKey: string | null;
  label: string;
  insuranceNumber: string;
  /** The agency whose officers, and those above it, see the proposal. */
  agencyCode: string;
  /** JSON: what the handler of the kind needs; emptied when it is over. */
  payload: string;
  state: ProposalState;
  proposedById: string;
  proposedByName: string;
  proposedAt: Date;
  decidedById: string | null;
  decidedByName: string | null;
  decidedAt: Date | null;
  reason: string | null;
}

export const secondPersonTable = (sequelize: Sequelize): Table<SecondPersonRow> =>
  defineTable<SecondPersonRow>(sequelize, 'approval_second', {
    id: id(),
    kind: code(10),
    subjectId: code(36),
    openKey: optional(unique(code(50))),
    label: text(120),
    insuranceNumber: code(10),
    agencyCode: code(5),
    payload: json(),
    state: code(10),
    proposedById: code(36),
    proposedByName: text(120),
    proposedAt: instant(),
    decidedById: optional(code(36)),
    decidedByName: optional(text(120)),
    decidedAt: optional(instant()),
    reason: optional(text(500)),
  });
