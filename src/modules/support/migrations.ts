import { code, count, day, id, instant, longText, optional, text, unique } from '../../core/db/columns.js';
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

/** Tables of questions, their versions, what had no answer, and calls of the hotline. */
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
  {
    name: '009-call',
    up: (tools) =>
      tools.createTable('support_call', {
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
      }),
  },
  { name: '010-call-open', up: (tools) => tools.addIndex('support_call', ['state', 'openedAt', 'id']) },
  { name: '011-call-closed', up: (tools) => tools.addIndex('support_call', ['state', 'closedAt', 'id']) },
  { name: '012-call-person', up: (tools) => tools.addIndex('support_call', ['insuranceNumber', 'openedAt']) },
];
