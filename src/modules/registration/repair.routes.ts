import { access, get, post, type Route } from '../../core/http/route.js';
import { MAX_BYTES, PICTURE_FIELDS, rawForm } from './form01.schema.js';
import { paths } from './paths.js';
import type { repairController } from './repair.controller.js';

/** A code is guessed at: an address gets a few dozen of them a quarter of an hour, whatever dossiers it names. */
const GUESSES = { points: 30, perSeconds: 900 };

/** Correction of a refused dossier: by its code or its link. */
export const repairRoutes = (repair: ReturnType<typeof repairController>): readonly Route[] => [
  get(paths.repairCode, { access: access.public, handler: repair.codeForm }),
  post(paths.repairCode, {
    access: access.public,
    csrf: 'origin',
    limit: GUESSES,
    form: rawForm,
    reshow: repair.codeForm,
    handler: repair.open,
  }),
  get(paths.repairPattern, { access: access.public, handler: repair.show }),
  post(paths.repairPattern, {
    access: access.public,
    upload: { fields: [...PICTURE_FIELDS], maxBytes: MAX_BYTES },
    form: rawForm,
    reshow: repair.show,
    handler: repair.send,
  }),
  get(paths.resentPattern, { access: access.public, handler: repair.resent }),
];
