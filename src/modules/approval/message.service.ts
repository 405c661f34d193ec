import type { AccountSummary, Accounts } from '../../contracts/auth.js';
import type { Messenger, MessageSummary } from '../../contracts/notification.js';
import type { Dossier, DossierQueries, DossierSteps } from '../../contracts/registration.js';
import type { Audit } from '../../core/audit/audit.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, ForbiddenError, NotFoundError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { isOwn } from './assessment.rules.js';
import { newerThan, resendingOf, shortReasonOf, type Resending } from './message.rules.js';
import type { ReasonQueries } from './reason.queries.js';
import type { Scope } from './scope.queries.js';
import { stepAct } from './step.service.js';

export interface ResendParts {
  readonly dossiers: DossierQueries;
  readonly steps: DossierSteps;
  readonly accounts: Accounts;
  readonly messenger: Messenger;
  readonly reasons: ReasonQueries;
  readonly scope: Scope;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
}

/** Which message of which dossier, and who sends it again. */
export interface MessageTarget {
  readonly dossierId: string;
  readonly messageId: string;
  readonly actor: Actor;
}

/** **Gửi lại** beside a message of a dossier. */
export interface ResendService {
  /** ConflictError while it is on its way, where it would not help, and for whoever clicks a second time. */
  resend(target: MessageTarget): Promise<Resending>;
}

const UNREACHABLE = 'Nơi nhận này không nhận được tin. Hãy hỏi lại số điện thoại hoặc địa chỉ thư điện tử.';
const USED =
  'Người dân đã dùng mật khẩu dùng một lần hoặc tài khoản đang khóa. Mở Hỗ trợ tài khoản để cấp lại mật khẩu.';
const ERASED = 'Dữ liệu của hồ sơ này đã xóa nên không gửi lại tin được.';
const NEWER = 'Tin mới hơn đã được gửi. Xem tin đó ở đầu danh sách.';

class Resend implements ResendService {
  constructor(private readonly parts: ResendParts) {}

  async resend({ dossierId, messageId, actor }: MessageTarget): Promise<Resending> {
    const { dossiers, scope, messenger } = this.parts;
    const dossier = await dossiers.find(dossierId, await scope.of(actor));
    const message = dossier && (await messenger.about('dossier', dossierId)).find(({ id }) => id === messageId);
    if (!dossier || !message) throw new NotFoundError('Không tìm thấy tin nhắn này. Tin có thể đã hết thời hạn lưu.');
    if (isOwn(actor.attributes['insuranceNumber'], dossier.insuranceNumber))
      throw new ForbiddenError('Đây là hồ sơ của chính bạn. Hãy nhờ cán bộ khác gửi lại tin.');
    if (dossier.insuranceNumber === '') throw new ConflictError(ERASED);
    const how = this.requireResendable(message);
    if (how === 'password') await this.newPassword(dossier, message);
    else if (how === 'repair') await this.newRepair(dossier, message);
    else await this.asItWas(dossier, message);
    return how;
  }

  private requireResendable(message: MessageSummary): Resending {
    const how = resendingOf(message);
    if (!how) throw new ConflictError('Tin này có mã bí mật đã hết hạn nên không gửi lại được.');
    if (!message.ended) throw new ConflictError('Tin này đang được gửi. Hãy đợi đến khi có kết quả.');
    if (message.unreachable) throw new ConflictError(UNREACHABLE);
    return how;
  }

  private asItWas(dossier: Dossier, message: MessageSummary): Promise<void> {
    const { uow, messenger } = this.parts;
    return uow.run(async () => {
      await messenger.again(message.id, { kind: 'dossier', id: dossier.id });
      await this.record(dossier, message);
    });
  }

  private async newPassword(dossier: Dossier, message: MessageSummary): Promise<void> {
    const { uow, accounts } = this.parts;
    const { insuranceNumber } = dossier;
    const password = await accounts.prepareFirstPassword();
    await uow.run(async () => {
      const account = await accounts.byInsuranceNumber(insuranceNumber);
      if (!account || !this.isUnused(account)) throw new ConflictError(USED);
      const subject = { kind: 'dossier', id: dossier.id };
      // A key of its own each time: the password that is stored is the one that is sent.
      await accounts.resetPassword({ insuranceNumber, way: 'sms', key: `resent:${newId()}`, subject }, password);
      await this.requireFirst(dossier, message);
      await this.record(dossier, message);
    });
  }

  private isUnused({ passwordKind, state }: AccountSummary): boolean {
    return passwordKind === 'one-time' && state === 'active';
  }

  private async newRepair(dossier: Dossier, message: MessageSummary): Promise<void> {
    const { uow, steps, messenger, reasons } = this.parts;
    const { id, version, number: dossierNumber, fullName } = dossier;
    const fullReason = dossier.reason ?? '';
    const shortReason = shortReasonOf(fullReason, await reasons.all(), fullName);
    await uow.run(async () => {
      const repair = await steps.renewRepair({ id, version });
      await messenger.tell(dossier, {
        template: 'dossier-refused',
        variables: { dossierNumber, fullName, shortReason, fullReason, ...repair },
        key: `refused-again:${id}:${version}`,
        subject: { kind: 'dossier', id },
      });
      await this.requireFirst(dossier, message);
      await this.record(dossier, message);
    });
  }

  /**
   * The row that was changed before is held by now, so what another click has queued is seen: ours must be the only
   * SMS that is newer than the one beside which the button stood.
   */
  private async requireFirst(dossier: Dossier, message: MessageSummary): Promise<void> {
    const all = await this.parts.messenger.about('dossier', dossier.id);
    if (newerThan(message, all).length > 1) throw new ConflictError(NEWER);
  }

  private record(dossier: Dossier, { template, channel }: MessageSummary): Promise<void> {
    return this.parts.audit.record(stepAct('approval.message-resent', dossier, { template, channel }));
  }
}

export const createResendService = (parts: ResendParts): ResendService => new Resend(parts);
