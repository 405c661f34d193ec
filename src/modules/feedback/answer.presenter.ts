import { dateTime } from '../../core/http/format.js';
import { passagesOf } from './buck.rules.js';
import type { CaseView } from './case.queries.js';
import type { CaseRequest } from './case.presenter.js';
import { workPaths } from './paths.js';

/** What came in with a form that is shown again. */
export type Typed = Readonly<Record<string, string | string[]>>;

/** Answers that went out, newest first. */
export const presentAnswers = ({ answers }: CaseView) =>
  answers
    .filter(({ state }) => state === 'sent')
    .map((answer) => ({
      text: answer.text,
      title: answer.interim ? 'Trả lời bước đầu' : 'Trả lời',
      by: `${answer.authorName}, ${dateTime(answer.sentAt)}`,
      override: answer.overrideReason && `${answer.overrideBy} cho phép ngoại lệ: ${answer.overrideReason}`,
    }));

/** The answer that is being written: what was typed, else the draft asked for, else the officer's own. */
export const presentDraft = ({ answers, row, deeds }: CaseView, { actorId, draft, typed, from }: CaseRequest) => {
  const drafts = answers.filter(({ state }) => state === 'draft');
  const own = drafts.find(({ authorId }) => authorId === actorId);
  const shown = drafts.find(({ id }) => id === draft) ?? own;
  const written = [typed?.['noiDung'] ?? shown?.text ?? ''].flat()[0] ?? '';
  const passages = passagesOf(written);
  return {
    text: shown?.text ?? '',
    kind: shown?.interim ? 'tam' : 'cuoi',
    saved: own ? dateTime(own.writtenAt) : '',
    /** Shown once the rule has stopped it: the sentences, those marked that send the citizen elsewhere. */
    passages: passages.some(({ wrong }) => wrong) ? passages : [],
    mayOverride: deeds.lead,
    others: drafts
      .filter(({ authorId }) => authorId !== actorId)
      .map(({ id, authorName, writtenAt }) => ({
        href: `${workPaths.case(row.id, from)}${workPaths.case(row.id, from).includes('?') ? '&' : '?'}nhap=${id}#tra-loi`,
        text: `Bản nháp của ${authorName}, ${dateTime(writtenAt)}`,
      })),
  };
};
