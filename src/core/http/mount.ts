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
import { isConnectionFault } from '../db/connection.js';
import type { Logger } from '../log.js';
import type { Csrf } from './csrf.js';
import type { Limiter } from './rate-limit.js';
import type { PageRequest, RawRequest, Reply, Route } from './route.js';
import { redirect } from './route.js';
import { localsOf } from './security.js';
import { closedSession, type OpenedSession, type Sessions } from './session.js';
import { readUpload } from './upload.js';
import type { Respond } from './respond.js';

export interface MountParts {
  readonly sessions: Sessions;
  readonly csrf: Csrf;
  readonly limiter: Limiter;
  readonly respond: Respond;
  readonly log: Logger;
}

type Values = Record<string, string | string[]>;

/** Only text goes back into a form: what came as something else was no form of ours. */
const typedValues = (body: unknown): Values =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).filter(
      ([, value]) =>
        typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string')),
    ),
  ) as Values;

const rawOf = (req: Request): RawRequest => ({
  body: Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0),
  header: (name) => req.get(name) ?? '',
});

/** One route, served: what it says of itself is done here, in this order, for every route alike. */
class Server {
  constructor(
    private readonly route: Route,
    private readonly parts: MountParts,
  ) {}

  readonly serve = async (req: Request, res: Response): Promise<void> => {
    const { log, respond } = this.parts;
    let session = closedSession;
    try {
      session = await this.openSession(req, res);
      const context = { requestId: localsOf(res).requestId, ip: req.ip ?? '', actor: session.actor };
      await runInContext(context, async () => {
        const reply = await this.answer(req, res, session);
        await session.save();
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
  };

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
  private gate({ actor, ended }: OpenedSession, req: Request): Reply | undefined {
    const { access, method } = this.route;
    if (access.realm !== 'citizen' && access.realm !== 'officer') return undefined;
    const { actors } = this.parts.sessions;
    if (!actors) throw new NotFoundError();
    // A form cannot be gone back to: only pages are named as the way back.
    const next = method === 'get' ? req.originalUrl : '';
    if (actor.realm !== access.realm) return redirect(actors.signInPath(access.realm, next, ended));
    if (actor.restriction && actor.restriction !== access.despite) return redirect(actors.restrictedPath(actor));
    if (access.realm === 'officer' && access.permission && !actor.permissions.has(access.permission))
      throw new ForbiddenError();
    return undefined;
  }

  private async answer(req: Request, res: Response, session: OpenedSession): Promise<Reply> {
    const elsewhere = this.gate(session, req);
    if (elsewhere) return elsewhere;
    const { limit, method, path, handler } = this.route;
    if (limit) await this.parts.limiter(`${method} ${path}`, req.ip ?? '', limit);
    const base: Omit<PageRequest, 'input'> = {
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
    let files: PageRequest['files'] = [];
    try {
      files = await this.receive(req, res, session);
      const input = this.parse(method === 'post' ? req.body : req.query);
      return await handler({ ...base, files, input });
    } catch (error) {
      if (error instanceof TooManyError) res.setHeader('Retry-After', String(error.retryAfterSeconds));
      return this.again(
        error,
        { ...base, files, input: undefined },
        typedValues(method === 'post' ? req.body : req.query),
      );
    }
  }

  /** Token first, then files. */
  private async receive(req: Request, res: Response, session: OpenedSession): Promise<PageRequest['files']> {
    const { method, csrf, upload, access } = this.route;
    if (method !== 'post' || access.realm === 'machine') return [];
    const admit = (): void => {
      if (csrf !== 'origin') this.parts.csrf.check(req, session.tokenId);
    };
    const files = upload && req.is('multipart/form-data') ? await readUpload(req, res, upload, admit) : [];
    admit();
    return files;
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
  private async again(error: unknown, request: PageRequest, values: Values): Promise<Reply> {
    const reshow = this.route.reshow;
    if (!(error instanceof ShownError) || !reshow || error.status >= 500) throw error;
    const faults =
      error instanceof InvalidError && error.faults.length ? error.faults : [{ field: '', message: error.message }];
    const reply = await reshow({ ...request, retry: { values, faults } });
    return reply.kind === 'page'
      ? { ...reply, status: error.status, data: { ...reply.data, retry: { values, faults } } }
      : reply;
  }
}

/** Puts the routes of all modules on the application. */
export const mount = (app: Express, routes: readonly Route[], parts: MountParts): void => {
  for (const route of routes) {
    const server = new Server(route, parts);
    app[route.method](route.path, (req, res) => server.serve(req, res));
  }
};
