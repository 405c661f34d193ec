import type { Accounts } from '../../contracts/auth.js';
import type { Messenger } from '../../contracts/notification.js';
import type { Participants } from '../../contracts/records.js';
import type { Dossier, DossierSteps, Refusal } from '../../contracts/registration.js';
import type { Audit } from '../../core/audit/audit.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { InvalidError } from '../../core/errors.js';
import { toAscii } from '../../core/text.js';
import { fieldsToCorrect, fullReason, shortReason, type RefusalTemplate } from './assessment.rules.js';
import { OTHER_REASON, type AssessInput } from './assessment.schema.js';
import { decisionAct, type Decisions } from './decision.service.js';
import type { ReasonQueries } from './reason.queries.js';
import type { SecondPerson } from './second-person.service.js';

/**
 * How an assessment ended. `unmatched`: the registry does not know the person, nothing is approved;
 * `registry-down`: it did not answer, nothing has happened at all; `to-confirm`: nothing has happened yet, what is asked
 * for is shown once more.
 */
export type Outcome = 'approved' | 'refused' | 'unmatched' | 'registry-down' | 'to-confirm';

type Repair = Awaited<ReturnType<DossierSteps['refuse']>>;

export interface AssessmentParts {
  readonly steps: DossierSteps;
  readonly accounts: Accounts;
  readonly participants: Participants;
  readonly messenger: Messenger;
  readonly decisions: Decisions;
  readonly second: SecondPerson;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly reasons: ReasonQueries;
}

/** **Ghi nhận** of an assessment. */
export interface AssessmentService {
  /** ConflictError when somebody was first or an account is in the way; ForbiddenError for the own dossier. */
  decide(id: string, input: AssessInput, actor: Actor): Promise<Outcome>;
}

const refusalOf = (input: AssessInput, dossier: Dossier, template: RefusalTemplate | undefined): Refusal => ({
  reason: fullReason(template, input.vietThem),
  shortReason: shortReason(template, toAscii(input.vietThem), toAscii(dossier.fullName)),
  // A request is made anew, not corrected.
  fields: dossier.kind === 'new' ? fieldsToCorrect(input.oCanSua) : [],
  withoutNewPaper: dossier.kind === 'new' && input.khongNopLai,
});

class Assessment implements AssessmentService {
  constructor(private readonly parts: AssessmentParts) {}

  decide(id: string, input: AssessInput, actor: Actor): Promise<Outcome> {
    return this.parts.decisions.on({ id, version: input.phienBan, actor }, async (dossier) => {
      if (input.ketQua === 'khong-hop-le') return this.refuse(dossier, input);
      return dossier.kind === 'new' ? this.approve(dossier) : 'to-confirm';
    });
  }

  private async approve(dossier: Dossier): Promise<Outcome> {
    const { decisions, accounts } = this.parts;
    const known = await decisions.registered(dossier);
    if (known !== 'registered') return known;
    const password = await accounts.prepareFirstPassword();
    return this.parts.uow.run<Outcome>(async () => {
      await this.parts.steps.approve(await decisions.inReview(dossier));
      await accounts.open(
        {
          insuranceNumber: dossier.insuranceNumber,
          citizenId: /^\d{12}$/.test(dossier.paperNumber) ? dossier.paperNumber : null,
          fullName: dossier.fullName,
          phone: dossier.phone,
          email: dossier.email,
          key: dossier.id,
          subject: { kind: 'dossier', id: dossier.id },
        },
        password,
      );
      const { insuranceNumber, phone, email, address, provinceCode, communeCode, street } = dossier;
      const place = { provinceCode, communeCode, street };
      await this.parts.participants.updateContact({ insuranceNumber, phone, email, address, place });
      await this.parts.audit.record(decisionAct('approval.approved', dossier));
      return 'approved';
    });
  }

  /** The reason picked from the list; it may have been switched off since the page was opened. */
  private async reasonOf({ lyDo }: AssessInput): Promise<RefusalTemplate | undefined> {
    if (lyDo === '' || lyDo === OTHER_REASON) return undefined;
    const found = await this.parts.reasons.find(lyDo);
    if (!found) throw new InvalidError([{ field: 'lyDo', message: 'Chọn lý do trong danh sách.' }]);
    return found;
  }

  private async refuse(dossier: Dossier, input: AssessInput): Promise<Outcome> {
    const refusal = refusalOf(input, dossier, await this.reasonOf(input));
    return this.parts.uow.run<Outcome>(async () => {
      const current = await this.parts.decisions.inReview(dossier);
      const repair = await this.parts.steps.refuse(current, refusal);
      await this.parts.second.cancel('dossier', dossier.id);
      await this.tellRefusal(current, refusal, repair);
      const { fields, withoutNewPaper } = refusal;
      await this.parts.audit.record(
        decisionAct('approval.refused', dossier, { template: input.lyDo, fields, withoutNewPaper }),
      );
      return 'refused';
    });
  }

  private tellRefusal(dossier: Dossier, refusal: Refusal, repair: Repair): Promise<void> {
    const { messenger } = this.parts;
    const { number: dossierNumber, fullName } = dossier;
    const variables = { dossierNumber, fullName, shortReason: refusal.shortReason, fullReason: refusal.reason };
    const message = {
      // A corrected dossier may be refused again: that is another event.
      key: `refused:${dossier.id}:${dossier.version}`,
      subject: { kind: 'dossier', id: dossier.id },
    };
    return dossier.kind === 'new'
      ? messenger.tell(dossier, { template: 'dossier-refused', variables: { ...variables, ...repair }, ...message })
      : messenger.tell(dossier, { template: 'change-refused', variables, ...message });
  }
}

export const createAssessmentService = (parts: AssessmentParts): AssessmentService => new Assessment(parts);
