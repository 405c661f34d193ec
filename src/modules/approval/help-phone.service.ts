import type { Accounts, AccountSummary } from '../../contracts/auth.js';
import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import type { Participants } from '../../contracts/records.js';
import type { DossierQueries, DossierSteps, NewPicture } from '../../contracts/registration.js';
import type { Audit } from '../../core/audit/audit.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import type { Actor } from '../../core/context.js';
import { ConflictError, InvalidError } from '../../core/errors.js';
import type { CheckedFile } from '../../core/files/picture.js';
import { maskPhone } from '../../core/http/format.js';
import type { Seal } from '../../core/seal.js';
import type { HelpFiles } from './help-file.service.js';
import { helpReasons, type HelpReason } from './help.rules.js';
import { helpAct } from './help.service.js';
import type { HelpTarget, HelpTurns } from './help-turn.service.js';
import type { OpenProposal, ProposalFacts, ProposalHandler, SecondPerson } from './second-person.service.js';
import { pictureWords } from './words.rules.js';

/** A new phone as it was asked for, looked at and not yet confirmed. */
export interface PhoneChange {
  readonly accountId: string;
  readonly from: string;
  readonly to: string;
  readonly paper: string;
  readonly reason: HelpReason;
  /** Stamp of what the officer saw. */
  readonly seen: string;
  readonly picture?: NewPicture;
}

/** A change that a second person has to confirm. */
type PhoneProposal = Omit<PhoneChange, 'seen'>;

export interface HelpPhoneService {
  /** Whether a new portrait together with a new phone needs a second person. */
  needsSecond(): Promise<boolean>;
  /** Refuses what cannot be; keeps the picture and gives the slip that the confirmation brings back. */
  prepare(change: PhoneChange, sessionId: string, file?: CheckedFile): Promise<{ slip: string; change: PhoneChange }>;
  /** What the slip says; undefined when it is of another account or session, or was tampered with. */
  read(slip: string, accountId: string, sessionId: string): PhoneChange | undefined;
  confirm(change: PhoneChange, target: HelpTarget): Promise<'changed' | 'proposed'>;
  /** For the second person. */
  readonly handler: ProposalHandler;
}

export interface HelpPhoneParts {
  readonly accounts: Accounts;
  readonly participants: Participants;
  readonly dossiers: DossierQueries;
  readonly steps: DossierSteps;
  readonly settings: DatedSettings;
  readonly turns: HelpTurns;
  readonly files: HelpFiles;
  readonly seal: Seal;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly second: SecondPerson;
}

const TAKEN = 'Số này đang dùng cho tài khoản của người khác, chưa có gì thay đổi. Hỏi lại người dân một số khác.';
const SAME = 'Đây chính là số đang dùng. Nếu người dân còn giữ số này, hãy dùng Cấp lại mật khẩu.';
const NO_DOSSIER = 'Tài khoản này không có hồ sơ đã duyệt nên không thay ảnh được. Bỏ ảnh rồi gửi lại.';
const MOVED = 'Số điện thoại của tài khoản đã đổi từ khi có đề nghị này. Hãy xem lại với người dân.';
const CANCELLED = 'Số điện thoại đã đổi tại quầy nên yêu cầu này được hủy. Bạn có thể gửi yêu cầu mới.';

const payloadOf = ({ payload }: OpenProposal): PhoneProposal => payload as PhoneProposal;

class HelpPhone implements HelpPhoneService {
  constructor(private readonly parts: HelpPhoneParts) {}

  async needsSecond(): Promise<boolean> {
    const { settings, clock } = this.parts;
    return (await settings.number(settingNames.secondPerson, dayOf(clock.now()))) === 1;
  }

  async prepare(change: PhoneChange, sessionId: string, file?: CheckedFile) {
    const { accounts, dossiers, files, seal } = this.parts;
    if (change.to === change.from) throw new InvalidError([{ field: 'soMoi', message: SAME }]);
    if (await accounts.byPhone(change.to)) throw new InvalidError([{ field: 'soMoi', message: TAKEN }]);
    const account = await accounts.byId(change.accountId);
    if (file && !(account && (await dossiers.approved(account.insuranceNumber))))
      throw new InvalidError([{ field: 'tep', message: NO_DOSSIER }]);
    const whole: PhoneChange = file
      ? {
          ...change,
          picture: { kind: 'portrait', name: file.name, type: file.type, fileId: await files.put(file.bytes) },
        }
      : change;
    return { slip: seal.close(`${change.accountId}:${sessionId}`, whole), change: whole };
  }

  read(slip: string, accountId: string, sessionId: string): PhoneChange | undefined {
    try {
      return this.parts.seal.open<PhoneChange>(`${accountId}:${sessionId}`, slip);
    } catch {
      return undefined;
    }
  }

