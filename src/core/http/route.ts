import type { Readable } from 'node:stream';
import type { ZodType } from 'zod';
import type { Actor } from '../context.js';
import type { FieldFault } from '../errors.js';
import type { KeptAnswer } from './page-cache.js';
import type { SessionHandle } from './session.js';

/** Who may call a route. There is no default: a route without access does not type-check. */
export type Access =
  | { readonly realm: 'public' }
  /** `despite` names the restriction under which the route still answers, e.g. the page that changes a due password. */
  | { readonly realm: 'citizen'; readonly despite?: string }
  | { readonly realm: 'officer'; readonly permission?: string; readonly despite?: string }
  /** Probes and callbacks of machines; never a session. */
  | { readonly realm: 'machine' }
  /** Exists outside production only. */
  | { readonly realm: 'development' };

export const access = {
  public: { realm: 'public' } as const,
  citizen: { realm: 'citizen' } as const,
  citizenDespite: (restriction: string) => ({ realm: 'citizen', despite: restriction }) as const,
  /** Any signed-in officer. */
  officer: { realm: 'officer' } as const,
  officerDespite: (restriction: string) => ({ realm: 'officer', despite: restriction }) as const,
  can: (permission: string) => ({ realm: 'officer', permission }) as const,
  machine: { realm: 'machine' } as const,
  development: { realm: 'development' } as const,
};

/** A file as it came in: held in memory, not yet trusted. */
export interface UploadedFile {
  readonly field: string;
  readonly name: string;
  readonly bytes: Buffer;
  /** The file was over the limit of the route; `bytes` is empty then. */
  readonly tooLarge: boolean;
  /** Under which id the sink of the route has it; `bytes` is empty then. */
  readonly storedAs?: string;
  readonly size: number;
}

/** What a machine sent, untouched: signatures are made over these bytes. */
export interface RawRequest {
  readonly body: Buffer;
  /** Empty when it was not sent. */
  header(name: string): string;
}

/** What a handler gets. `Input` is the parsed form (POST) or query (GET). */
export interface PageRequest<Input = unknown> {
  readonly input: Input;
  readonly params: Readonly<Record<string, string>>;
  readonly actor: Actor;
  readonly session: SessionHandle;
  readonly files: readonly UploadedFile[];
  readonly ip: string;
  readonly userAgent: string;
  readonly path: string;
  /** Path and query as asked for, for links that lead back to the very same list. */
  readonly url: string;
  /** Present when the same page is shown again: what was typed, and what is wrong with it. */
  readonly retry?: FormRetry;
  /** Routes with `raw` only. */
  readonly raw?: RawRequest;
}

export interface FormRetry {
  readonly values: Readonly<Record<string, string | string[]>>;
  readonly faults: readonly FieldFault[];
}

/** What a handler answers, as a value: easy to read, easy to test, sent in one place. */
export type Reply =
  | {
      readonly kind: 'page';
      readonly view: string;
      readonly data: object;
      readonly status: number;
      /** Sends the page with `no-store` and `no-referrer` even where nobody is signed in. */
      readonly confidential?: boolean;
    }
  | { readonly kind: 'redirect'; readonly to: string }
  | {
      readonly kind: 'file';
      readonly type: string;
      readonly name?: string;
      readonly body: Buffer | Readable;
      readonly cache?: string;
    }
  | { readonly kind: 'json'; readonly body: unknown; readonly status: number }
  /** Made by the house: what guests get from memory. */
  | ({ readonly kind: 'kept' } & KeptAnswer);

/** What every page gets from the house; data of a page never takes these names. */
type HouseName =
  | ('view' | 'path' | 'url' | 'actor' | 'nonce' | 'requestId' | 'csrf' | 'owner')
  | ('nav' | 'office' | 'flash' | 'form' | 'format' | 'asset' | 'demo');

type OfPage = { readonly [Name in HouseName]?: never };

export const page = <Data extends object>(
  view: string,
  data?: Data & OfPage,
  options: { status?: number; confidential?: boolean } = {},
): Reply => ({
  kind: 'page',
  view,
  data: data ?? {},
  status: options.status ?? 200,
  ...(options.confidential ? { confidential: true } : {}),
});

/** 303 See Other: after a POST the browser fetches the next page with GET. */
export const redirect = (to: string): Reply => ({ kind: 'redirect', to });

/** A document or picture. With `name` it is offered for download, otherwise shown. Never cached unless told. */
export const file = (
  type: string,
  body: Buffer | Readable,
  options: { name?: string; cache?: string } = {},
): Reply => ({
  kind: 'file',
  type,
  body,
  ...options,
});

export const json = (body: unknown, status = 200): Reply => ({ kind: 'json', body, status });

export type Handler<Input = unknown> = (request: PageRequest<Input>) => Promise<Reply> | Reply;

/** How often one address may call a route. */
export interface RateLimit {
  readonly points: number;
  readonly perSeconds: number;
  /** Routes whose limits have one name are counted together. */
  readonly name?: string;
}

/** File fields of a multipart form. */
export interface UploadRule {
  readonly fields: readonly string[];
  /** Largest size of one file in bytes. */
  readonly maxBytes: number;
  /** Takes the stream of each file instead of the memory; must read it to its end. */
  sink?(stream: Readable): Promise<{ readonly id: string; readonly size: number }>;
}

export interface Route<Input = unknown> {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly access: Access;
  /** Parses body (POST) or query (GET) into `request.input`. */
  readonly form?: ZodType<Input>;
  /** Shows the page of the form again, with `request.retry` set; sent with the status of the fault (400). */
  readonly reshow?: Handler<unknown>;
  /** Forms of people signed in: what was typed waits for its owner when the session has ended. Not for secrets. */
  readonly keepTyped?: boolean;
  readonly limit?: RateLimit;
  readonly upload?: UploadRule;
  /** Machine routes: the body is read as it comes, up to so many bytes, and no form is made of it. */
  readonly raw?: { readonly maxBytes: number };
  /** `origin` for forms of guests that change nothing: no token cookie, only the origin is checked. */
  readonly csrf?: 'token' | 'origin';
  /** `start` where a guest's request may open a session (sign-in); `none` never reads one. */
  readonly session?: 'start' | 'none';
  /** The page may ask for the camera; no other may. */
  readonly camera?: boolean;
  /** Sets Cache-Control for guests, e.g. `public, max-age=0, s-maxage=60`. */
  readonly cache?: string;
  /**
   * The page or file is the same for all guests: they get it from memory, with ETag and `public`, until one of these
   * topics moves on (`ctx.topics`) or a minute is over. Signed-in people and pages with a form token are not served so.
   */
  readonly topics?: readonly string[];
  /** A method, so that routes of different inputs stand in one list. */
  handler(request: PageRequest<Input>): Promise<Reply> | Reply;
}

/** What a module writes down of a route: here the handler must fit its schema exactly. */
type Spec<Input> = Omit<Route<Input>, 'method' | 'path' | 'handler'> & { readonly handler: Handler<Input> };

/** A page; the input is its query. */
export const get = <Input>(path: string, spec: Spec<Input>): Route => ({ method: 'get', path, ...spec });

/** What a form sends; the input is its body. */
export const post = <Input>(path: string, spec: Spec<Input>): Route => ({ method: 'post', path, ...spec });
