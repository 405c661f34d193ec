import type { RequestHandler } from 'express';
import type { Respond } from './respond.js';
import { page } from './route.js';
import { closedSession } from './session.js';

/** Every page of officers, sign-in and what is not there too. Routes take capitals as well, so does this. */
const AREA = /^\/can-bo(\/|$)/i;

const MESSAGE =
  'Trang dành cho cán bộ chỉ mở được trong mạng của cơ quan. Nếu bạn là cán bộ, hãy dùng máy tính ở cơ quan hoặc hỏi người quản trị.';

/** Stands before all routes, so that no page of officers can be forgotten. */
export const officerArea =
  (admits: (ip: string) => boolean, respond: Respond): RequestHandler =>
  (req, res, next) => {
    if (!AREA.test(req.path) || admits(req.ip ?? '')) return void next();
    const data = { title: 'Chỉ mở trong mạng của cơ quan', layout: 'public', status: 403, message: MESSAGE };
    respond(req, res, page('errors/error', data, { status: 403, confidential: true }), closedSession).catch(next);
  };
