import type { Accounts } from '../../contracts/auth.js';
import type { Messenger } from '../../contracts/notification.js';
import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import type { Participants } from '../../contracts/records.js';
import type { Dossier, DossierSteps } from '../../contracts/registration.js';
import type { Audit } from '../../core/audit/audit.js';
import type { Journal } from '../../core/audit/journal.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, NotFoundError } from '../../core/errors.js';
import { dateTime } from '../../core/http/format.js';
import type { Outcome } from './assessment.service.js';
import { decisionAct, type Decisions } from './decision.service.js';
import { changedContact, isRequest, needsSecond } from './request.rules.js';
import type { SecondPerson } from './second-person.service.js';
import type { Target } from './step.service.js';

/** How the confirmation of a request ended. `proposed`: it waits for a second person. */
export type RequestOutcome = Extract<Outcome, 'unmatched' | 'registry-down'> | 'done' | 'proposed';

/** **Xác nhận** of a request: other contact data, or the end of the account. */
export interface RequestApproval {
  /** ConflictError when somebody was first or an account is in the way; ForbiddenError for the own dossier. */
  confirm(target: Target): Promise<RequestOutcome>;
  /** Joins the unit of work: approves a dossier in review and does what it asks for. */
  carryOut(dossier: Dossier): Promise<void>;
}

export interface RequestApprovalParts {
  readonly steps: DossierSteps;
  readonly accounts: Accounts;
  readonly participants: Participants;
  readonly messenger: Messenger;
  readonly settings: DatedSettings;
  readonly decisions: Decisions;
  readonly second: SecondPerson;
  readonly journal: Journal;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
}

const NO_REQUEST = 'Hồ sơ đăng ký mới không có bước xác nhận này. Hãy dùng Ghi nhận ở trang hồ sơ.';
const OVERTAKEN = 'Yêu cầu khác của người dân vừa được duyệt nên yêu cầu này được hủy. Bạn có thể gửi yêu cầu mới.';

class RequestApprovals implements RequestApproval {
  constructor(private readonly parts: RequestApprovalParts) {}

  confirm(target: Target): Promise<RequestOutcome> {
    const { decisions, second, uow } = this.parts;
    return decisions.on(target, async (dossier) => {
      if (!isRequest(dossier)) throw new ConflictError(NO_REQUEST);
      const known = await decisions.registered(dossier);
      if (known !== 'registered') return known;
      const proposes =
        needsSecond(dossier, await this.replacedPortrait(dossier, target.actor)) && (await this.ruleOn());
      return uow.run<RequestOutcome>(async () => {
        const current = await decisions.inReview(dossier);
        if (proposes) {
          await this.propose(current);
          return 'proposed';
        }
        await this.carryOut(current);
        await second.cancel('dossier', dossier.id);
        return 'done';
      });
    });
  }

  /** The dossier first, then other requests, then the account, as every decision goes: so two never wait for each other. */
  async carryOut(dossier: Dossier): Promise<void> {
    const { steps, audit, uow } = this.parts;
    await uow.run(async () => {
      await steps.approve(dossier);
      const cancelled = await steps.cancelChanges(dossier.insuranceNumber, OVERTAKEN);
      await (dossier.kind === 'stop' ? this.close(dossier) : this.change(dossier));
      const fields = dossier.changes.map(({ field }) => field);
      await audit.record(decisionAct(`approval.${dossier.kind}-approved`, dossier, { fields, cancelled }));
    });
  }

  private async change(dossier: Dossier): Promise<void> {
    const { accounts, participants } = this.parts;
    const { address, ...contact } = changedContact(dossier);
    const [key, subject] = [dossier.id, { kind: 'dossier', id: dossier.id }];
    await accounts.changeContact({ ...contact, key, subject });
    await participants.updateContact(changedContact(dossier));
    if (address !== undefined) await this.tellAddress(dossier);
  }

  /** Phone and e-mail address are told of by the account itself; of the address only we know. */
  private async tellAddress({ id, insuranceNumber }: Dossier): Promise<void> {
    const { accounts, messenger, clock } = this.parts;
    const account = await accounts.byInsuranceNumber(insuranceNumber);
    if (!account) throw new NotFoundError();
    await messenger.tell(account, {
      template: 'contact-changed',
      variables: { what: 'địa chỉ', time: dateTime(clock.now()) },
      key: `address-changed:${id}`,
      subject: { kind: 'dossier', id },
    });
  }

  private close({ id, insuranceNumber }: Dossier): Promise<void> {
    return this.parts.accounts.close({ insuranceNumber, key: id, subject: { kind: 'dossier', id } });
  }

  private async propose(dossier: Dossier): Promise<void> {
    const { id, number, insuranceNumber, agencyCode, version } = dossier;
    const payload = { version };
    await this.parts.second.propose({
      kind: 'dossier',
      subjectId: id,
      label: number,
      insuranceNumber,
      agencyCode,
      payload,
    });
    await this.parts.steps.note(id, 'Đề nghị duyệt', 'Đã thay ảnh và đổi số điện thoại: chờ người thứ hai xác nhận');
  }

  private async replacedPortrait({ id }: Dossier, actor: Actor): Promise<boolean> {
    const filter = { subject: { kind: 'dossier', id }, actorId: actor.id, actions: ['approval.picture-replaced'] };
    const acts = await this.parts.journal.list(filter, { limit: 100 });
    return acts.some(({ details }) => details['kind'] === 'portrait');
  }

  private async ruleOn(): Promise<boolean> {
    const { settings, clock } = this.parts;
    return (await settings.number(settingNames.secondPerson, dayOf(clock.now()))) === 1;
  }
}

export const createRequestApproval = (parts: RequestApprovalParts): RequestApproval => new RequestApprovals(parts);
