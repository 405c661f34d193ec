import type { Agencies } from '../../contracts/organisation.js';
import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { NotFoundError } from '../../core/errors.js';
import type { Vault } from '../../core/files/vault.js';
import { file, page, redirect, type Handler, type PageRequest } from '../../core/http/route.js';
import { paths } from './paths.js';
import { presentProposal, presentWaiting, type Looker } from './second-person.presenter.js';
import type { SecondPersonReads } from './second-person.queries.js';
import type { RejectInput, WaitingInput } from './second-person.schema.js';
import {
  secondAct,
  type KnownProposal,
  type ProposalFacts,
  type ProposalHandlers,
  type SecondPersonDecisions,
} from './second-person.service.js';

/** **Chờ người thứ hai**: what one officer wants and another has to look at. */
export interface SecondPersonController {
  readonly list: Handler<WaitingInput>;
  readonly show: Handler;
  /** One of the pictures to compare. Whoever gets it stands in the audit before the answer leaves. */
  readonly picture: Handler;
  readonly confirm: Handler;
  readonly reject: Handler<RejectInput>;
}

export interface SecondPersonControllerParts {
  readonly reads: SecondPersonReads;
  readonly decisions: SecondPersonDecisions;
  readonly handlers: ProposalHandlers;
  readonly agencies: Agencies;
  readonly vault: Vault;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
}

const idOf = ({ params }: Pick<PageRequest, 'params'>): string => params['id'] ?? '';

export const createSecondPersonController = (parts: SecondPersonControllerParts): SecondPersonController => {
  const { reads, decisions, handlers, agencies, vault, uow, audit, clock } = parts;

  const looker = ({ id, attributes }: Actor): Looker => ({
    id,
    number: attributes['insuranceNumber'],
    now: clock.now(),
  });

  /** The proposal with its facts; one whose matter has moved on is over from this moment. */
  const known = async (
    request: PageRequest,
  ): Promise<{ proposal: KnownProposal; facts: ProposalFacts | undefined }> => {
    const proposal = await reads.find(idOf(request), request.actor);
    if (proposal.state !== 'waiting') return { proposal, facts: undefined };
    const facts = await handlers[proposal.kind].facts(proposal);
    if (facts) return { proposal, facts };
    await decisions.expire(proposal);
    return { proposal: await reads.find(proposal.id, request.actor), facts };
  };

  return {
    list: async ({ input, actor }) =>
      page('approval/second', presentWaiting(await reads.waiting(actor, input.sau), looker(actor))),
    show: async (request) => {
      const { proposal, facts } = await known(request);
      if (facts) await uow.run(() => audit.record(secondAct('approval.second-viewed', proposal)));
      const agency = await agencies.find(proposal.agencyCode);
      return page('approval/second-one', presentProposal({ proposal, facts, agency }, looker(request.actor)));
    },
    picture: async (request) => {
      const { proposal, facts } = await known(request);
      const picture = facts?.pictures[Number(request.params['index'])];
      if (!picture) throw new NotFoundError('Ảnh này không còn. Tải lại trang để xem ảnh mới.');
      const bytes = await vault.get(picture.fileId);
      await uow.run(() => audit.record(secondAct('approval.picture-viewed', proposal, { picture: picture.label })));
      return file('image/jpeg', bytes);
    },
    confirm: async ({ actor, session, params }) => {
      await decisions.confirm(await reads.find(idOf({ params }), actor), actor);
      session.flash({ kind: 'ok', text: 'Cập nhật thông tin thành công' });
      return redirect(paths.second());
    },
    reject: async ({ input, actor, session, params }) => {
      await decisions.reject(await reads.find(idOf({ params }), actor), input.lyDo, actor);
      session.flash({ kind: 'ok', text: 'Đã ghi nhận bạn không đồng ý. Người đề nghị thấy lý do ở hồ sơ.' });
      return redirect(paths.second());
    },
  };
};
