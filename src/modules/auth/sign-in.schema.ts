import { z } from 'zod';
import { clean } from '../../core/text.js';
import { isLoginNumber, loginNumber } from './account.rules.js';

const typed = (value: unknown): string => (typeof value === 'string' ? value : '');

/** 10-digit insurance number or 12-digit identity number, however it was spaced. */
export const loginField = z.preprocess(
  (value) => loginNumber(typed(value)),
  z.string().superRefine((number, context) => {
    const refuse = (message: string): void => context.addIssue({ code: 'custom', message });
    if (number === '') refuse('Hãy nhập mã số BHXH (10 chữ số) hoặc số định danh (12 chữ số).');
    else if (!/^\d+$/.test(number))
      refuse('Mã số chỉ gồm chữ số. Hãy nhập 10 chữ số mã số BHXH hoặc 12 chữ số định danh.');
    else if (!isLoginNumber(number))
      refuse(
        `Số bạn nhập có ${number.length} chữ số. Hãy nhập đủ 10 chữ số, ví dụ 4811223344, hoặc 12 chữ số định danh.`,
      );
  }),
);

/** Passwords are compared in one Unicode form and never trimmed; what is longer was not typed by a person. */
export const passwordField = (missing: string) =>
  z.preprocess(
    (value) => typed(value).normalize('NFC'),
    z.string().min(1, missing).max(256, 'Mật khẩu dài quá 256 ký tự. Hãy kiểm tra lại.'),
  );

const nextField = z.preprocess((value) => typed(value).slice(0, 500), z.string());

export const citizenSignInForm = z.object({
  soDinhDanh: loginField,
  matKhau: passwordField('Hãy nhập mật khẩu của bạn.'),
  tiep: nextField,
});
export type CitizenSignIn = z.infer<typeof citizenSignInForm>;

export const officerSignInForm = z.object({
  tenDangNhap: z.preprocess(
    (value) => clean(typed(value)).toLowerCase(),
    z.string().min(1, 'Hãy nhập tên đăng nhập.').max(40, 'Tên đăng nhập dài quá 40 ký tự. Hãy kiểm tra lại.'),
  ),
  matKhau: passwordField('Hãy nhập mật khẩu của bạn.'),
  tiep: nextField,
});
export type OfficerSignIn = z.infer<typeof officerSignInForm>;

/** Query of the sign-in pages. */
export const signInQuery = z.object({
  tiep: nextField,
  'ly-do': z.preprocess(typed, z.string()),
});
export type SignInQuery = z.infer<typeof signInQuery>;
