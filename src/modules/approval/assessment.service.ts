import type { Accounts } from '../../contracts/auth.js';
import type { Messenger } from '../../contracts/notification.js';
import type { Participants } from '../../contracts/records.js';
import type { Dossier, DossierQueries, DossierSteps, Refusal } from '../../contracts/registration.js';
import type { Act, Audit } from '../../core/audit/audit.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from '../../core/errors.js';
import { toAscii } from '../../core/text.js';
import { fieldsToCorrect, fullReason, isOwn, shortReason, type RefusalTemplate } from './assessment.rules.js';
import { OTHER_REASON, type AssessInput } from './assessment.schema.js';
import { requireVersion, type Guarded } from './conflict.service.js';
import { isMatch } from './dossier.rules.js';
import type { ReasonQueries } from './reason.queries.js';
import type { DuplicateQueries } from './duplicate.queries.js';
import type { AskRegistry } from './registry.queries.js';
import type { Scope } from './scope.queries.js';

/**
 * How an assessment ended. `unmatched`: the registry does not know the person, nothing is approved;
 * `registry-down`: it did not answer, nothing has happened at all.
 */
export type Outcome = 'approved' | 'refused' | 'unmatched' | 'registry-down';

export interface AssessmentParts {
  readonly dossiers: DossierQueries;
  readonly steps: DossierSteps;
  readonly accounts: Accounts;
  readonly participants: Participants;
  readonly messenger: Messenger;
  readonly duplicates: DuplicateQueries;
  readonly askRegistry: AskRegistry;
  readonly scope: Scope;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly guarded: Guarded;
  readonly reasons: ReasonQueries;
}

/** **Ghi nhận** of an assessment. */
export interface AssessmentService {
  /** ConflictError when somebody was first or an account is in the way; ForbiddenError for the own dossier. */
  decide(id: string, input: AssessInput, actor: Actor): Promise<Outcome>;
}

const actOn = (action: string, dossier: Dossier, details: Act['details'] = {}): Act => ({
  action,
  subject: { kind: 'dossier', id: dossier.id, label: dossier.number },
  person: dossier.insuranceNumber,
  purpose: `Đánh giá hồ sơ ${dossier.number}`,
  details,
});

const refusalOf = (input: AssessInput, dossier: Dossier, template: RefusalTemplate | undefined): Refusal => ({
  reason: fullReason(template, input.vietThem),
  shortReason: shortReason(template, toAscii(input.vietThem), toAscii(dossier.fullName)),
  fields: fieldsToCorrect(input.oCanSua),
  withoutNewPaper: input.khongNopLai,
});

class Assessment implements AssessmentService {
  constructor(private readonly parts: AssessmentParts) {}

  async decide(id: string, input: AssessInput, actor: Actor): Promise<Outcome> {
    const agencies = await this.parts.scope.of(actor);
    return this.parts.guarded(id, agencies, async () => {
      const dossier = await this.parts.dossiers.find(id, agencies);
      if (!dossier) throw new NotFoundError();
      this.requireDecidable(dossier, input, actor);
      return input.ketQua === 'hop-le' ? this.approve(dossier) : this.refuse(dossier, input);
    });
  }

  private requireDecidable(dossier: Dossier, input: AssessInput, actor: Actor): void {
    if (isOwn(actor.attributes['insuranceNumber'], dossier.insuranceNumber))
      throw new ForbiddenError('Đây là hồ sơ của chính bạn. Hãy nhờ cán bộ khác đánh giá.');
    if (dossier.state === 'declared') throw new ConflictError('Hãy chọn Nộp hồ sơ trước.');
    if (dossier.state !== 'handed_in' && dossier.state !== 'in_review')
      throw new ConflictError('Hồ sơ này không còn chờ đánh giá.');
    if (dossier.kind !== 'new') throw new ConflictError('Loại hồ sơ này chưa đánh giá được ở trang này.');
    requireVersion(dossier, input.phienBan);
  }

  /** Inside the unit of work: the dossier in review, taken first when nobody had taken it. */
  private async inReview(dossier: Dossier): Promise<Dossier> {
    if (dossier.state === 'in_review') return dossier;
    await this.parts.steps.take(dossier);
    const taken = await this.parts.dossiers.find(dossier.id, [dossier.agencyCode]);
    if (!taken) throw new NotFoundError();
    return taken;
  }

  private async approve(dossier: Dossier): Promise<Outcome> {
    const { askRegistry, duplicates, accounts } = this.parts;
    const answer = await askRegistry(dossier.insuranceNumber);
    if (answer.kind === 'down') return 'registry-down';
    const obstacle = await duplicates.obstacle(dossier);
    if (obstacle) throw new ConflictError(obstacle);
    const known = answer.kind === 'found' ? answer.entry : undefined;
    if (!isMatch(dossier, known)) return this.noteUnmatched(dossier, known?.fullName);
    const password = await accounts.prepareFirstPassword();
    return this.parts.uow.run<Outcome>(async () => {
      const current = await this.inReview(dossier);
      await this.parts.steps.approve(current);
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
      const { insuranceNumber, phone, email, address } = dossier;
      await this.parts.participants.updateContact({ insuranceNumber, phone, email, address });
      await this.parts.audit.record(actOn('approval.approved', dossier));
      return 'approved';
    });
  }

  private noteUnmatched(dossier: Dossier, knownAs: string | undefined): Promise<Outcome> {
    const note = knownAs
      ? `Hệ thống HGĐ ghi tên "${knownAs}", tờ khai ghi "${dossier.fullName}"`
      : 'Hệ thống HGĐ không có mã số này. Đã hướng dẫn người dân làm thủ tục cấp mã số';
    return this.parts.uow.run<Outcome>(async () => {
      await this.inReview(dossier);
      await this.parts.steps.note(dossier.id, 'Chưa có trong Hệ thống HGĐ', note);
      await this.parts.audit.record(actOn('approval.not-in-registry', dossier, { found: knownAs !== undefined }));
      return 'unmatched';
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
      const current = await this.inReview(dossier);
      const repair = await this.parts.steps.refuse(current, refusal);
      await this.tellRefusal(current, refusal, repair);
      const { fields, withoutNewPaper } = refusal;
      await this.parts.audit.record(
        actOn('approval.refused', dossier, { template: input.lyDo, fields, withoutNewPaper }),
      );
      return 'refused';
    });
  }

  private tellRefusal(
    dossier: Dossier,
    refusal: Refusal,
    repair: { repairCode: string; repairLink: string },
  ): Promise<void> {
    return this.parts.messenger.tell(dossier, {
      template: 'dossier-refused',
      variables: {
        dossierNumber: dossier.number,
        shortReason: refusal.shortReason,
        fullReason: refusal.reason,
        fullName: dossier.fullName,
        ...repair,
      },
      // A corrected dossier may be refused again: that is another event.
      key: `refused:${dossier.id}:${dossier.version}`,
      subject: { kind: 'dossier', id: dossier.id },
    });
  }
}

export const createAssessmentService = (parts: AssessmentParts): AssessmentService => new Assessment(parts);