  async confirm(change: PhoneChange, target: HelpTarget): Promise<'changed' | 'proposed'> {
    const second = change.picture !== undefined && (await this.needsSecond());
    return this.parts.uow.run(async () => {
      const { account, turn } = await this.parts.turns.take({ ...target, seen: change.seen });
      await this.requireFree(change.to);
      if (second) {
        await this.propose(account, change, target.actor);
        return 'proposed';
      }
      await this.change(account, change, { key: `${account.id}:${turn}` });
      await this.parts.second.cancel('phone', account.id);
      return 'changed';
    });
  }

  readonly handler: ProposalHandler = {
    facts: (proposal) => this.facts(payloadOf(proposal)),
    carryOut: (proposal) => this.carryOut(payloadOf(proposal), proposal),
    dropped: async (proposal) => {
      const { picture } = payloadOf(proposal);
      if (picture) await this.parts.files.drop(picture.fileId);
    },
  };

  /** Nothing to look at once the phone on file is another one. */
  private async facts({ accountId, from, to, picture }: PhoneProposal): Promise<ProposalFacts | undefined> {
    const { accounts, dossiers } = this.parts;
    const account = await accounts.byId(accountId);
    if (account?.phone !== from) return undefined;
    const dossier = await dossiers.approved(account.insuranceNumber);
    const all = dossier ? await dossiers.pictures(dossier.id) : [];
    const portraits = all.filter(({ kind, current }) => kind === 'portrait' && current);
    const label = pictureWords.portrait;
    return {
      name: account.fullName,
      question: `Đổi số điện thoại của ${account.fullName}?`,
      changes: [{ label: 'Số điện thoại', from: maskPhone(from), to }],
      pictures: [
        ...portraits.map(({ fileId }) => ({ label, note: 'Đang dùng', fileId })),
        ...(picture ? [{ label, note: 'Ảnh mới', fileId: picture.fileId }] : []),
      ],
    };
  }

  private carryOut(change: PhoneProposal, { id, proposedByName }: OpenProposal): Promise<void> {
    return this.parts.uow.run(async () => {
      const account = await this.parts.accounts.byId(change.accountId);
      if (account?.phone !== change.from) throw new ConflictError(MOVED);
      await this.requireFree(change.to);
      await this.change(account, change, { key: id, proposedBy: proposedByName });
    });
  }

  private async requireFree(phone: string): Promise<void> {
    if (await this.parts.accounts.byPhone(phone)) throw new ConflictError(TAKEN);
  }

  private async propose(account: AccountSummary, { seen: _, ...proposal }: PhoneChange, actor: Actor): Promise<void> {
    if (proposal.picture) await this.parts.files.keep(proposal.picture.fileId);
    const { id: subjectId, insuranceNumber } = account;
    const agencyCode = actor.attributes['agencyCode'] ?? '';
    await this.parts.second.propose({
      kind: 'phone',
      subjectId,
      label: insuranceNumber,
      insuranceNumber,
      agencyCode,
      payload: proposal,
    });
    await this.record('approval.help-phone-proposed', account, proposal, {});
  }

  /** Dossiers first and the account after them, as every decision does: so two of them never wait for each other. */
  private async change(
    account: AccountSummary,
    change: PhoneProposal,
    { key, ...by }: { key: string; proposedBy?: string },
  ): Promise<void> {
    const { accounts, participants, steps } = this.parts;
    const { insuranceNumber, id } = account;
    const cancelled = await steps.cancelChanges(insuranceNumber, CANCELLED);
    if (change.picture) await this.replacePortrait(insuranceNumber, change.picture);
    const phone = change.to;
    await accounts.changeContact({ insuranceNumber, phone, key, subject: { kind: 'account', id } });
    await participants.updateContact({ insuranceNumber, phone });
    await this.record('approval.help-phone-changed', account, change, { cancelled, ...by });
  }

  private async replacePortrait(insuranceNumber: string, picture: NewPicture): Promise<void> {
    const dossier = await this.parts.dossiers.approved(insuranceNumber);
    if (!dossier) throw new ConflictError(NO_DOSSIER);
    await this.parts.files.release(picture.fileId);
    await this.parts.steps.replaceApprovedPicture(dossier, picture);
  }

  private record(
    action: 'approval.help-phone-proposed' | 'approval.help-phone-changed',
    account: AccountSummary,
    { from, to, paper, picture, reason }: PhoneProposal,
    more: Readonly<Record<string, number | string>>,
  ): Promise<void> {
    const details = { before: maskPhone(from), after: maskPhone(to), paper, picture: picture !== undefined, ...more };
    return this.parts.audit.record(helpAct(action, account, helpReasons[reason], details));
  }
}

export const createHelpPhone = (parts: HelpPhoneParts): HelpPhoneService => new HelpPhone(parts);
