import { access, get, post, redirect, type Route } from '../../core/http/route.js';
import type { ListController } from './list.controller.js';
import { listSchema, recipientSchema } from './list.schema.js';
import { paths } from './paths.js';

const view = access.can('notification.view');

export const listRoutes = ({ show, reshow, search }: ListController): readonly Route[] => [
  get(paths.list(), { access: view, form: listSchema, reshow, handler: show }),
  get(paths.recipient, { access: view, handler: () => redirect(paths.list()) }),
  post(paths.recipient, { access: view, form: recipientSchema, reshow, handler: search }),
];
