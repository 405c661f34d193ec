import { access, get, post, type Route } from '../../core/http/route.js';
import type { changeController } from './change.controller.js';
import { rawForm } from './form01.schema.js';
import { paths } from './paths.js';
import type { RequestLists } from './request-list.controller.js';
import { codeForm, codePairForm, resendForm, stopForm } from './request.schema.js';
import type { stopController } from './stop.controller.js';

export interface RequestControllers {
  readonly change: ReturnType<typeof changeController>;
  readonly stop: ReturnType<typeof stopController>;
  readonly lists: RequestLists;
}

const citizen = { access: access.citizen } as const;

/** Each request is a dossier for an officer and a message to the person; many people share the address of an office. */
const LIMIT = { points: 60, perSeconds: 3_600 };

/** What the holder of an account asks for. Nothing here takes a number from the address: it comes from the account. */
export const requestRoutes = ({ change, stop, lists }: RequestControllers): readonly Route[] => [
  get(paths.change, { ...citizen, handler: change.form }),
  post(paths.change, {
    ...citizen,
    keepTyped: true,
    limit: LIMIT,
    form: rawForm,
    reshow: change.form,
    handler: change.submit,
  }),
  get(paths.changeConfirm, { ...citizen, handler: change.code }),
  post(paths.changeConfirm, { ...citizen, form: codePairForm, reshow: change.code, handler: change.confirm }),
  post(paths.changeResend, { ...citizen, form: resendForm, reshow: change.code, handler: change.resend }),
  get(paths.stop, { ...citizen, handler: stop.form }),
  post(paths.stop, { ...citizen, limit: LIMIT, form: stopForm, reshow: stop.form, handler: stop.submit }),
  get(paths.stopConfirm, { ...citizen, handler: stop.code }),
  post(paths.stopConfirm, { ...citizen, form: codeForm, reshow: stop.code, handler: stop.confirm }),
  post(paths.stopResend, { ...citizen, form: resendForm, reshow: stop.code, handler: stop.resend }),
  get(paths.withdrawPattern, { ...citizen, handler: lists.question }),
  post(paths.withdrawPattern, { ...citizen, reshow: lists.question, handler: lists.withdraw }),
];
