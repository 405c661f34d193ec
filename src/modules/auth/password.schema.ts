import { z } from 'zod';
import { codeField } from './otp.schema.js';
import { loginField, passwordField } from './sign-in.schema.js';

const SAME = { path: ['nhapLai'], message: 'Hai lần nhập mật khẩu mới chưa giống nhau. Hãy nhập lại.' };

const newPassword = {
  matKhauMoi: passwordField('Hãy nhập mật khẩu mới.'),
  nhapLai: passwordField('Hãy nhập lại mật khẩu mới.'),
};

export const changeForm = z
  .object({ matKhauCu: passwordField('Hãy nhập mật khẩu đang dùng.'), ...newPassword })
  .refine(({ matKhauMoi, nhapLai }) => matKhauMoi === nhapLai, SAME);
export type ChangeForm = z.infer<typeof changeForm>;

export const forgottenForm = z.object({ soDinhDanh: loginField });
export type ForgottenForm = z.infer<typeof forgottenForm>;

export const resetForm = z
  .object({ maOtp: codeField, ...newPassword })
  .refine(({ matKhauMoi, nhapLai }) => matKhauMoi === nhapLai, SAME);
export type ResetForm = z.infer<typeof resetForm>;

/** Behind an officer's one-time link. */
export const setPasswordForm = z.object(newPassword).refine(({ matKhauMoi, nhapLai }) => matKhauMoi === nhapLai, SAME);
export type SetPasswordForm = z.infer<typeof setPasswordForm>;
