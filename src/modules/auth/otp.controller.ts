import type { CodePayload as Payload, CodeVerdict } from '../../contracts/auth.js';
import { InvalidError } from '../../core/errors.js';
import type { Clock } from '../../core/clock.js';
import { maskPhone } from '../../core/http/format.js';
import { page, redirect, type PageRequest, type Reply } from '../../core/http/route.js';
import type { SessionHandle } from '../../core/http/session.js';
import type { OtpGuesses } from './otp-guess.service.js';
import type { Otp } from './otp.service.js';
import type { Purpose } from './otp.rules.js';

/** One journey that is confirmed by a code: where its pages are and what they say. */
export interface Step {
  readonly purpose: Purpose;
  readonly view: string;
  readonly title: string;
  /** Where the journey begins; whoever has no open challenge is sent there. */
  readonly start: string;
  readonly confirm: string;
  readonly resend: string;
  /** Phone is shown masked only where the password was right before. */
  readonly showsPhone: boolean;
}

const EXPIRED = 'Mã OTP đã hết hạn. Chọn Gửi lại mã để nhận mã mới.';
const SPENT = 'Bạn đã nhập sai mã OTP 5 lần nên mã này không dùng được nữa. Hãy làm lại từ đầu để nhận mã mới.';

/** The pages of a code, the same for every journey. */
export interface OtpSteps {
  /** The page with the code field, or the way back to the start. */
  show(step: Step, request: PageRequest<unknown>): Promise<Reply>;
  begin(step: Step, session: SessionHandle, subject: string, payload?: Payload): Promise<void>;
  resend(step: Step, session: SessionHandle): Promise<Reply>;
  /** The value of `act`, or undefined when the challenge is over and the reader has to begin again. Throws InvalidError for a wrong code. */
  confirm<T>(
    step: Step,
    session: SessionHandle,
    code: string,
    act: (subject: string, payload: Payload) => Promise<T>,
  ): Promise<{ value: T } | undefined>;
  isOpen(step: Step, session: SessionHandle): Promise<boolean>;
}

const keyOf = (step: Step): string => `auth.${step.purpose}`;

const read = <T>(verdict: CodeVerdict<T>, session: SessionHandle, step: Step): { value: T } | undefined => {
  if (verdict.kind === 'right') return { value: verdict.value };
  if (verdict.kind === 'expired') throw new InvalidError([{ field: 'maOtp', message: EXPIRED }]);
  if (verdict.kind === 'wrong' && verdict.triesLeft > 0)
    throw new InvalidError([{ field: 'maOtp', message: `Mã OTP chưa đúng. Bạn còn ${verdict.triesLeft} lần thử.` }]);
  session.remove(keyOf(step));
  session.flash({ kind: 'bad', text: SPENT });
  return undefined;
};

export interface OtpStepsParts {
  readonly otp: Otp;
  readonly guesses: OtpGuesses;
  readonly clock: Clock;
  phoneOf(subject: string): Promise<string | undefined>;
}

export const otpSteps = ({ otp, guesses, clock, phoneOf }: OtpStepsParts): OtpSteps => {
  const idOf = (step: Step, session: SessionHandle): string | undefined => session.get<string>(keyOf(step));
  return {
    show: async (step, { session }) => {
      const challenge = await otp.open(idOf(step, session), session.id);
      if (!challenge) return redirect(step.start);
      const phone = step.showsPhone ? maskPhone(await phoneOf(challenge.subject)) : '';
      const now = clock.now();
      const waitSeconds = Math.max(0, Math.ceil((challenge.resendAt.getTime() - now.getTime()) / 1_000));
      const minutesLeft = Math.max(0, Math.ceil((challenge.expiresAt.getTime() - now.getTime()) / 60_000));
      return page(
        step.view,
        { title: step.title, step, challenge, phone, waitSeconds, minutesLeft },
        { confidential: true },
      );
    },
    begin: async (step, session, subject, payload) => {
      const challenge = { subject, purpose: step.purpose, sessionId: session.id, ...(payload && { payload }) };
      session.set(keyOf(step), await otp.begin(challenge));
    },
    resend: async (step, session) => {
      const challenge = await otp.open(idOf(step, session), session.id);
      if (!challenge) return redirect(step.start);
      await otp.resend({ id: challenge.id, sessionId: session.id });
      session.flash({ kind: 'ok', text: 'Đã gửi lại mã OTP. Mã nhận trước đó vẫn dùng được cho đến khi hết hạn.' });
      return redirect(step.confirm);
    },
    confirm: async (step, session, code, act) => {
      const id = idOf(step, session);
      const guess = { id: id ?? '', purpose: step.purpose, sessionId: session.id, code };
      return read(id ? await guesses.confirm([guess], act) : { kind: 'spent', which: 0 }, session, step);
    },
    isOpen: async (step, session) => (await otp.open(idOf(step, session), session.id)) !== undefined,
  };
};
