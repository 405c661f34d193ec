import type { Agencies } from '../../contracts/organisation.js';
import { page, redirect, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import { idOf, targetOf } from './case.controller.js';
import type { CaseRow } from './case.model.js';
import type { InvitedReads } from './invited.queries.js';
import type { Invitations } from './invitation.service.js';
import { watchPaths, workPaths } from './paths.js';
import type { Standings } from './standing.queries.js';
import type { TopicQueries } from './topic.queries.js';
import { presentInvited } from './watch.presenter.js';
import type { Surrounds } from './surrounding.queries.js';
import type { InviteInput, ReplyInput } from './watch.schema.js';
import type { StepInput } from './work.schema.js';

export interface InvitationControllerParts {
  readonly reads: InvitedReads;
  readonly invitations: Invitations;
  readonly standings: Standings;
  readonly agencies: Agencies;
  readonly topics: TopicQueries;
  readonly surrounds: Surrounds;
}

/** Mời phối hợp: for who asks and for who is asked. */
export const invitationController = (parts: InvitationControllerParts) => {
  const { reads, invitations, standings, topics, surrounds } = parts;

  const list: Handler = async ({ actor }) => {
    const { agencies: within } = await standings.reachOf(actor);
    const [pending, ended] = [await reads.pending(within), await reads.ended(within)];
    const codes = [...pending, ...ended].flatMap(({ ownerAgency, agencyCode }) => [ownerAgency, agencyCode]);
    return page(
      'feedback/invited',
      presentInvited({
        pending,
        ended,
        topics: await topics.all(),
        agencies: await surrounds.named(codes),
        left: await surrounds.left(pending),
        now: surrounds.now(),
      }),
    );
  };

  const done = ({ session }: PageRequest, { id }: Pick<CaseRow, 'id'>, text: string): Reply => {
    session.flash({ kind: 'ok', text });
    return redirect(workPaths.case(id, watchPaths.invited()));
  };

  const invite: Handler<InviteInput> = async (request) => {
    const { input, session } = request;
    await invitations.invite(targetOf(request), input);
    session.flash({ kind: 'ok', text: 'Đã mời phối hợp. Phản ánh vẫn thuộc trách nhiệm của cơ quan bạn.' });
    return redirect(workPaths.case(idOf(request), input.tu));
  };

  const withdraw: Handler<StepInput> = async (request) => {
    const { input, params, session } = request;
    await invitations.withdraw(targetOf(request), params['invitation'] ?? '');
    session.flash({ kind: 'ok', text: 'Đã rút lời mời.' });
    return redirect(workPaths.case(idOf(request), input.tu));
  };

  const accept: Handler = async (request) =>
    done(request, await invitations.accept(idOf(request), request.actor), 'Đã nhận lời phối hợp.');

  const reply: Handler<ReplyInput> = async (request) => {
    const row = await invitations.answer(idOf(request), request.actor, request.input.traLoiPhoiHop);
    return done(request, row, 'Đã trả lời. Cơ quan tiếp nhận trả lời người dân.');
  };

  /** An answer that could not be used is shown on the page of its case. */
  const replyAgain =
    (again: Handler): Handler =>
    async (request) => {
      const id = await invitations.caseOf(idOf(request), request.actor);
      return again({ ...request, params: { ...request.params, id } });
    };

  return { list, invite, withdraw, accept, reply, replyAgain };
};

export type InvitationController = ReturnType<typeof invitationController>;
