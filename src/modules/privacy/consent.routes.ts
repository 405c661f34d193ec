import { access, get, post, type Route } from '../../core/http/route.js';
import type { ConsentController } from './consent.controller.js';
import { consentForm, textForm, withdrawalForm } from './consent.schema.js';
import { paths } from './paths.js';

const { citizen } = access;
const texts = access.can('privacy.texts');

/** Consents of a person; texts for everybody; new versions by administrators. */
export const consentRoutes = (consent: ConsentController): Route[] => [
  get(paths.consents, { access: citizen, handler: consent.mine }),
  post(paths.consents, { access: citizen, form: consentForm, reshow: consent.mine, handler: consent.give }),
  post(paths.withdraw, { access: citizen, form: withdrawalForm, reshow: consent.mine, handler: consent.withdraw }),
  get(paths.texts, { access: access.public, handler: consent.all }),
  get(paths.text(':code', ':version'), { access: access.public, handler: consent.text }),
  get(paths.textList, { access: texts, handler: consent.list }),
  get(paths.editText(':code'), { access: texts, handler: consent.form }),
  post(paths.editText(':code'), { access: texts, form: textForm, reshow: consent.form, handler: consent.publish }),
];
