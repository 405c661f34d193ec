import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import { Op } from 'sequelize';
import type { Table } from '../../core/db/table.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, InvalidError } from '../../core/errors.js';
import { randomCode } from '../../core/ids.js';
import type { Seal } from '../../core/seal.js';
import type { Attempts } from './attempt.service.js';
import type { RecoveryRow, TotpRow } from './totp.model.js';
import { RECOVERY_CODES, RECOVERY_LENGTH, STEP_SECONDS } from './totp.rules.js';

/** Whose second factor it is. */
export interface FactorOwner {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
}

export interface FactorGuess {
  readonly owner: FactorOwner;
  /** Six digits of the application, or a recovery code. */
  readonly code: string;
  readonly ip: string;
}

/** How it was proved. */
export type Proof = 'code' | 'recovery';

/** The second factor of officers: time-based codes (RFC 6238) and recovery codes that work once. */
export interface SecondFactor {
  /** A new secret, and the address that its QR code carries. */
  offer(username: string): Promise<{ secret: string; uri: string }>;
  /** Sets the factor up once a code shows that the application has it; returns the recovery codes. */
  turnOn(guess: FactorGuess, secret: string): Promise<string[]>;
  /** Takes a try; when the code is right and unused `act` runs in the unit that spends it. */
  confirm<T>(guess: FactorGuess, act: (proof: Proof) => Promise<T>): Promise<T>;
  /** Confirmed by a code: no factor from here on. */
  turnOff(guess: FactorGuess): Promise<void>;
  /** Confirmed by a code: new recovery codes, the earlier ones are dead. */
  renew(guess: FactorGuess): Promise<string[]>;
  /** Joins the unit of work: takes the factor away, and says whether there was one. */
  remove(officerId: string): Promise<boolean>;
}

export interface SecondFactorParts {
  readonly factors: Table<TotpRow>;
  readonly recovery: Table<RecoveryRow>;
  readonly attempts: Attempts;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly seal: Seal;
  keyedHash(purpose: string, value: string): string;
}

const FIELD = 'maXacThuc';
const WRONG = 'Mã xác thực chưa đúng. Hãy nhập mã đang hiện trong ứng dụng, hoặc một mã dự phòng chưa dùng.';
const WRONG_FIRST = 'Mã xác thực chưa đúng. Hãy kiểm tra giờ trên điện thoại rồi nhập mã đang hiện trong ứng dụng.';
const USED = 'Mã này đã dùng rồi. Đợi ứng dụng hiện mã mới (tối đa 30 giây) rồi nhập.';
export const ALREADY_ON = 'Xác thực hai lớp đã được bật. Muốn đổi điện thoại, hãy tắt rồi bật lại.';
const NOT_ON = 'Xác thực hai lớp chưa được bật. Hãy đăng nhập lại.';

const fault = (message: string): InvalidError => new InvalidError([{ field: FIELD, message }]);
const subjectOf = ({ id, fullName }: FactorOwner) => ({ kind: 'officer', id, label: fullName });

class Totp implements SecondFactor {
  constructor(private readonly parts: SecondFactorParts) {}

  async offer(username: string): Promise<{ secret: string; uri: string }> {
    // Loaded at first use: an installation without second factors never needs it.
    const { generateSecret, generateURI } = await import('otplib');
    const secret = generateSecret();
    return { secret, uri: generateURI({ issuer: 'An Sinh', label: username, secret }) };
  }

  async turnOn({ owner, code, ip }: FactorGuess, secret: string): Promise<string[]> {
    const { attempts, uow, factors, audit, clock, seal } = this.parts;
    const bucket = await attempts.take('totp', owner.id, ip);
    const lastStep = await this.stepOf(secret, code);
    if (lastStep === undefined) throw fault(WRONG_FIRST);
    return uow.run(async () => {
      const row = { officerId: owner.id, secret: seal.close(owner.id, { secret }), lastStep, createdAt: clock.now() };
      if (!(await factors.insertNew(row))) throw new ConflictError(ALREADY_ON);
      await attempts.clear(bucket);
      await audit.record({ action: 'auth.totp-on', subject: subjectOf(owner) });
      return this.newRecovery(owner.id);
    });
  }

  async confirm<T>({ owner, code, ip }: FactorGuess, act: (proof: Proof) => Promise<T>): Promise<T> {
    const { attempts, uow, factors, audit, seal } = this.parts;
    const bucket = await attempts.take('totp', owner.id, ip);
    const row = await factors.one({ officerId: owner.id });
    if (!row) throw new ConflictError(NOT_ON);
    const { secret } = seal.open<{ secret: string }>(owner.id, row.secret);
    const step = /^\d{6}$/.test(code) ? await this.stepOf(secret, code) : undefined;
    const done = await uow.run(async () => {
      const proof = await this.spend(owner.id, code, step);
      if (!proof) return undefined;
      await attempts.clear(bucket);
      return { value: await act(proof) };
    });
    if (done) return done.value;
    await uow.run(() => audit.record({ action: 'auth.code-wrong', subject: subjectOf(owner) }));
    throw fault(step === undefined ? WRONG : USED);
  }

  turnOff(guess: FactorGuess): Promise<void> {
    return this.confirm(guess, async () => {
      await this.remove(guess.owner.id);
      await this.parts.audit.record({ action: 'auth.totp-off', subject: subjectOf(guess.owner) });
    });
  }

  renew(guess: FactorGuess): Promise<string[]> {
    return this.confirm(guess, async () => {
      await this.parts.audit.record({ action: 'auth.recovery-renewed', subject: subjectOf(guess.owner) });
      return this.newRecovery(guess.owner.id);
    });
  }

  async remove(officerId: string): Promise<boolean> {
    await this.parts.recovery.remove({ officerId });
    return (await this.parts.factors.remove({ officerId })) === 1;
  }

  /** The time step to which a code belongs, at most one away from now. */
  private async stepOf(secret: string, token: string): Promise<number | undefined> {
    const { verify } = await import('otplib');
    const epoch = Math.floor(this.parts.clock.now().getTime() / 1_000);
    const found = await verify({ secret, token, epoch, epochTolerance: STEP_SECONDS });
    return found.valid ? (found as { timeStep: number }).timeStep : undefined;
  }

  /** Each code is taken once: two who send the same at once meet at the row. */
  private async spend(officerId: string, code: string, step: number | undefined): Promise<Proof | undefined> {
    const { factors, recovery } = this.parts;
    if (step !== undefined)
      return (await factors.change({ lastStep: step }, { officerId, lastStep: { [Op.lt]: step } })) === 1
        ? 'code'
        : undefined;
    const codeHash = this.hash(officerId, code);
    return (await recovery.remove({ officerId, codeHash })) === 1 ? 'recovery' : undefined;
  }

  private async newRecovery(officerId: string): Promise<string[]> {
    const { recovery } = this.parts;
    const codes = Array.from({ length: RECOVERY_CODES }, () => randomCode(RECOVERY_LENGTH));
    await recovery.remove({ officerId });
    await recovery.insertMany(codes.map((code) => ({ officerId, codeHash: this.hash(officerId, code) })));
    return codes;
  }

  private hash(officerId: string, code: string): string {
    return this.parts.keyedHash('auth.recovery', `${officerId}:${code}`);
  }
}

export const createSecondFactor = (parts: SecondFactorParts): SecondFactor => new Totp(parts);
