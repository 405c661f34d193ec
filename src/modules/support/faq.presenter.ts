import { date } from '../../core/http/format.js';
import { beginningOf, blocksOf, filled } from './answer.rules.js';
import type { Answer, Corpus } from './corpus.queries.js';
import { paths } from './paths.js';
import { GROUPS, groupTitle } from './question.rules.js';

export type FigureValues = Readonly<Record<string, string>>;

/** Letters of an answer that a list shows. */
const BEGINNING = 160;

/** A question in a list. */
export const presentLine = (answer: Answer, figures: FigureValues) => ({
  question: answer.question,
  href: paths.answer(answer.code),
  text: beginningOf(filled(answer.answer, figures), BEGINNING),
});

/** An answer in full. */
export const presentAnswer = (answer: Answer, figures: FigureValues) => ({
  question: answer.question,
  blocks: blocksOf(filled(answer.answer, figures)),
  source: answer.source,
  asOf: date(answer.asOf),
  link: answer.href ? { href: answer.href, text: answer.linkText } : undefined,
  href: paths.answer(answer.code),
  group: { title: groupTitle(answer.groupCode), href: paths.faqGroup(answer.groupCode) },
});

/** Questions of a group on the first page: with all of them it would be heavy for a phone. */
const SHOWN = 5;

/** All groups, each with its first questions as links, and the way to the rest. */
export const presentGroups = ({ answers }: Corpus) =>
  GROUPS.map(({ code, title, icon }) => {
    const own = answers.filter(({ groupCode }) => groupCode === code);
    const shown = own.length > SHOWN + 1 ? own.slice(0, SHOWN) : own;
    return {
      title,
      icon,
      count: own.length,
      questions: shown.map((answer) => ({ question: answer.question, href: paths.answer(answer.code) })),
      more: shown.length < own.length ? paths.faqGroup(code) : undefined,
    };
  }).filter(({ count }) => count > 0);
