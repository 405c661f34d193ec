import { access, get, post, type Route, type Access } from '../../core/http/route.js';
import type { CitizenCaseController } from './citizen-case.controller.js';
import {
  arrivalQuery,
  ownQuery,
  rateForm,
  rawForm,
  reopenForm,
  shownQuery,
  solvedForm,
  supplyForm,
  trackForm,
} from './citizen.schema.js';
import { FILE_FIELDS, MAX_FILE_BYTES } from './file.rules.js';
import type { FormController } from './form.controller.js';
import type { ownController } from './own.controller.js';
import { paths, type CasePages } from './paths.js';
import type { trackingController } from './tracking.controller.js';

export interface CitizenControllers {
  readonly form: FormController;
  readonly tracking: ReturnType<typeof trackingController>;
  readonly tracked: CitizenCaseController;
  readonly own: ReturnType<typeof ownController>;
  readonly ownCase: CitizenCaseController;
}

const upload = { fields: [...FILE_FIELDS], maxBytes: MAX_FILE_BYTES };

/** Sendings are counted by themselves; this keeps an address from having pages made without end. */
const looks = { name: 'feedback.public', points: 600, perSeconds: 900 };

/** In front of the counters of guesses, which cost the database more. */
const guesses = { name: 'feedback.tracking', points: 100, perSeconds: 900 };

const caseRoutes = (pages: CasePages, whose: Access, controller: CitizenCaseController): Route[] => {
  const { show, again: reshow, supply, reopen, rate, solved, file } = controller;
  const shared = { access: whose, reshow, limit: looks };
  return [
    get(pages.show, { access: whose, form: shownQuery, handler: show }),
    post(pages.supply, { ...shared, form: supplyForm, upload, handler: supply }),
    post(pages.reopen, { ...shared, form: reopenForm, handler: reopen }),
    post(pages.rate, { ...shared, form: rateForm, handler: rate }),
    post(pages.solved, { ...shared, form: solvedForm, handler: solved }),
    get(pages.file(':tep'), { access: whose, handler: file }),
  ];
};

/** Pages of whoever sends feedback. */
export const citizenRoutes = ({ form, tracking, tracked, own, ownCase }: CitizenControllers): readonly Route[] => [
  get(paths.form, { access: access.public, form: arrivalQuery, handler: form.form }),
  post(paths.form, {
    access: access.public,
    form: rawForm,
    limit: looks,
    upload,
    reshow: form.again,
    handler: form.send,
  }),
  get(paths.sent(':mark'), { access: access.public, handler: form.sent }),
  get(paths.track, { access: access.public, handler: tracking.form }),
  post(paths.track, {
    access: access.public,
    csrf: 'origin',
    form: trackForm,
    limit: guesses,
    reshow: tracking.form,
    handler: tracking.find,
  }),
  ...caseRoutes(paths.tracked(':pass'), access.public, tracked),
  get(paths.own(), { access: access.citizen, form: ownQuery, handler: own.list }),
  ...caseRoutes(paths.ownCase(':id'), access.citizen, ownCase),
];
