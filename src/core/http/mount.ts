import type { Express, Request, Response } from 'express';
import {
  ForbiddenError,
  InvalidError,
  NotFoundError,
  ShownError,
  TooManyError,
  UnavailableError,
  type FieldFault,
} from '../errors.js';
import { runInContext } from '../context.js';
import { atOnce } from './at-once.js';
import { isConnectionFault } from '../db/connection.js';
import type { Logger } from '../log.js';
import type { Csrf } from './csrf.js';
import type { KeptForms } from './kept-form.js';
import type { PageCache } from './page-cache.js';
import type { Limiter } from './rate-limit.js';
import { rawOf, typedValues, type TypedValues } from './request-body.js';
import type { PageRequest, Reply, Route, UploadedFile } from './route.js';
import { redirect } from './route.js';
import { localsOf, permissions } from './security.js';
import { closedSession, type OpenedSession, type Sessions } from './session.js';
import { readUpload } from './upload.js';
import type { Respond } from './respond.js';

export interface MountParts {
  readonly sessions: Sessions;
  readonly csrf: Csrf;
  readonly kept: KeptForms;
  readonly limiter: Limiter;
  readonly pages: PageCache;
  readonly respond: Respond;
  readonly log: Logger;
}

/** Forms of ended sessions that one address may leave. */
const KEPT_LIMIT = { points: 20, perSeconds: 600 };

const RESUMED =
  'Bạn đã đăng nhập lại. Những gì bạn đã nhập vẫn còn, chưa được gửi: hãy xem lại, chọn lại tệp nếu có, rồi gửi.';

/** One route, served: what it says of itself is done here, in this order, for every route alike. */
class Server {
  constructor(
    private readonly route: Route,
    private readonly parts: MountParts,
  ) {}

  readonly serve = (req: Request, res: Response): Promise<void> =>
    this.run(req, res, (session) => this.fromMemory(req, res, session));

  /** The page of a form that was kept, as a GET after signing in again; whoever it is not for sees the usual page. */
  readonly resume = async (req: Request, res: Response, next: () => void): Promise<void> => {
    if (!this.parts.kept.announced(req)) return next();
    await this.run(
      req,
      res,
      async (session) => {
        if (this.gate(session, req)) return undefined;
        const values = await this.parts.kept.take(req, res, session.actor);
        const faults = [{ field: '', message: RESUMED }];
        const request = { ...this.requestOf(req, session), input: undefined };
        return values && this.route.reshow?.({ ...request, retry: { values, faults } });
      },
      next,
    );
  };

  /** `otherwise` where the work has nothing to answer. */
  private async run(
    req: Request,
    res: Response,
    work: (session: OpenedSession) => Promise<Reply | undefined>,
    otherwise: () => void = () => undefined,
  ): Promise<void> {
    const { log, respond } = this.parts;
    let session = closedSession;
    try {
      session = await this.openSession(req, res);
      if (this.route.camera) res.setHeader('Permissions-Policy', permissions({ camera: true }));
      const context = { requestId: localsOf(res).requestId, ip: req.ip ?? '', actor: session.actor };
      await runInContext(context, async () => {
        const reply = await work(session);
        await session.save();
        if (!reply) return otherwise();
        const shared = reply.kind === 'page' && reply.status === 200 && session.tokenId === '';
        if (this.route.cache && shared) res.setHeader('Cache-Control', this.route.cache);
        await respond(req, res, reply, session);
      });
    } catch (error) {
      const shown = isConnectionFault(error) ? new UnavailableError() : error;
      if (!(shown instanceof ShownError) || shown.status >= 500)
        log.error({ err: error, requestId: localsOf(res).requestId, route: this.route.path }, 'request failed');
      if (shown instanceof UnavailableError) this.parts.sessions.abandon(req);
      await respond.failure(req, res, shown, session);
    }
  }

  private async openSession(req: Request, res: Response): Promise<OpenedSession> {
    const { access, session } = this.route;
    if (session === 'none' || access.realm === 'machine') return closedSession;
    const needed = session === 'start' || access.realm === 'citizen' || access.realm === 'officer';
    if (!needed && !this.parts.sessions.announced(req)) return closedSession;
    try {
      return await this.parts.sessions.open(req, res);
    } catch (error) {
      // A public page is shown as to a guest while the store is away.
      if (needed) throw error;
      return closedSession;
    }
  }

  /** Where someone who may not come in is sent, or nothing. Throws when there is nowhere to send. */
  private gate({ actor, ended }: OpenedSession, req: Request, kept = false): Reply | undefined {
    const { access, method } = this.route;
    if (access.realm !== 'citizen' && access.realm !== 'officer') return undefined;
    const { actors } = this.parts.sessions;
    if (!actors) throw new NotFoundError();
    // A form cannot be gone back to, unless it was kept: only pages are named as the way back.
    const next = method === 'get' || kept ? req.originalUrl : '';
    if (actor.realm !== access.realm) return redirect(actors.signInPath(access.realm, next, ended));
    if (actor.restriction && actor.restriction !== access.despite) return redirect(actors.restrictedPath(actor));
    if (access.realm === 'officer' && access.permission && !actor.permissions.has(access.permission))
      throw new ForbiddenError();
    return undefined;
  }

