import { page, redirect, type PageRequest, type Reply } from '../../core/http/route.js';
import type { OtpSteps, Step } from './otp.controller.js';
import type { CodeForm } from './otp.schema.js';
import type { PasswordChange } from './password-change.service.js';
import type { ChangeForm } from './password.schema.js';
import { paths, signInPath } from './paths.js';

const step: Step = {
  purpose: 'change-password',
  view: 'auth/otp',
  title: 'Xác nhận đổi mật khẩu',
  start: paths.changePassword,
  confirm: paths.changePasswordConfirm,
  resend: paths.changePasswordResend,
  showsPhone: true,
};

export interface PasswordChangeController {
  form(request: PageRequest<unknown>): Promise<Reply>;
  submit(request: PageRequest<ChangeForm>): Promise<Reply>;
  code(request: PageRequest<unknown>): Promise<Reply>;
  resend(request: PageRequest<unknown>): Promise<Reply>;
  confirm(request: PageRequest<CodeForm>): Promise<Reply>;
}

export const passwordChangeController = (change: PasswordChange, steps: OtpSteps): PasswordChangeController => ({
  form: async ({ actor }) => {
    const { firstTime, lastDay } = await change.state(actor.id);
    const due = actor.restriction === 'password';
    return page('auth/change-password', { title: 'Đổi mật khẩu', firstTime, lastDay, due });
  },
  submit: async ({ input, actor, ip, session }) => {
    const { matKhauCu: old, matKhauMoi: fresh } = input;
    const { account, hash } = await change.prepare({ accountId: actor.id, old, fresh, ip });
    // The hash waits with the challenge; the password itself is kept nowhere.
    await steps.begin(step, session, account.id, { hash, epoch: Number(actor.attributes['epoch']) });
    return redirect(paths.changePasswordConfirm);
  },
  code: (request) => steps.show(step, request),
  resend: ({ session }) => steps.resend(step, session),
  confirm: async ({ input, session }) => {
    const result = await steps.confirm(step, session, input.maOtp, (id, { hash, epoch }) =>
      change.complete(id, Number(epoch), String(hash)),
    );
    if (!result) return redirect(paths.changePassword);
    if (!result.value) return redirect(signInPath(paths.signIn, '', 'tai-khoan-vua-doi'));
    await session.signIn(result.value);
    session.flash({ kind: 'ok', text: 'Đã đổi mật khẩu. Từ lần sau, hãy đăng nhập bằng mật khẩu mới.' });
    return redirect(paths.citizenHome);
  },
});
