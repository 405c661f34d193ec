import { access, get, post, type Route } from '../../core/http/route.js';
import type { ForgottenController } from './forgotten.controller.js';
import { codeForm } from './otp.schema.js';
import type { PasswordChangeController } from './password-change.controller.js';
import { changeForm, forgottenForm, resetForm } from './password.schema.js';
import { paths } from './paths.js';

/** The only pages, besides sign-out, that answer while a new password is due. */
const despite = access.citizenDespite('password');

export const passwordRoutes = (controller: PasswordChangeController): Route[] => [
  get(paths.changePassword, { access: despite, handler: controller.form }),
  post(paths.changePassword, {
    access: despite,
    form: changeForm,
    reshow: controller.form,
    handler: controller.submit,
  }),
  get(paths.changePasswordConfirm, { access: despite, handler: controller.code }),
  post(paths.changePasswordConfirm, {
    access: despite,
    form: codeForm,
    reshow: controller.code,
    handler: controller.confirm,
  }),
  post(paths.changePasswordResend, { access: despite, reshow: controller.code, handler: controller.resend }),
];

export const forgottenRoutes = (controller: ForgottenController): Route[] => [
  get(paths.forgotten, { access: access.public, handler: controller.form }),
  post(paths.forgotten, {
    access: access.public,
    session: 'start',
    form: forgottenForm,
    reshow: controller.form,
    handler: controller.submit,
  }),
  get(paths.forgottenConfirm, { access: access.public, session: 'start', handler: controller.code }),
  post(paths.forgottenConfirm, {
    access: access.public,
    session: 'start',
    form: resetForm,
    reshow: controller.code,
    handler: controller.confirm,
  }),
  post(paths.forgottenResend, {
    access: access.public,
    session: 'start',
    reshow: controller.code,
    handler: controller.resend,
  }),
];