  /** What guests share is drawn once; whatever cannot be kept is answered as it is. */
  private async fromMemory(req: Request, res: Response, session: OpenedSession): Promise<Reply> {
    const { topics } = this.route;
    if (!topics) return this.answer(req, res, session);
    res.vary('Cookie');
    if (this.parts.sessions.announced(req)) {
      await this.parts.pages.notice(topics);
      return this.answer(req, res, session);
    }
    let reply: Reply | undefined;
    const kept = await this.parts.pages.answer(req.originalUrl, topics, async () => {
      reply = await this.answer(req, res, session);
      return this.parts.respond.draw(req, res, reply);
    });
    return kept ? { kind: 'kept', ...kept } : (reply as Reply);
  }

  private async answer(req: Request, res: Response, session: OpenedSession): Promise<Reply> {
    const elsewhere = this.gate(session, req, await this.keepTyped(req, res, session));
    if (elsewhere) return elsewhere;
    const { limit, method, path, handler } = this.route;
    if (limit) await this.parts.limiter(limit.name ?? `${method} ${path}`, req.ip ?? '', limit);
    const base = this.requestOf(req, session);
    // Files that no handler has seen: the page that is shown again may still keep them.
    const unseen: UploadedFile[] = [];
    try {
      unseen.push(...(await this.receive(req, res, session)));
      this.admit(req, session);
      const input = this.parse(method === 'post' ? req.body : req.query);
      return await handler({ ...base, files: unseen.splice(0), input });
    } catch (error) {
      if (error instanceof TooManyError) res.setHeader('Retry-After', String(error.retryAfterSeconds));
      const values = typedValues(method === 'post' ? req.body : req.query);
      return this.again(error, { ...base, files: unseen, input: undefined }, values);
    }
  }

  private requestOf(req: Request, session: OpenedSession): Omit<PageRequest, 'input'> {
    return {
      params: req.params as Record<string, string>,
      actor: session.actor,
      session: session.handle,
      files: [],
      ip: req.ip ?? '',
      userAgent: (req.get('user-agent') ?? '').slice(0, 300),
      path: req.path,
      url: req.originalUrl,
      ...(this.route.raw && { raw: rawOf(req) }),
    };
  }

  /** A form that came in after its session has ended: whether it waits for its owner now. */
  private async keepTyped(req: Request, res: Response, { actor }: OpenedSession): Promise<boolean> {
    const { access, keepTyped, upload, method, path } = this.route;
    if (!keepTyped || actor.realm === access.realm) return false;
    await this.parts.limiter(`keep ${method} ${path}`, req.ip ?? '', KEPT_LIMIT);
    // Of files only the fields beside them are read.
    if (upload && req.is('multipart/form-data'))
      await readUpload(req, res, { ...upload, maxBytes: 0 }, () => undefined);
    return this.parts.kept.keep(req, res, typedValues(req.body));
  }

  private admit(req: Request, { tokenId }: OpenedSession): void {
    const { method, csrf, access } = this.route;
    if (method === 'post' && access.realm !== 'machine' && csrf !== 'origin') this.parts.csrf.check(req, tokenId);
  }

  /** Token first, then files. Guests have a token for the asking: theirs are read, so that a page too old loses none. */
  private async receive(req: Request, res: Response, session: OpenedSession): Promise<PageRequest['files']> {
    const { method, upload, access } = this.route;
    if (method !== 'post' || !upload || !req.is('multipart/form-data')) return [];
    return readUpload(req, res, upload, () => {
      if (access.realm !== 'public') this.admit(req, session);
    });
  }

  private parse(source: unknown): unknown {
    if (!this.route.form) return undefined;
    const result = this.route.form.safeParse(source ?? {});
    if (result.success) return result.data;
    const seen = new Set<string>();
    const faults: FieldFault[] = [];
    for (const { path, message } of result.error.issues) {
      const field = String(path[0] ?? '');
      if (!seen.has(field)) faults.push({ field, message });
      seen.add(field);
    }
    throw new InvalidError(faults);
  }

  /** The same page with what was typed and what is wrong, under the status of the fault. */
  private async again(error: unknown, request: PageRequest, values: TypedValues): Promise<Reply> {
    const reshow = this.route.reshow;
    if (!(error instanceof ShownError) || !reshow || error.status >= 500) throw error;
    const faults =
      error instanceof InvalidError && error.faults.length ? error.faults : [{ field: '', message: error.message }];
    const reply = await reshow({ ...request, retry: { values, faults } });
    return reply.kind === 'page'
      ? { ...reply, status: error.status, data: { retry: { values, faults }, ...reply.data } }
      : reply;
  }
}

const homeOf = ({ access }: Route, { actors }: Sessions): string =>
  (access.realm === 'citizen' || access.realm === 'officer') && actors ? actors.signInPath(access.realm, '') : '/';

/** Puts the routes of all modules on the application. */
export const mount = (app: Express, routes: readonly Route[], parts: MountParts): void => {
  const pages = new Set(routes.filter(({ method }) => method === 'get').map(({ path }) => path));
  for (const route of routes.filter(({ keepTyped }) => keepTyped)) {
    // Where a form leads to an address of its own there is no page to fall back to: the way in leads home.
    const home = (res: Response): void => res.redirect(303, homeOf(route, parts.sessions));
    app.get(route.path, (req, res, next) =>
      new Server(route, parts).resume(req, res, () => (pages.has(route.path) ? next() : home(res))),
    );
  }
  app.use(atOnce(routes, (route) => new Server(route, parts).serve));
  for (const route of routes) {
    const server = new Server(route, parts);
    app[route.method](route.path, (req, res) => server.serve(req, res));
  }
};
