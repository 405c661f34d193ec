import type { Sequelize } from 'sequelize';
import { code, flag, id, instant, optional, text, whole } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import type { UploadState } from './upload.rules.js';

/** A file that an administrator sent to be taken in, and how far that has come. Its content lies in the long files. */
export interface UploadRow {
  /** Also the name of the file on disk. */
  id: string;
  /** Name on disk of the lines that were refused. */
  refusedId: string;
  kind: string;
  fileName: string;
  size: number;
  /** Looks at everything and writes nothing. */
  dryRun: boolean;
  state: UploadState;
  officerId: string;
  officerName: string;
  agencyCode: string;
  position: number;
  rowsRead: number;
  added: number;
  changed: number;
  unchanged: number;
  repeated: number;
  rejected: number;
  /** Why it waits or failed, in Vietnamese. */
  note: string | null;
  cancelAsked: boolean;
  /** Who works on it until when; whoever dies is relieved after that. */
  worker: string;
  leaseUntil: Date;
  receivedAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  /** Both files are still on disk. */
  kept: boolean;
}

export const uploadTable = (sequelize: Sequelize): Table<UploadRow> =>
  defineTable<UploadRow>(sequelize, 'organisation_upload', {
    id: id(),
    refusedId: code(36),
    kind: code(40),
    fileName: text(120),
    size: whole(),
    dryRun: flag(),
    state: code(10),
    officerId: code(36),
    officerName: text(120),
    agencyCode: code(5),
    position: whole(),
    rowsRead: whole(),
    added: whole(),
    changed: whole(),
    unchanged: whole(),
    repeated: whole(),
    rejected: whole(),
    note: optional(text(500)),
    cancelAsked: flag(),
    worker: code(36),
    leaseUntil: instant(),
    receivedAt: instant(),
    startedAt: optional(instant()),
    endedAt: optional(instant()),
    kept: flag(),
  });
