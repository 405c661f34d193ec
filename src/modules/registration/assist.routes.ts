import { access, get, post, type Route } from '../../core/http/route.js';
import type { assistController } from './assist.controller.js';
import { MAX_BYTES, PICTURE_FIELDS, rawForm } from './form01.schema.js';
import { paths } from './paths.js';

const assist = access.can('registration.assist');

/** Form 01 at the desk, and its paper. */
export const assistRoutes = ({ form, submit, sheet }: ReturnType<typeof assistController>): readonly Route[] => [
  get(paths.assist, { access: assist, handler: form }),
  post(paths.assist, {
    access: assist,
    keepTyped: true,
    upload: { fields: [...PICTURE_FIELDS], maxBytes: MAX_BYTES },
    form: rawForm,
    reshow: form,
    handler: submit,
  }),
  get(paths.officerSheetPattern, { access: assist, handler: sheet }),
];
