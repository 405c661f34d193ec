import type { Sequelize } from 'sequelize';
import { code, count, flag, instant, primary, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** What feedback may be about: who watches over it and how long its answer may take. */
export interface TopicRow {
  code: string;
  name: string;
  position: number;
  /** The central unit that watches over it, never owns it. */
  monitorAgency: string;
  /** Shows the hotline: who stands in front of a desk cannot wait for days. */
  urgent: boolean;
  /** Working days from intake: until it is classified, answered, answered when complex; and of the one extension. */
  classifyDays: number;
  answerDays: number;
  complexDays: number;
  extensionDays: number;
  /** No longer offered; cases that have it keep it. */
  retired: boolean;
  version: number;
  updatedAt: Date;
}

export const topicTable = (sequelize: Sequelize): Table<TopicRow> =>
  defineTable<TopicRow>(sequelize, 'feedback_topic', {
    code: primary(code(40)),
    name: text(120),
    position: count(),
    monitorAgency: code(5),
    urgent: flag(),
    classifyDays: count(),
    answerDays: count(),
    complexDays: count(),
    extensionDays: count(),
    retired: flag(),
    version: count(),
    updatedAt: instant(),
  });
