import { page, redirect, type PageRequest, type Reply } from '../../core/http/route.js';
import { PASSWORD_SET } from './actors.service.js';
import type { OfficerPasswords } from './officer-password.service.js';
import type { SetPasswordForm } from './password.schema.js';
import { paths, setPasswordPath, signInPath } from './paths.js';

export interface SetPasswordController {
  form(request: PageRequest<unknown>): Promise<Reply>;
  submit(request: PageRequest<SetPasswordForm>): Promise<Reply>;
}

/** The page behind an officer's one-time link. */
export const setPasswordController = (passwords: OfficerPasswords): SetPasswordController => ({
  form: async ({ params }) => {
    const token = params['token'] ?? '';
    const { fullName, username } = await passwords.ownerOf(token);
    const data = { title: 'Đặt mật khẩu', layout: 'public', fullName, username, action: setPasswordPath(token) };
    return page('auth/officer-set-password', data, { confidential: true });
  },
  submit: async ({ params, input }) => {
    await passwords.set(params['token'] ?? '', input.matKhauMoi);
    return redirect(signInPath(paths.officerSignIn, '', PASSWORD_SET));
  },
});
