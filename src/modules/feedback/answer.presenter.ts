import { dateTime } from '../../core/http/format.js';
import { passagesOf } from './buck.rules.js';
import type { CaseView } from './case.queries.js';
import type { CaseRequest } from './case.presenter.js';
import { draftIdOf } from './draft.rules.js';
import type { FileField } from './kept-file.service.js';
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

const namesOf = (files: readonly FileField[] = []): string[] => files.flatMap(({ kept }) => kept?.name ?? []);

/** The answer that is being written: what was typed, else the draft asked for, else the officer's own. */
export const presentDraft = (view: CaseView, { actorId, draft, typed, from }: CaseRequest) => {
  const { answers, row, deeds, draftFiles, offices } = view;
  const drafts = answers.filter(({ state }) => state === 'draft');
  const own = drafts.find(({ authorId }) => authorId === actorId);
  const shown = drafts.find(({ id }) => id === draft) ?? own;
  const written = [typed?.['noiDung'] ?? shown?.text ?? ''].flat()[0] ?? '';
  const passages = passagesOf(written, offices);
  const files = draftFiles.get(draftIdOf(row.id, actorId)) ?? [];
  return {
    text: shown?.text ?? '',
    kind: shown?.interim ? 'tam' : 'cuoi',
    saved: own ? dateTime(own.writtenAt) : '',
    /** Shown once the rule has stopped it: the sentences, those marked that send the citizen elsewhere. */
    passages: passages.some(({ wrong }) => wrong) ? passages : [],
    mayOverride: deeds.lead,
    files,
    /** Those of the draft that a leader sends on. */
    theirs: shown && shown !== own && { id: shown.id, by: shown.authorName, names: namesOf(draftFiles.get(shown.id)) },
    /** What the officer wrote and nobody can send now. */
    unsent: !deeds.answer && (own || namesOf(files).length > 0) && { text: own?.text ?? '', names: namesOf(files) },
    others: drafts
      .filter(({ authorId }) => authorId !== actorId)
      .map(({ id, authorName, writtenAt }) => ({
        href: `${workPaths.case(row.id, from)}${workPaths.case(row.id, from).includes('?') ? '&' : '?'}nhap=${id}#tra-loi`,
        text: `Bản nháp của ${authorName}, ${dateTime(writtenAt)}`,
      })),
  };
};

/** An end that an officer proposes, as long as a leader has not decided. */
export const presentProposal = ({ row, events }: CaseView) => {
  if (!row.spamAskedAt) return undefined;
  const law = row.askedOutcome === 'spam' ? '' : row.askedOutcome;
  const line = events.find(({ kind }) => kind === (law ? 'redirect-asked' : 'spam-asked'));
  return { law, by: line?.actorName ?? '', title: line?.title ?? '', text: line?.note ?? '' };
};
