import type { Sequelize } from 'sequelize';
import { code, count, day, id, instant, longText, text, unique } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** Only `published` is seen by the public. */
export type QuestionState = 'draft' | 'published' | 'withdrawn';

/** What an editor writes. */
export interface QuestionText {
  groupCode: string;
  question: string;
  /** Other ways of asking, one a line. */
  asks: string;
  answer: string;
  source: string;
  asOf: string;
  /** Page of the portal that does it, and the words of the link; both empty where there is none. */
  href: string;
  linkText: string;
}

/** A question with its answer as it stands. */
export interface QuestionRow extends QuestionText {
  id: string;
  /** Its address; never changes. */
  code: string;
  state: QuestionState;
  version: number;
  /** Order within its group. */
  position: number;
  updatedAt: Date;
  updatedBy: string;
}

/** What it was: one row for each version, never changed. */
export interface QuestionVersionRow extends QuestionText {
  id: string;
  questionId: string;
  version: number;
  state: QuestionState;
  savedAt: Date;
  savedBy: string;
}

const textColumns = () => ({
  groupCode: code(40),
  question: text(300),
  asks: longText(),
  answer: longText(),
  source: text(300),
  asOf: day(),
  href: text(200),
  linkText: text(80),
});

export const questionTable = (sequelize: Sequelize): Table<QuestionRow> =>
  defineTable<QuestionRow>(sequelize, 'support_question', {
    id: id(),
    code: unique(code(80)),
    ...textColumns(),
    state: code(10),
    version: count(),
    position: count(),
    updatedAt: instant(),
    updatedBy: text(160),
  });

export const questionVersionTable = (sequelize: Sequelize): Table<QuestionVersionRow> =>
  defineTable<QuestionVersionRow>(sequelize, 'support_question_version', {
    id: id(),
    questionId: code(36),
    version: count(),
    ...textColumns(),
    state: code(10),
    savedAt: instant(),
    savedBy: text(160),
  });
