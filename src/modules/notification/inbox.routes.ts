import { access, get, type Route } from '../../core/http/route.js';
import { inboxPage } from './inbox.controller.js';
import { inboxQuery } from './inbox.schema.js';
import type { MessageQueries } from './message.queries.js';
import { paths } from './paths.js';

export const inboxRoutes = (queries: MessageQueries): readonly Route[] => [
  get(paths.inbox(), { access: access.development, form: inboxQuery, handler: inboxPage(queries) }),
];
