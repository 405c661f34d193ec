import { access, get, post, type Route } from '../../core/http/route.js';
import type { NumberController } from './number.controller.js';
import { rawNumberSchema, sendSchema } from './number.schema.js';
import { paths } from './paths.js';

/** The answers are counted by the service; this keeps an address from having puzzles made without end. */
const looks = { points: 600, perSeconds: 900 };

export const numberRoutes = ({ form, ask, send, ways }: NumberController): Route[] => [
  get(paths.number, { access: access.public, handler: form }),
  post(paths.number, {
    access: access.public,
    form: rawNumberSchema,
    limit: looks,
    csrf: 'origin',
    reshow: form,
    handler: ask,
  }),
  post(paths.numberSent, {
    access: access.public,
    form: sendSchema,
    limit: looks,
    csrf: 'origin',
    reshow: form,
    handler: send,
  }),
  get(paths.numberWays, { access: access.public, cache: 'public, max-age=0, s-maxage=60', handler: ways }),
];
