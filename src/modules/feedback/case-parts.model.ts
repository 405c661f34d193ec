import type { Sequelize } from 'sequelize';
import type { AttemptRow } from '../../core/attempts.js';
import { code, count, flag, id, instant, longText, optional, primary, serial, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import { doomedFileColumns, type DoomedFileRow } from '../../core/files/doomed-files.js';

/** One line of the timeline. `open` ones are read by the citizen too. */
export interface EventRow {
  id: number;
  caseId: string;
  at: Date;
  /** What happened: `received`, `assigned`, `urged` ... */
  kind: string;
  actorId: string;
  actorName: string;
  agencyCode: string;
  open: boolean;
  /** Ready to show: "Chuyển cho Lê Thị Hoa xử lý". */
  title: string;
  note: string;
}

/** An answer to the citizen: at most one draft of each officer, any number sent. */
export interface AnswerRow {
  id: string;
  caseId: string;
  state: 'draft' | 'sent';
  /** The case goes on behind it. */
  interim: boolean;
  authorId: string;
  authorName: string;
  agencyCode: string;
  text: string;
  writtenAt: Date;
  sentAt: Date | null;
  /** Why a leader let it through although it sends the citizen elsewhere. */
  overrideReason: string;
  overrideBy: string;
}

/** A paper or picture of a case. */
export interface FileRow {
  id: string;
  caseId: string;
  /** Read by the citizen too. */
  open: boolean;
  name: string;
  type: 'image/jpeg' | 'application/pdf';
  size: number;
  /** Of the bytes as kept, for the list of the evidence pack. */
  sha256: string;
  /** Key in the vault. */
  fileId: string;
  addedAt: Date;
  addedBy: string;
}

/** Another agency that is asked to coordinate. The case stays where it is. */
export interface InvitationRow {
  id: string;
  caseId: string;
  agencyCode: string;
  state: 'invited' | 'accepted' | 'answered' | 'lapsed' | 'withdrawn';
  question: string;
  invitedAt: Date;
  invitedBy: string;
  /** Until when it accepts or answers; then the case is back with its owner. */
  dueAt: Date;
  acceptedAt: Date | null;
  acceptedBy: string | null;
  answer: string | null;
  answeredAt: Date | null;
  answeredBy: string | null;
}

/** A word of title, name or place, by which officers search. */
export interface WordRow {
  word: string;
  caseId: string;
  receivedAt: Date;
}

/** A text that officers begin an answer with. */
export interface TemplateRow {
  id: string;
  /** Null: offered to every agency, for every topic. */
  agencyCode: string | null;
  topicCode: string | null;
  title: string;
  text: string;
  retired: boolean;
  version: number;
  updatedAt: Date;
  updatedBy: string;
}

export const eventTable = (sequelize: Sequelize): Table<EventRow> =>
  defineTable<EventRow>(sequelize, 'feedback_event', {
    id: serial(),
    caseId: code(36),
    at: instant(),
    kind: code(24),
    actorId: code(36),
    actorName: text(160),
    agencyCode: code(5),
    open: flag(),
    title: text(200),
    note: longText(),
  });

export const answerTable = (sequelize: Sequelize): Table<AnswerRow> =>
  defineTable<AnswerRow>(sequelize, 'feedback_answer', {
    id: id(),
    caseId: code(36),
    state: code(8),
    interim: flag(),
    authorId: code(36),
    authorName: text(160),
    agencyCode: code(5),
    text: longText(),
    writtenAt: instant(),
    sentAt: optional(instant()),
    overrideReason: text(500),
    overrideBy: text(160),
  });

export const fileTable = (sequelize: Sequelize): Table<FileRow> =>
  defineTable<FileRow>(sequelize, 'feedback_file', {
    id: id(),
    caseId: code(36),
    open: flag(),
    name: text(120),
    type: code(20),
    size: count(),
    sha256: code(64),
    fileId: code(36),
    addedAt: instant(),
    addedBy: text(160),
  });

export const invitationTable = (sequelize: Sequelize): Table<InvitationRow> =>
  defineTable<InvitationRow>(sequelize, 'feedback_invitation', {
    id: id(),
    caseId: code(36),
    agencyCode: code(5),
    state: code(10),
    question: text(2_000),
    invitedAt: instant(),
    invitedBy: text(160),
    dueAt: instant(),
    acceptedAt: optional(instant()),
    acceptedBy: optional(text(160)),
    answer: optional(longText()),
    answeredAt: optional(instant()),
    answeredBy: optional(text(160)),
  });

export const wordTable = (sequelize: Sequelize): Table<WordRow> =>
  defineTable<WordRow>(sequelize, 'feedback_word', {
    word: primary(code(40)),
    caseId: primary(code(36)),
    receivedAt: instant(),
  });

export const templateTable = (sequelize: Sequelize): Table<TemplateRow> =>
  defineTable<TemplateRow>(sequelize, 'feedback_template', {
    id: id(),
    agencyCode: optional(code(5)),
    topicCode: optional(code(40)),
    title: text(120),
    text: longText(),
    retired: flag(),
    version: count(),
    updatedAt: instant(),
    updatedBy: text(160),
  });

export const doomedFileTable = (sequelize: Sequelize): Table<DoomedFileRow> =>
  defineTable<DoomedFileRow>(sequelize, 'feedback_doomed_file', doomedFileColumns());

/** Guesses at codes, tries of an address, and puzzles that were used. */
export const attemptTable = (sequelize: Sequelize): Table<AttemptRow> =>
  defineTable<AttemptRow>(sequelize, 'feedback_attempt', {
    bucket: primary(code(64)),
    failures: count(),
    until: instant(),
  });
