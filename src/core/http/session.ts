import session, { type SessionData, type Store } from 'express-session';
import type { Request, RequestHandler, Response } from 'express';
import { MINUTE, type Clock } from '../clock.js';
import { guest, type Actor } from '../context.js';
import { UnavailableError } from '../errors.js';

/** What a session remembers of the person: enough to ask the owning module, nothing personal. */
export interface SessionActor {
  readonly realm: 'citizen' | 'officer';
  readonly id: string;
  /** Counter on the account row: when the row has moved on, this session is over. */
  readonly epoch: number;
}

/** Why a session is over: nobody used it for too long, or it was ended from somewhere else. */
export type SessionEnd = 'idle' | 'elsewhere';

/** Provided by the module that owns accounts. */
export interface ActorLoader {
  /** The actor, or undefined when the session is over (signed out elsewhere, locked, epoch moved on). */
  load(reference: SessionActor): Promise<Actor | undefined>;
  /** Idle and absolute length of a session in milliseconds. */
  limits(realm: SessionActor['realm']): { idle: number; absolute: number };
  /** `ended` tells why a session that was there is over; undefined where there was none. */
  signInPath(realm: SessionActor['realm'], next: string, ended?: SessionEnd): string;
  /** Where an actor under a restriction is sent. */
  restrictedPath(actor: Actor): string;
}

export interface Flash {
  readonly kind: 'ok' | 'info' | 'warn' | 'bad';
  readonly text: string;
}

interface Kept {
  actor?: SessionActor;
  /** Kept until the next sign-in, so that the reader learns why he has to sign in again. */
  ended?: SessionEnd;
  startedAt?: number;
  seenAt?: number;
  flash?: Flash;
  bag?: Record<string, unknown>;
}

declare module 'express-session' {
  interface SessionData {
    kept?: Kept;
  }
}

/** The session as handlers see it. Changes are saved, and the save awaited, before the answer leaves. */
export interface SessionHandle {
  /** Key for things bound to this session (OTP); empty while there is none. */
  readonly id: string;
  get<T>(key: string): T | undefined;
  set(key: string, value: unknown): void;
  remove(key: string): void;
  /** Shown once, on the next page. */
  flash(flash: Flash): void;
  takeFlash(): Flash | undefined;
  /** A new session id for this account; earlier content is dropped. Saved when it resolves, or throws. */
  signIn(actor: SessionActor): Promise<void>;
  signOut(): Promise<void>;
}

export interface OpenedSession {
  readonly handle: SessionHandle;
  readonly actor: Actor;
  /** What form tokens are bound to: the session id once something is stored under it, empty before. */
  readonly tokenId: string;
  /** Set when this browser was signed in and is no longer. */
  readonly ended?: SessionEnd;
  save(): Promise<void>;
}

/** The store answers within this time or counts as down. */
const DEADLINE = 1_000;
const TOUCH_EVERY = MINUTE;

const promised = (call: (done: (error?: unknown) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new UnavailableError()), DEADLINE);
    call((error) => {
      clearTimeout(late);
      if (error) reject(new UnavailableError());
      else resolve();
    });
  });

export interface SessionOptions {
  readonly store: Store;
  readonly secret: string;
  readonly production: boolean;
  readonly clock: Clock;
}

export const sessionCookieName = (production: boolean): string => (production ? '__Host-ansinh' : 'ansinh');

/** A session that nobody opened: reads are empty, writes are a mistake of the route. */
const noSession: SessionHandle = {
  id: '',
  get: () => undefined,
  set: () => {
    throw new Error('this route has no session; give it session: "start"');
  },
  remove: () => undefined,
  flash: () => undefined,
  takeFlash: () => undefined,
  signIn: () => Promise.reject(new Error('this route has no session; give it session: "start"')),
  signOut: () => Promise.resolve(),
};

export const closedSession: OpenedSession = {
  handle: noSession,
  actor: guest,
  tokenId: '',
  save: () => Promise.resolve(),
};

/** Opens sessions one request at a time: pages of guests never touch the store. */
export class Sessions {
  private readonly middleware: RequestHandler;
  private readonly cookie: string;
  /** Set at wiring, once the module that owns accounts is known. */
  actors: ActorLoader | undefined;

  constructor(private readonly options: SessionOptions) {
    this.cookie = sessionCookieName(options.production);
    this.middleware = session({
      name: this.cookie,
      secret: options.secret,
      store: options.store,
      resave: false,
      saveUninitialized: false,
      cookie: { httpOnly: true, sameSite: 'lax', secure: options.production, path: '/' },
    });
  }

  /** Whether the browser sent a session cookie at all. */
  announced(req: Request): boolean {
    return typeof (req.cookies as Record<string, unknown>)[this.cookie] === 'string';
  }

  async open(req: Request, res: Response): Promise<OpenedSession> {
    await promised((done) => void this.middleware(req, res, done));
    let changed = false;
    const kept = (): Kept => {
      changed = true;
      return (req.session.kept ??= {});
    };
    const actor = await this.identify(req, kept);
    const handle = this.handleFor(req, kept);
    const save = async (): Promise<void> => {
      if (changed && req.session) await promised((done) => req.session.save(done));
    };
    const ended = req.session.kept?.ended;
    return {
      handle,
      actor,
      save,
      ...(ended && { ended }),
      get tokenId() {
        return req.session.kept ? req.sessionID : '';
      },
    };
  }

  /** The store is away: an answer that says so carries no cookie for a session that was never kept. */
  abandon(req: Request): void {
    delete (req as Partial<Request>).session;
  }

  private async identify(req: Request, kept: () => Kept): Promise<Actor> {
    const data = (req.session as SessionData).kept;
    if (!data?.actor || !this.actors) return guest;
    const now = this.options.clock.now().getTime();
    const { idle, absolute } = this.actors.limits(data.actor.realm);
    const over = now - (data.seenAt ?? 0) > idle || now - (data.startedAt ?? 0) > absolute;
    const actor = over ? undefined : await this.actors.load(data.actor);
    if (!actor) {
      const left = kept();
      delete left.actor;
      left.ended = over ? 'idle' : 'elsewhere';
      return guest;
    }
    if (now - (data.seenAt ?? 0) >= TOUCH_EVERY) kept().seenAt = now;
    return actor;
  }

  private handleFor(req: Request, kept: () => Kept): SessionHandle {
    const now = (): number => this.options.clock.now().getTime();
    return {
      get id() {
        return req.sessionID;
      },
      get: <T>(key: string) => req.session.kept?.bag?.[key] as T | undefined,
      set: (key, value) => {
        const data = kept();
        data.bag = { ...data.bag, [key]: value };
      },
      remove: (key) => {
        if (req.session.kept?.bag?.[key] !== undefined) delete kept().bag?.[key];
      },
      flash: (flash) => void (kept().flash = flash),
      takeFlash: () => {
        const flash = req.session.kept?.flash;
        if (flash) delete kept().flash;
        return flash;
      },
      signIn: async (actor) => {
        await promised((done) => req.session.regenerate(done));
        req.session.kept = { actor, startedAt: now(), seenAt: now() };
        await promised((done) => req.session.save(done));
      },
      signOut: async () => {
        await promised((done) => req.session.regenerate(done));
      },
    };
  }
}
