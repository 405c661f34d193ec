import type { Actor } from '../../core/context.js';
import { ConflictError } from '../../core/errors.js';
import { page, redirect, type PageRequest, type Reply } from '../../core/http/route.js';
import type { SessionHandle } from '../../core/http/session.js';
import type { OfficerQueries } from './officer.queries.js';
import { paths } from './paths.js';
import { drawQr } from '../../core/qr.js';
import type { SealedNotes } from './sealed-note.service.js';
import { keyWords, mustHaveTotp, recoveryWords, type TotpPolicy } from './totp.rules.js';
import type { AppCodeForm, FactorForm } from './totp.schema.js';
import type { FactorGuess, SecondFactor } from './totp.service.js';

export interface TotpSetupController {
  offer(request: PageRequest<unknown>): Promise<Reply>;
  turnOn(request: PageRequest<AppCodeForm>): Promise<Reply>;
  offPage(request: PageRequest<unknown>): Promise<Reply>;
  turnOff(request: PageRequest<FactorForm>): Promise<Reply>;
  /** The recovery codes, once. */
  recovery(request: PageRequest<unknown>): Reply;
  renewPage(request: PageRequest<unknown>): Promise<Reply>;
  renew(request: PageRequest<FactorForm>): Promise<Reply>;
}

export interface TotpSetupParts {
  readonly queries: OfficerQueries;
  readonly factor: SecondFactor;
  readonly notes: SealedNotes;
  readonly policy: TotpPolicy;
}

const OFFER = 'auth.totp-offer';
const CODES = 'auth.recovery-codes';
const LOST = 'Mã QR đã được thay vì phiên làm việc đã đổi. Hãy quét lại mã mới rồi nhập mã xác thực.';
const REQUIRED = 'Vai trò của bạn bắt buộc xác thực hai lớp nên không tắt được.';

interface Offer {
  readonly secret: string;
  readonly uri: string;
}

const guessOf = ({ actor, ip }: PageRequest<unknown>, code: string): FactorGuess => ({
  owner: { id: actor.id, username: actor.attributes['username'] ?? '', fullName: actor.name },
  code,
  ip,
});

interface Question {
  readonly title: string;
  readonly action: string;
  readonly text: string;
  readonly button: string;
}

class Setup implements TotpSetupController {
  constructor(private readonly parts: TotpSetupParts) {}

  readonly offer = async ({ actor, session }: PageRequest<unknown>): Promise<Reply> => {
    if (await this.isOn(actor)) return redirect(paths.officerSecurity);
    const { secret, uri } = await this.offerFor(actor, session);
    return page('auth/officer-totp', {
      title: 'Bật xác thực hai lớp',
      qr: await drawQr(uri),
      key: keyWords(secret),
      required: actor.restriction === 'totp',
      paths,
    });
  };

  readonly turnOn = async (request: PageRequest<AppCodeForm>): Promise<Reply> => {
    const { actor, session, input } = request;
    const offer = this.parts.notes.read<Offer>(session, OFFER, actor.id);
    if (!offer) throw new ConflictError(LOST);
    const codes = await this.parts.factor.turnOn(guessOf(request, input.maXacThuc), offer.secret);
    session.remove(OFFER);
    session.flash({ kind: 'ok', text: 'Đã bật xác thực hai lớp.' });
    return this.keepCodes(session, actor, codes);
  };

  readonly offPage = async ({ actor }: PageRequest<unknown>): Promise<Reply> => {
    await this.requireOptional(actor);
    return this.ask(actor, {
      title: 'Tắt xác thực hai lớp',
      action: paths.officerTotpOff,
      text: 'Sau khi tắt, chỉ cần mật khẩu là đăng nhập được. Các mã dự phòng cũng hết hiệu lực.',
      button: 'Tắt xác thực hai lớp',
    });
  };

  readonly turnOff = async (request: PageRequest<FactorForm>): Promise<Reply> => {
    await this.requireOptional(request.actor);
    await this.parts.factor.turnOff(guessOf(request, request.input.maXacThuc));
    request.session.flash({ kind: 'ok', text: 'Đã tắt xác thực hai lớp.' });
    return redirect(paths.officerSecurity);
  };

  readonly recovery = ({ actor, session }: PageRequest<unknown>): Reply => {
    const codes = this.parts.notes.take<string[]>(session, CODES, actor.id);
    if (codes) {
      const data = { title: 'Mã dự phòng', codes: codes.map(recoveryWords), next: paths.officerSecurity };
      return page('auth/officer-recovery', data, { confidential: true });
    }
    session.flash({ kind: 'info', text: 'Mã dự phòng chỉ hiện một lần. Nếu chưa kịp ghi lại, hãy tạo mã mới.' });
    return redirect(paths.officerSecurity);
  };

  readonly renewPage = ({ actor }: PageRequest<unknown>): Promise<Reply> =>
    this.ask(actor, {
      title: 'Tạo mã dự phòng mới',
      action: paths.officerRecoveryNew,
      text: 'Mười mã mới sẽ thay mọi mã dự phòng cũ, kể cả mã chưa dùng.',
      button: 'Tạo mã mới',
    });

  readonly renew = async (request: PageRequest<FactorForm>): Promise<Reply> => {
    const codes = await this.parts.factor.renew(guessOf(request, request.input.maXacThuc));
    return this.keepCodes(request.session, request.actor, codes);
  };

  private async isOn(actor: Actor): Promise<boolean> {
    return (await this.parts.queries.factor(actor.id)) !== undefined;
  }

  private async requireOptional(actor: Actor): Promise<void> {
    const officer = await this.parts.queries.byId(actor.id);
    if (mustHaveTotp(officer?.roles ?? [], this.parts.policy)) throw new ConflictError(REQUIRED);
  }

  /** The same secret until it is confirmed, so that a second look at the page shows the code that was scanned. */
  private async offerFor(actor: Actor, session: SessionHandle): Promise<Offer> {
    const { notes, factor } = this.parts;
    const kept = notes.read<Offer>(session, OFFER, actor.id);
    if (kept) return kept;
    const fresh = await factor.offer(actor.attributes['username'] ?? '');
    notes.keep(session, OFFER, actor.id, fresh);
    return fresh;
  }

  private keepCodes(session: SessionHandle, actor: Actor, codes: readonly string[]): Reply {
    this.parts.notes.keep(session, CODES, actor.id, codes);
    return redirect(paths.officerRecovery);
  }

  /** A page that asks for a code before something is done; leads back where there is no factor. */
  private async ask(actor: Actor, data: Question): Promise<Reply> {
    const back = paths.officerSecurity;
    return (await this.isOn(actor)) ? page('auth/officer-confirm', { ...data, back }) : redirect(back);
  }
}

/** Setting up the second factor, taking it away, and its recovery codes. */
export const totpSetupController = (parts: TotpSetupParts): TotpSetupController => new Setup(parts);
