import type { Agency } from '../../contracts/organisation.js';
import { dateTime } from '../../core/http/format.js';
import { waitWords } from './duration.rules.js';
import { paths } from './paths.js';
import type { ProposalKind } from './second-person.model.js';
import type { WaitingPage } from './second-person.queries.js';
import { barred, endedWords } from './second-person.rules.js';
import type { KnownProposal, ProposalFacts } from './second-person.service.js';

export const proposalWords: Readonly<Record<ProposalKind, string>> = {
  dossier: 'Duyệt thay đổi thông tin',
  phone: 'Đổi số điện thoại tại quầy',
};

/** Who looks, and when. */
export interface Looker {
  readonly id: string;
  readonly number: string | undefined;
  readonly now: Date;
}

export const presentWaiting = ({ rows, next }: WaitingPage, { id, now }: Looker) => ({
  title: 'Chờ người thứ hai',
  rows: rows.map((row) => ({
    href: paths.secondOne(row.id),
    what: proposalWords[row.kind],
    label: row.label,
    number: row.insuranceNumber,
    by: row.proposedByName,
    own: row.proposedById === id,
    at: dateTime(row.proposedAt),
    waited: waitWords(now.getTime() - row.proposedAt.getTime()),
  })),
  next: next === undefined ? undefined : paths.second({ sau: next }),
});

export interface ProposalView {
  readonly proposal: KnownProposal;
  /** Nothing where it is over. */
  readonly facts: ProposalFacts | undefined;
  readonly agency: Agency | undefined;
}

export const presentProposal = ({ proposal, facts, agency }: ProposalView, looker: Looker) => {
  const { id, kind, label, insuranceNumber, proposedByName, proposedAt } = proposal;
  return {
    title: proposalWords[kind],
    question: facts?.question ?? `${proposalWords[kind]}: ${label}`,
    name: facts?.name,
    label,
    number: insuranceNumber,
    agency: agency?.name ?? proposal.agencyCode,
    by: `${proposedByName}, ${dateTime(proposedAt)}`,
    changes: facts?.changes ?? [],
    pictures: (facts?.pictures ?? []).map((picture, index) => ({
      label: picture.label,
      note: picture.note,
      href: paths.secondPicture(id, index),
    })),
    href: facts?.href,
    ended: facts ? undefined : endedWords(proposal, looker.now),
    barred: facts && barred(proposal, looker),
    links: { list: paths.second(), confirm: paths.secondConfirm(id), reject: paths.secondReject(id) },
  };
};
