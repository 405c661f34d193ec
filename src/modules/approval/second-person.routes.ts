import { access, get, post, type Route } from '../../core/http/route.js';
import { paths } from './paths.js';
import type { SecondPersonController } from './second-person.controller.js';
import { rejectSchema, waitingSchema } from './second-person.schema.js';

const decide = access.can('approval.decide');

/** **Chờ người thứ hai**. */
export const secondPersonRoutes = ({ list, show, picture, confirm, reject }: SecondPersonController): Route[] => {
  const id = ':id';
  return [
    get(paths.second(), { access: decide, form: waitingSchema, handler: list }),
    get(paths.secondOne(id), { access: decide, handler: show }),
    get(paths.secondPicture(id, ':index'), { access: decide, handler: picture }),
    post(paths.secondConfirm(id), { access: decide, reshow: show, handler: confirm }),
    post(paths.secondReject(id), { access: decide, form: rejectSchema, reshow: show, handler: reject }),
  ];
};
