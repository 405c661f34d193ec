import { ConflictError, InvalidError } from '../../core/errors.js';
import { page, redirect, type PageRequest, type Reply } from '../../core/http/route.js';
import type { AccountQueries } from './account.queries.js';
import type { Hashing } from './hashing.service.js';
import type { OtpSteps, Step } from './otp.controller.js';
import type { PasswordChange } from './password-change.service.js';
import { passwordFault } from './password.rules.js';
import type { ForgottenForm, ResetForm } from './password.schema.js';
import { requireGoodPassword } from './password.service.js';
import { paths, signInPath } from './paths.js';

const step: Step = {
  purpose: 'reset-password',
  view: 'auth/reset-password',
  title: 'Đặt mật khẩu mới',
  start: paths.forgotten,
  confirm: paths.forgottenConfirm,
  resend: paths.forgottenResend,
  showsPhone: false,
};

const NUMBER = 'auth.reset-number';

export interface ForgottenController {
  form(request: PageRequest<unknown>): Reply;
  submit(request: PageRequest<ForgottenForm>): Promise<Reply>;
  code(request: PageRequest<unknown>): Promise<Reply>;
  resend(request: PageRequest<unknown>): Promise<Reply>;
  confirm(request: PageRequest<ResetForm>): Promise<Reply>;
}

export interface ForgottenParts {
  readonly change: PasswordChange;
  readonly steps: OtpSteps;
  readonly queries: AccountQueries;
  readonly hashing: Hashing;
  keyedHash(purpose: string, value: string): string;
}

/**
 * Forgotten password. Known and unknown numbers walk the same way: a challenge is opened for both, codes are counted
 * for both, and only the message is missing where there is no account.
 */
export const forgottenController = ({
  change,
  steps,
  queries,
  hashing,
  keyedHash,
}: ForgottenParts): ForgottenController => ({
  form: () => page('auth/forgotten', { title: 'Quên mật khẩu' }),
  submit: async ({ input, session }) => {
    const account = await queries.byLogin(input.soDinhDanh);
    await steps.begin(step, session, account?.id ?? keyedHash('auth.no-account', input.soDinhDanh));
    session.set(NUMBER, input.soDinhDanh);
    return redirect(paths.forgottenConfirm);
  },
  code: (request) => steps.show(step, request),
  resend: ({ session }) => steps.resend(step, session),
  confirm: async ({ input, session, ip }) => {
    const { maOtp, matKhauMoi } = input;
    // Before the code is right the password is measured only against what was typed here.
    await requireGoodPassword(matKhauMoi, { insuranceNumber: session.get<string>(NUMBER) ?? '' }, 'matKhauMoi');
    const hash = await hashing.hash(matKhauMoi);
    const result = await steps.confirm(step, session, maOtp, async (id) => {
      const account = await queries.byId(id);
      if (!account) throw new ConflictError('Tài khoản không còn dùng được. Hãy hỏi cơ quan BHXH.');
      const fault = passwordFault(matKhauMoi, account);
      if (fault) throw new InvalidError([{ field: 'matKhauMoi', message: fault }]);
      await change.reset(account, hash, ip);
    });
    if (!result) return redirect(paths.forgotten);
    session.remove(NUMBER);
    return redirect(signInPath(paths.signIn, '', 'doi-mat-khau'));
  },
});
