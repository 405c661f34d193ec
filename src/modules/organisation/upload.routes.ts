import { access, get, post, type Route, type UploadRule } from '../../core/http/route.js';
import { paths, upload as pathsOf } from './paths.js';
import type { UploadController } from './upload.controller.js';
import { IMPORT } from './upload.rules.js';
import { uploadForm, uploadListSchema } from './upload.schema.js';

const own = access.can(IMPORT);
const one = pathsOf(':id');

/** A file fills a disk: not more often than this from one address. */
const sends = { points: 60, perSeconds: 600 };

export const uploadRoutes = (
  controller: UploadController,
  { maxBytes, sink }: Pick<UploadRule, 'maxBytes' | 'sink'>,
): Route[] => [
  get(paths.uploads, { access: own, form: uploadListSchema, handler: controller.list }),
  post(paths.uploads, {
    access: own,
    form: uploadForm,
    limit: sends,
    upload: { fields: ['tep'], maxBytes, ...(sink && { sink }) },
    reshow: controller.reshow,
    handler: controller.ask,
  }),
  get(paths.columns, { access: own, handler: controller.columns }),
  get(paths.template, { access: own, handler: controller.template }),
  get(one.page, { access: own, handler: controller.show }),
  post(one.cancel, { access: own, handler: controller.cancel }),
  post(one.forReal, { access: own, handler: controller.forReal }),
  get(one.refused, { access: own, handler: controller.refused }),
];
