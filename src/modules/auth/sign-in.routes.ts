import { access, get, post, type Route } from '../../core/http/route.js';
import type { OfficerController } from './officer.controller.js';
import { codeForm } from './otp.schema.js';
import type { OtherDevice } from './other-device.controller.js';
import { paths } from './paths.js';
import type { SignInController } from './sign-in.controller.js';
import { citizenSignInForm, officerSignInForm, signInQuery } from './sign-in.schema.js';

export const citizenRoutes = (controller: SignInController): Route[] => [
  get(paths.signIn, { access: access.public, form: signInQuery, handler: controller.form }),
  post(paths.signIn, {
    access: access.public,
    session: 'start',
    form: citizenSignInForm,
    reshow: controller.form,
    handler: controller.enter,
  }),
  get(paths.signOut, { access: access.public, handler: controller.signOutPage }),
  // The origin is enough: a page that was open too long must still be able to sign out.
  post(paths.signOut, { access: access.public, csrf: 'origin', handler: controller.signOut }),
];

/** Open to guests, because the password was right but nobody is signed in yet. */
export const otherDeviceRoutes = (controller: OtherDevice): Route[] => [
  get(paths.otherDevice, { access: access.public, session: 'start', handler: controller.warning }),
  post(paths.otherDevice, {
    access: access.public,
    session: 'start',
    reshow: controller.warning,
    handler: controller.goOn,
  }),
  post(paths.otherDeviceLeave, { access: access.public, session: 'start', handler: controller.leave }),
  get(paths.otherDeviceConfirm, { access: access.public, session: 'start', handler: controller.code }),
  post(paths.otherDeviceConfirm, {
    access: access.public,
    session: 'start',
    form: codeForm,
    reshow: controller.code,
    handler: controller.confirm,
  }),
  post(paths.otherDeviceResend, {
    access: access.public,
    session: 'start',
    reshow: controller.code,
    handler: controller.resend,
  }),
];

export const officerRoutes = (controller: OfficerController, signOut: SignInController['signOut']): Route[] => [
  get(paths.officerSignIn, { access: access.public, form: signInQuery, handler: controller.form }),
  post(paths.officerSignIn, {
    access: access.public,
    session: 'start',
    form: officerSignInForm,
    reshow: controller.form,
    handler: controller.enter,
  }),
  post(paths.officerSignOut, { access: access.public, csrf: 'origin', handler: signOut }),
  get(paths.officerHome, { access: access.officer, handler: controller.home }),
];
