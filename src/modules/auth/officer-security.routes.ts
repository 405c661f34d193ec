import { access, get, post, type Route } from '../../core/http/route.js';
import type { FactorStep } from './factor-step.controller.js';
import type { OfficerSecurityController } from './officer-security.controller.js';
import { changeForm, setPasswordForm } from './password.schema.js';
import { paths } from './paths.js';
import type { SetPasswordController } from './set-password.controller.js';
import { appCodeForm, factorForm } from './totp.schema.js';
import type { TotpSetupController } from './totp-setup.controller.js';

/** Open to guests, because the password was right but nobody is signed in yet. */
export const totpRoutes = (step: FactorStep): Route[] => [
  get(paths.officerFactor, { access: access.public, session: 'start', handler: step.form }),
  post(paths.officerFactor, {
    access: access.public,
    session: 'start',
    form: factorForm,
    reshow: step.form,
    handler: step.confirm,
  }),
];

/** Links are too long to guess; the limit spares the database those who try. */
const limit = { points: 60, perSeconds: 900 };

export const setPasswordRoutes = (controller: SetPasswordController): Route[] => [
  get(paths.officerSetPassword, { access: access.public, limit, handler: controller.form }),
  post(paths.officerSetPassword, {
    access: access.public,
    limit,
    form: setPasswordForm,
    reshow: controller.form,
    handler: controller.submit,
  }),
];

/** The only page, besides sign-out, that answers while a second factor is due. */
const despite = access.officerDespite('totp');

export const securityRoutes = (own: OfficerSecurityController, setup: TotpSetupController): Route[] => [
  get(paths.officerSecurity, { access: access.officer, handler: own.show }),
  post(paths.officerPassword, {
    access: access.officer,
    form: changeForm,
    reshow: own.show,
    handler: own.changePassword,
  }),
  post(paths.officerSessions, { access: access.officer, handler: own.endOthers }),
  get(paths.officerTotp, { access: despite, handler: setup.offer }),
  post(paths.officerTotp, { access: despite, form: appCodeForm, reshow: setup.offer, handler: setup.turnOn }),
  get(paths.officerTotpOff, { access: access.officer, handler: setup.offPage }),
  post(paths.officerTotpOff, {
    access: access.officer,
    form: factorForm,
    reshow: setup.offPage,
    handler: setup.turnOff,
  }),
  get(paths.officerRecovery, { access: access.officer, handler: setup.recovery }),
  get(paths.officerRecoveryNew, { access: access.officer, handler: setup.renewPage }),
  post(paths.officerRecoveryNew, {
    access: access.officer,
    form: factorForm,
    reshow: setup.renewPage,
    handler: setup.renew,
  }),
];
