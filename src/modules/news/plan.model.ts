import type { Sequelize } from 'sequelize';
import type { Day } from '../../core/clock.js';
import { code, count, day, id, instant, longText, text } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import type { Audience, Channel, PlanState } from './plan.rules.js';

/** A campaign: what is said to whom, by what, when, and with which materials. */
export interface PlanRow {
  id: string;
  title: string;
  startsOn: Day;
  endsOn: Day;
  channel: Channel;
  audience: Audience;
  goal: string;
  /** One a line: name | link. */
  materials: string;
  state: PlanState;
  version: number;
  editedAt: Date;
  editedBy: string;
}

export const planTable = (sequelize: Sequelize): Table<PlanRow> =>
  defineTable<PlanRow>(sequelize, 'news_plan', {
    id: id(),
    title: text(160),
    startsOn: day(),
    endsOn: day(),
    channel: code(12),
    audience: code(14),
    goal: text(400),
    materials: longText(),
    state: code(10),
    version: count(),
    editedAt: instant(),
    editedBy: text(120),
  });
