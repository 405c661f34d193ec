import type { Clock } from '../../src/core/clock.js';
import { newId } from '../../src/core/ids.js';
import type { QuestionRow, QuestionVersionRow } from '../../src/modules/support/question.model.js';
import type { Tables } from '../../src/modules/support/tables.js';
import { faqGroups } from '../data/faq/all.js';
import { AS_OF } from '../data/faq/entry.js';

const BY = 'Bản gốc';

/** The answers to begin with. May run again: what is there stays as the editors have it. Says how many came in. */
export const seedQuestions = async ({ questions, versions }: Tables, clock: Clock): Promise<number> => {
  const known = new Set((await questions.many({}, { columns: ['code'] })).map(({ code }) => code));
  const now = clock.now();
  const rows = faqGroups.flatMap((group) =>
    group.entries.map((entry, position): QuestionRow => ({
      id: newId(),
      code: entry.code,
      groupCode: group.code,
      question: entry.question,
      asks: entry.asks.join('\n'),
      answer: entry.answer,
      source: entry.source,
      asOf: AS_OF,
      href: entry.link?.[0] ?? '',
      linkText: entry.link?.[1] ?? '',
      state: 'published',
      version: 1,
      position,
      updatedAt: now,
      updatedBy: BY,
    })),
  );
  const fresh = rows.filter(({ code }) => !known.has(code));
  await questions.insertMany(fresh);
  await versions.insertMany(
    fresh.map(({ id, code: _code, position: _position, updatedAt, updatedBy, ...text }): QuestionVersionRow => ({
      ...text,
      id: newId(),
      questionId: id,
      savedAt: updatedAt,
      savedBy: updatedBy,
    })),
  );
  return fresh.length;
};
