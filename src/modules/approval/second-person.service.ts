import type { Act, Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import { currentContext, type Actor } from '../../core/context.js';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, ForbiddenError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { toProposal } from './second-person.mapper.js';
import type { ProposalKind, ProposalState, SecondPersonRow } from './second-person.model.js';
import { barred, endedWords } from './second-person.rules.js';

/** What one officer asks another to confirm. */
export interface Proposal {
  readonly kind: ProposalKind;
  /** The dossier's or the account's id. */
  readonly subjectId: string;
  /** What the list calls it: the dossier's number, the insurance number of the account. */
  readonly label: string;
  readonly insuranceNumber: string;
  /** Officers of this agency and of those above it see the proposal. */
  readonly agencyCode: string;
  /** Plain data for the handler of the kind, without secrets. */
  readonly payload: object;
}

/** A proposal as it waits. */
export interface OpenProposal extends Proposal {
  readonly id: string;
  readonly proposedById: string;
  readonly proposedByName: string;
  readonly proposedAt: Date;
}

/** A proposal that may be over: then who decided, and when. */
export type KnownProposal = OpenProposal & Pick<SecondPersonRow, 'state' | 'decidedByName' | 'decidedAt'>;

/** What the second person looks at. */
export interface ProposalFacts {
  readonly name: string;
  /** The act as a question: "Duyệt thay đổi thông tin của Nguyễn Văn An?". */
  readonly question: string;
  readonly changes: readonly { readonly label: string; readonly from: string; readonly to: string }[];
  /** The portrait before and after, oldest first; `fileId` is the key in the vault. */
  readonly pictures: readonly { readonly label: string; readonly note: string; readonly fileId: string }[];
  /** The page where the proposal was made, if the second person may open it. */
  readonly href?: string;
}

/** What stands behind a kind of proposal. */
export interface ProposalHandler {
  /** Undefined when the matter has moved on: the proposal is cancelled then. */
  facts(proposal: OpenProposal): Promise<ProposalFacts | undefined>;
  /** Joins the unit of the confirmation, with the second person as actor. ConflictError when it cannot be done. */
  carryOut(proposal: OpenProposal): Promise<void>;
  /** Joins the unit in which the proposal ends undone: puts things back and lets go of what was kept for it. */
  dropped(proposal: OpenProposal, end: { state: 'rejected' | 'cancelled'; reason: string }): Promise<void>;
}
export type ProposalHandlers = Readonly<Record<ProposalKind, ProposalHandler>>;

/** For those who propose. */
export interface SecondPerson {
  /** Joins the unit of work; the actor proposes. ConflictError while another proposal on this subject waits. */
  propose(proposal: Proposal): Promise<void>;
  /** Joins the unit of work: a waiting proposal on this subject, if any, is over because the matter moved on. */
  cancel(kind: ProposalKind, subjectId: string): Promise<void>;
}

/** For the second person. */
export interface SecondPersonDecisions {
  /** ForbiddenError for the proposer and for the person himself; ConflictError when it is over. */
  confirm(proposal: KnownProposal, actor: Actor): Promise<void>;
  reject(proposal: KnownProposal, reason: string, actor: Actor): Promise<void>;
  /** In a unit of its own, when somebody sees that the matter has moved on. */
  expire(proposal: OpenProposal): Promise<void>;
}

export interface SecondPersonParts {
  readonly proposals: Table<SecondPersonRow>;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
  /** Complete once everything is wired: handlers themselves propose. */
  handlers(): ProposalHandlers;
}

const WAITS = 'Việc này đang chờ người thứ hai xác nhận. Xem ở Chờ người thứ hai.';
const MOVED = 'Việc này đã thay đổi sau khi được đề nghị, nên đề nghị không còn hiệu lực.';

/** The audit entry of whatever is done with a proposal. */
export const secondAct = (action: string, proposal: Proposal, details: Act['details'] = {}): Act => ({
  action,
  subject: {
    kind: proposal.kind === 'phone' ? 'account' : 'dossier',
    id: proposal.subjectId,
    label: proposal.label,
  },
  person: proposal.insuranceNumber,
  purpose: `Xác nhận của người thứ hai: ${proposal.label}`,
  details,
});

class SecondPersonService implements SecondPerson, SecondPersonDecisions {
  constructor(private readonly parts: SecondPersonParts) {}

  propose(proposal: Proposal): Promise<void> {
    const { proposals, uow, clock } = this.parts;
    const { actor } = currentContext();
    const { kind, subjectId, label, insuranceNumber, agencyCode, payload } = proposal;
    return uow.run(async () => {
      const isNew = await proposals.insertNew({
        ...{ id: newId(), kind, subjectId, label, insuranceNumber, agencyCode },
        openKey: `${kind}:${subjectId}`,
        payload: JSON.stringify(payload),
        state: 'waiting',
        proposedById: actor.id,
        proposedByName: actor.name,
        proposedAt: clock.now(),
        ...{ decidedById: null, decidedByName: null, decidedAt: null, reason: null },
      });
      if (!isNew) throw new ConflictError(WAITS);
      await this.parts.audit.record(secondAct('approval.second-proposed', proposal));
    });
  }

  cancel(kind: ProposalKind, subjectId: string): Promise<void> {
    const { proposals, uow } = this.parts;
    return uow.run(async () => {
      const row = await proposals.one({ openKey: `${kind}:${subjectId}` });
      if (row) await this.drop(toProposal(row), { state: 'cancelled', reason: MOVED });
    });
  }

  async confirm(proposal: KnownProposal, actor: Actor): Promise<void> {
    this.requireMay(proposal, actor);
    await this.first(proposal, async () => {
      // The matter first and the proposal after it, as every step goes that cancels one: so they never wait for each other.
      await this.parts.handlers()[proposal.kind].carryOut(proposal);
      await this.end(proposal, 'confirmed', null);
      await this.parts.audit.record(secondAct('approval.second-confirmed', proposal));
    });
  }

  async reject(proposal: KnownProposal, reason: string, actor: Actor): Promise<void> {
    this.requireMay(proposal, actor);
    await this.first(proposal, () => this.drop(proposal, { state: 'rejected', reason }));
  }

  expire(proposal: OpenProposal): Promise<void> {
    return this.parts.uow.run(() => this.cancel(proposal.kind, proposal.subjectId));
  }

  private requireMay(proposal: KnownProposal, { id, attributes }: Actor): void {
    if (proposal.state !== 'waiting') throw new ConflictError(endedWords(proposal, this.parts.clock.now()));
    const why = barred(proposal, { id, number: attributes['insuranceNumber'] });
    if (why) throw new ForbiddenError(why);
  }

  /** The act in one unit; who comes too late reads who decided and when. */
  private async first(proposal: OpenProposal, act: () => Promise<void>): Promise<void> {
    const { proposals, uow, clock } = this.parts;
    try {
      await uow.run(act);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      const now = await proposals.one({ id: proposal.id });
      if (now && now.state !== 'waiting') throw new ConflictError(endedWords(now, clock.now()));
      if (await this.parts.handlers()[proposal.kind].facts(proposal)) throw error;
      await this.expire(proposal);
      throw new ConflictError(MOVED);
    }
  }

  private async drop(proposal: OpenProposal, end: { state: 'rejected' | 'cancelled'; reason: string }): Promise<void> {
    await this.parts.handlers()[proposal.kind].dropped(proposal, end);
    await this.end(proposal, end.state, end.reason);
    await this.parts.audit.record(secondAct(`approval.second-${end.state}`, proposal));
  }

  private end({ id }: OpenProposal, state: ProposalState, reason: string | null): Promise<void> {
    const { id: decidedById, name: decidedByName } = currentContext().actor;
    const decided = { decidedById, decidedByName, decidedAt: this.parts.clock.now() };
    const set = { state, reason, ...decided, openKey: null, payload: '{}' };
    return this.parts.proposals.claim(set, { id, state: 'waiting' }, MOVED);
  }
}

export const createSecondPerson = (parts: SecondPersonParts): SecondPerson & SecondPersonDecisions =>
  new SecondPersonService(parts);
