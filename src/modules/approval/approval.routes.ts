import { z } from 'zod';
import { access, get, post, type Route } from '../../core/http/route.js';
import { assessSchema, from, handInSchema, rotateSchema, stepSchema } from './assessment.schema.js';
import type { DossierController } from './dossier.controller.js';
import { helpRoutes, type HelpControllers } from './help.routes.js';
import type { DuplicateController } from './duplicate.controller.js';
import type { IntakeController } from './intake.controller.js';
import { intakeConfirmSchema, intakeSchema } from './intake.schema.js';
import type { ListController } from './list.controller.js';
import { listSchema } from './list.schema.js';
import type { MessageController } from './message.controller.js';
import { paths } from './paths.js';
import type { PictureController } from './picture.controller.js';
import type { ReasonController } from './reason.controller.js';
import { reasonRoutes } from './reason.routes.js';
import type { ReplacementController } from './replacement.controller.js';
import type { SecondPersonController } from './second-person.controller.js';
import { secondPersonRoutes } from './second-person.routes.js';

export interface Controllers {
  readonly list: ListController;
  readonly dossier: DossierController;
  readonly picture: PictureController;
  readonly replacement: ReplacementController;
  readonly intake: IntakeController;
  readonly reason: ReasonController;
  readonly help: HelpControllers;
  readonly duplicate: DuplicateController;
  readonly message: MessageController;
  readonly second: SecondPersonController;
}

const review = access.can('approval.review');
const decide = access.can('approval.decide');
const back = z.object({ tu: from });

/** One new picture of at most 8 MB. */
const upload = { fields: ['tep'], maxBytes: 8 * 1024 * 1024 };

/** Both numbers must be known, not guessed: this many tries an address and ten minutes. */
const guesses = { points: 60, perSeconds: 600 };

export const approvalRoutes = (controllers: Controllers): Route[] => {
  const { list, dossier, picture, replacement, intake, reason, help, duplicate, second } = controllers;
  const again = dossier.reshow;
  const { resend } = controllers.message;
  const id = ':id';
  const pictureId = ':pictureId';
  return [
    ...reasonRoutes(reason),
    ...secondPersonRoutes(second),
    ...helpRoutes(help),
    get(paths.list(), { access: review, form: listSchema, reshow: list.reshow, handler: list.show }),
    get(paths.receive, { access: decide, handler: intake.form }),
    post(paths.receive, {
      access: decide,
      form: intakeSchema,
      reshow: intake.form,
      limit: guesses,
      handler: intake.find,
    }),
    post(paths.receiveConfirm, {
      access: decide,
      form: intakeConfirmSchema,
      reshow: intake.form,
      limit: guesses,
      handler: intake.receive,
    }),
    get(paths.dossier(id), { access: review, form: back, handler: dossier.show }),
    get(paths.guidance(id), { access: review, handler: dossier.guidance }),
    post(paths.handIn(id), { access: decide, form: handInSchema, reshow: again, handler: dossier.handIn }),
    post(paths.take(id), { access: decide, form: stepSchema, reshow: again, handler: dossier.take }),
    post(paths.release(id), { access: decide, form: stepSchema, reshow: again, handler: dossier.release }),
    post(paths.assess(id), {
      access: decide,
      keepTyped: true,
      form: assessSchema,
      reshow: again,
      handler: dossier.assess,
    }),
    get(paths.confirm(id), { access: decide, form: back, handler: dossier.question }),
    post(paths.confirm(id), { access: decide, form: stepSchema, reshow: again, handler: dossier.confirm }),
    get(paths.duplicate(id, ':other'), { access: review, form: back, handler: duplicate.pair }),
    post(paths.resend(id, ':messageId'), { access: decide, form: back, reshow: again, handler: resend }),
    get(paths.picture(id, pictureId), { access: review, handler: picture.send }),
    get(paths.viewer(id, pictureId), { access: review, form: back, handler: picture.viewer }),
    post(paths.rotate(id, pictureId), { access: decide, form: rotateSchema, handler: picture.rotate }),
    get(paths.replace(id, ':kind'), { access: decide, form: back, handler: replacement.form }),
    post(paths.replace(id, ':kind'), {
      access: decide,
      form: stepSchema,
      upload,
      reshow: replacement.reshow,
      handler: replacement.replace,
    }),
  ];
};
