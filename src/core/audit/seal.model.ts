import type { Database } from '../db/connection.js';
import { code, count, instant, primary, unique, whole } from '../db/columns.js';
import { defineTable, type Table } from '../db/table.js';

/** One audit row in the chain. Positions are ours and have no gaps; ids of rows have some wherever a unit failed. */
export interface SealRow {
  position: number;
  rowId: number;
  /** Hash of the audit row alone: tells an altered row from an altered seal. */
  rowHash: string;
  /** Hash over this seal and the one before. */
  hash: string;
}

/** The seals of one run. */
export interface BlockRow {
  number: number;
  firstPosition: number;
  lastPosition: number;
  rowCount: number;
  /** Highest id of an audit row sealed so far. */
  highestId: number;
  /** Rows from before this moment were all sealed when the block was written. */
  upTo: Date;
  sealedAt: Date;
  /** Hash of its last seal. */
  hash: string;
  /** Over all of the above and the block before. */
  mac: string;
}

/** Where the chain begins after its old end was deleted by the clock. */
export interface AnchorRow {
  name: string;
  number: number;
  position: number;
  hash: string;
  blockMac: string;
  at: Date;
  mac: string;
}

/** There is one. */
export const ANCHOR = 'begin';

export interface SealTables {
  readonly seals: Table<SealRow>;
  readonly blocks: Table<BlockRow>;
  readonly anchors: Table<AnchorRow>;
}

export const sealTables = ({ sequelize }: Database): SealTables => ({
  seals: defineTable<SealRow>(sequelize, 'core_audit_seal', {
    position: primary(whole()),
    rowId: unique(whole()),
    rowHash: code(64),
    hash: code(64),
  }),
  blocks: defineTable<BlockRow>(sequelize, 'core_audit_block', {
    number: primary(whole()),
    firstPosition: whole(),
    lastPosition: whole(),
    rowCount: count(),
    highestId: whole(),
    upTo: instant(),
    sealedAt: instant(),
    hash: code(64),
    mac: code(64),
  }),
  anchors: defineTable<AnchorRow>(sequelize, 'core_audit_anchor', {
    name: primary(code(20)),
    number: whole(),
    position: whole(),
    hash: code(64),
    blockMac: code(64),
    at: instant(),
    mac: code(64),
  }),
});
