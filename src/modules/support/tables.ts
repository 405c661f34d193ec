import type { Sequelize } from 'sequelize';
import { callTable } from './call.model.js';
import { gapTable } from './gap.model.js';
import { questionTable, questionVersionTable } from './question.model.js';

/** All tables of the module, bound to one connection. */
export const openTables = (sequelize: Sequelize) => ({
  questions: questionTable(sequelize),
  versions: questionVersionTable(sequelize),
  gaps: gapTable(sequelize),
  calls: callTable(sequelize),
});

export type Tables = ReturnType<typeof openTables>;

export const TABLE_NAMES = ['support_question', 'support_question_version', 'support_gap', 'support_call'] as const;
