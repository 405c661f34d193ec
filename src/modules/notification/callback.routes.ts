import { access, get, post, type Route } from '../../core/http/route.js';
import { callback } from './callback.controller.js';
import type { TakeCallback } from './callback.service.js';
import { paths } from './paths.js';

/** A status is a few lines; what is longer is none. */
const raw = { maxBytes: 16 * 1024 };

/** Without a secret nobody can be told apart, so the addresses answer 404. */
export const callbackRoutes = (take: TakeCallback | undefined): readonly Route[] =>
  [get, post].map((method) => method(paths.callback, { access: access.machine, raw, handler: callback(take) }));
