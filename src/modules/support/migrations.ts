import { code, count, day, id, instant, longText, text, unique } from '../../core/db/columns.js';
import type { Migration } from '../../core/db/migrator.js';

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

/** Tables of questions, their versions, and what had no answer. */
export const migrations: readonly Migration[] = [
  {
    name: '001-question',
    up: (tools) =>
      tools.createTable('support_question', {
        id: id(),
        code: unique(code(80)),
        ...textColumns(),
        state: code(10),
        version: count(),
        position: count(),
        updatedAt: instant(),
        updatedBy: text(160),
      }),
  },
  {
    name: '002-question-list',
    up: (tools) => tools.addIndex('support_question', ['state', 'updatedAt', 'id']),
  },
  {
    name: '003-question-updated',
    up: (tools) => tools.addIndex('support_question', ['updatedAt', 'id']),
  },
  {
    name: '004-question-version',
    up: (tools) =>
      tools.createTable('support_question_version', {
        id: id(),
        questionId: code(36),
        version: count(),
        ...textColumns(),
        state: code(10),
        savedAt: instant(),
        savedBy: text(160),
      }),
  },
  {
    name: '005-question-version-key',
    up: (tools) => tools.addIndex('support_question_version', ['questionId', 'version'], { unique: true }),
  },
  {
    name: '006-gap',
    up: (tools) =>
      tools.createTable('support_gap', {
        id: id(),
        text: text(300),
        folded: unique(code(200)),
        times: count(1),
        firstAt: instant(),
        lastAt: instant(),
        state: code(10),
      }),
  },
  { name: '007-gap-list', up: (tools) => tools.addIndex('support_gap', ['state', 'lastAt', 'id']) },
  { name: '008-gap-age', up: (tools) => tools.addIndex('support_gap', ['lastAt']) },
];
