import { access, get, post, type Route } from '../../core/http/route.js';
import type { HelpPhoneController } from './help-phone.controller.js';
import type { HelpController } from './help.controller.js';
import { helpConfirmSchema, helpOpenSchema, helpPhoneSchema, helpResetSchema } from './help.schema.js';
import { paths } from './paths.js';

export interface HelpControllers {
  readonly help: HelpController;
  readonly phone: HelpPhoneController;
}

const may = access.can('approval.help');

/** Numbers must be known, not guessed: this many tries an address and ten minutes. */
const guesses = { points: 60, perSeconds: 600 };

/** One new portrait of at most 8 MB. */
const upload = { fields: ['tep'], maxBytes: 8 * 1024 * 1024 };

/** Help with accounts at the desk. */
export const helpRoutes = ({ help, phone }: HelpControllers): Route[] => {
  const id = ':id';
  return [
    get(paths.help, { access: may, handler: help.ask }),
    post(paths.help, { access: may, form: helpOpenSchema, reshow: help.ask, limit: guesses, handler: help.open }),
    get(paths.helpAccount(id), { access: may, handler: help.show }),
    post(paths.helpReset(id), { access: may, form: helpResetSchema, reshow: help.show, handler: help.reset }),
    post(paths.helpHanded(id), { access: may, handler: help.handOver }),
    get(paths.helpPicture(id, ':pictureId'), { access: may, handler: help.picture }),
    get(paths.helpPhone(id), { access: may, handler: phone.form }),
    post(paths.helpPhone(id), {
      access: may,
      form: helpPhoneSchema,
      upload,
      reshow: phone.reshow,
      handler: phone.check,
    }),
    post(paths.helpPhoneConfirm(id), {
      access: may,
      form: helpConfirmSchema,
      reshow: phone.reshow,
      handler: phone.confirm,
    }),
  ];
};
