import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { guest } from '../context.js';
import { NotFoundError, ShownError, TooManyError, type FieldFault } from '../errors.js';
import type { Csrf } from './csrf.js';
import type { KeptForms } from './kept-form.js';
import * as format from './format.js';
import { sendKept, sharedHeaders } from './kept-answer.js';
import type { SharedAnswer } from './page-cache.js';
import type { FormRetry, Reply } from './route.js';
import { bareHeaders, localsOf } from './security.js';
import { closedSession, type OpenedSession } from './session.js';
import type { MenuOf } from './menu.js';

/** Sends replies: the one place where views get what every page needs. */
export interface Respond {
  (req: Request, res: Response, reply: Reply, session: OpenedSession): Promise<void>;
  /** What all guests may share of a reply to one of them; nothing where it is for this one alone. */
  draw(req: Request, res: Response, reply: Reply): Promise<SharedAnswer | undefined>;
  failure(req: Request, res: Response, error: unknown, session: OpenedSession): Promise<void>;
}

export interface RespondParts {
  readonly render: (view: string, locals: object) => string;
  readonly asset: (name: string) => string;
  readonly csrf: Csrf;
  readonly kept: KeptForms;
  /** Pages say so when people and figures are invented. */
  readonly demo: boolean;
  readonly menuOf: MenuOf;
  /** Name, address and telephone of the office, for header and footer. */
  readonly office: () => Promise<object>;
}

type PageReply = Extract<Reply, { kind: 'page' }>;

const layoutOf = (path: string): string =>
  /^\/can-bo(\/|$)/.test(path) ? 'officer' : /^\/ca-nhan(\/|$)/.test(path) ? 'citizen' : 'public';

const list = (value: string | string[] | undefined): string[] => (value === undefined ? [] : [value].flat());

/** What was typed and what is wrong with it, as partials ask for it. */
const formOf = (retry: FormRetry | undefined) => {
  const values = retry?.values ?? {};
  const faults: readonly FieldFault[] = retry?.faults ?? [];
  return {
    values,
    faults,
    value: (name: string): string | undefined => list(values[name])[0],
    list: (name: string): string[] => list(values[name]),
    fault: (name: string): string | undefined => faults.find((fault) => fault.field === name)?.message,
  };
};

/** Sends a page. Where nobody may keep the answer, an ETag would be worked out for nothing. */
const sendHtml = (res: Response, html: string, kept: boolean): void => {
  res.type('html');
  if (kept) return void res.send(html);
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('Content-Length', Buffer.byteLength(html));
  res.end(html);
};

/** What people sent in is never run as a page of ours, even when a browser opens it by itself. */
const SHUT_IN = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

const shutIn = (res: Response): void => void res.setHeader('Content-Security-Policy', SHUT_IN);

const sendFile = async (res: Response, reply: Extract<Reply, { kind: 'file' }>): Promise<void> => {
  res.setHeader('Cache-Control', reply.cache ?? 'no-store');
  // Pictures that are kept for good are many and small: what a page says of itself would weigh as much.
  if (reply.cache?.includes('immutable')) bareHeaders(res);
  shutIn(res);
  res.type(reply.type);
  if (reply.name) res.attachment(reply.name).type(reply.type);
  if (Buffer.isBuffer(reply.body)) res.send(reply.body);
  else await pipeline(reply.body, res);
};

/** A stream is read once, and a download is asked for rarely. */
const sharedFile = (res: Response, reply: Extract<Reply, { kind: 'file' }>): SharedAnswer | undefined => {
  const { type, body, name } = reply;
  if (!Buffer.isBuffer(body) || name) return undefined;
  return { headers: { ...sharedHeaders(res, type), 'content-security-policy': SHUT_IN }, body };
};

const UNKNOWN = 'Hệ thống gặp lỗi khi xử lý yêu cầu của bạn. Hãy thử lại sau ít phút.';

const errorPage = (status: number, message: string): PageReply => ({
  kind: 'page',
  view: 'errors/error',
  status,
  data: { title: 'Không mở được trang', status, message },
});

export const createRespond = (parts: RespondParts): Respond => {
  const htmlOf = async (req: Request, res: Response, reply: PageReply, session: OpenedSession): Promise<string> => {
    const data = reply.data as { layout?: string; retry?: FormRetry };
    const actor = session.actor;
    const locals = {
      layout: layoutOf(req.path),
      ...data,
      view: reply.view,
      path: req.path,
      url: req.originalUrl,
      actor,
      nonce: localsOf(res).nonce,
      requestId: localsOf(res).requestId,
      // Made when a form prints it: pages without a form set no cookie and stay cacheable.
      csrf: { toString: () => parts.csrf.token(req, res, session.tokenId) },
      // Whose form it is, told by the form itself: the session may be over when it comes in.
      owner: actor.realm === 'guest' ? '' : { toString: () => parts.kept.ownerOf(actor) },
      nav: await parts.menuOf(actor, req.path),
      office: await parts.office(),
      flash: session.handle.takeFlash(),
      form: formOf(data.retry),
      format,
      asset: parts.asset,
      demo: parts.demo,
    };
    if (locals.flash) await session.save();
    return parts.render(reply.view, locals);
  };

  const sendPage = async (req: Request, res: Response, reply: PageReply, session: OpenedSession): Promise<void> => {
    const html = await htmlOf(req, res, reply, session);
    const kept = session.actor.realm === 'guest' && !reply.confidential && res.hasHeader('Cache-Control');
    if (reply.confidential) res.setHeader('Referrer-Policy', 'no-referrer');
    sendHtml(res.status(reply.status), html, kept);
  };

  const respond = async (req: Request, res: Response, reply: Reply, session: OpenedSession): Promise<void> => {
    if (reply.kind === 'redirect') res.redirect(303, reply.to);
    else if (reply.kind === 'json') res.status(reply.status).setHeader('Cache-Control', 'no-store').json(reply.body);
    else if (reply.kind === 'file') await sendFile(res, reply);
    else if (reply.kind === 'kept') await sendKept(req, res, reply);
    else await sendPage(req, res, reply, session);
  };

  const draw = async (req: Request, res: Response, reply: Reply): Promise<SharedAnswer | undefined> => {
    if (reply.kind === 'file') return sharedFile(res, reply);
    if (reply.kind !== 'page' || reply.status !== 200 || reply.confidential) return undefined;
    const body = Buffer.from(await htmlOf(req, res, reply, closedSession));
    // A form on it has made its token: that is for one browser only.
    return res.hasHeader('Set-Cookie') ? undefined : { headers: sharedHeaders(res, 'html'), body };
  };

  const failure = async (req: Request, res: Response, error: unknown, session: OpenedSession): Promise<void> => {
    const { status, message } = error instanceof ShownError ? error : { status: 500, message: UNKNOWN };
    if (res.headersSent) return void res.destroy();
    if (status === 503) res.setHeader('Retry-After', '5');
    if (error instanceof TooManyError) res.setHeader('Retry-After', String(error.retryAfterSeconds));
    res.setHeader('Cache-Control', 'no-store');
    if (req.accepts(['html', 'json']) === 'json') return void res.status(status).json({ message });
    try {
      await sendPage(req, res, errorPage(status, message), status === 503 ? closedSession : session);
    } catch {
      // The page itself needs something that is away: plain words still get through.
      res.status(status).type('text/plain; charset=utf-8').send(message);
    }
  };

  return Object.assign(respond, { draw, failure });
};

export const notFound = (respond: Respond) => (req: Request, res: Response) =>
  respond.failure(req, res, new NotFoundError(), { ...closedSession, actor: guest });
