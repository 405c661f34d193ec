import { readdirSync } from 'node:fs';
import compression from 'compression';
import cookieParser from 'cookie-parser';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { InvalidError, ShownError } from '../errors.js';
import type { Logger } from '../log.js';
import { bareHeaders, headers, identify, localsOf, originCheck } from './security.js';
import type { Respond } from './respond.js';
import type { Route } from './route.js';
import { closedSession } from './session.js';

export interface PipelineOptions {
  readonly production: boolean;
  /** Express' `trust proxy`: number of hops or list of addresses. */
  readonly trustProxy: number | string | false;
  readonly assetsDir: string;
  /** Hosts besides our own whose pictures pages may show. */
  readonly imageSources?: readonly string[];
  readonly log: Logger;
  /** Paths whose bodies are kept as they come. */
  readonly raw?: readonly Pick<Route, 'path' | 'raw'>[];
}

/** Serves the pre-compressed twin of a file where the browser takes it. Hashed names never change: cached for good. */
const assets = (directory: string): RequestHandler[] => {
  const twins = new Set(readdirSync(directory, { recursive: true }).map((name) => `/${String(name)}`));
  const pickTwin: RequestHandler = (req, res, next) => {
    const encoding = ['br', 'gzip'].find((name) => req.acceptsEncodings(name));
    const suffix = encoding === 'br' ? '.br' : '.gz';
    if (encoding && twins.has(`${req.path}${suffix}`)) {
      res.type(req.path.slice(req.path.lastIndexOf('.')));
      res.setHeader('Content-Encoding', encoding);
      res.setHeader('Vary', 'Accept-Encoding');
      req.url = `${req.path}${suffix}`;
    }
    next();
  };
  const serve = express.static(directory, {
    index: false,
    immutable: true,
    maxAge: '365d',
    redirect: false,
    dotfiles: 'ignore',
    setHeaders: (res, path) => {
      bareHeaders(res);
      // A picture can be opened as a document of its own, anything else cannot.
      if (!/\.svg(\.br|\.gz)?$/.test(path)) res.removeHeader('Content-Security-Policy');
    },
  });
  return [pickTwin, serve];
};

const compress = compression();

/** Who takes nothing compressed is spared the wrapping of the answer. */
const compressed: RequestHandler = (req, res, next) => {
  if (req.headers['accept-encoding']) compress(req, res, next);
  else next();
};

const onlyPost =
  (handler: RequestHandler): RequestHandler =>
  (req, res, next) => {
    if (req.method === 'POST') void handler(req, res, next);
    else next();
  };

/** The cookie parser reads JSON out of `j:...`; ours are plain texts, and so is everything behind it told. */
const plainCookies: RequestHandler = (req, _res, next) => {
  req.cookies = Object.fromEntries(
    Object.entries(req.cookies as Record<string, unknown>).filter(([, value]) => typeof value === 'string'),
  );
  next();
};

/** Names the route, not the address: that may hold the secret of a page. */
const logged =
  (log: Logger): RequestHandler =>
  (req, res, next) => {
    const started = process.hrtime.bigint();
    res.on('finish', () => {
      const ms = Number(process.hrtime.bigint() - started) / 1e6;
      const { method } = req;
      const route = (req.route as { path?: string } | undefined)?.path;
      log.debug({ method, route, status: res.statusCode, ms, requestId: localsOf(res).requestId }, 'request');
    });
    next();
  };

/** What every request passes before any route, in this order. */
export const createPipeline = (options: PipelineOptions): Express => {
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', options.trustProxy);
  app.set('query parser', 'simple');
  app.use(identify, headers(options.production, options.imageSources));
  app.use('/tai-nguyen', ...assets(options.assetsDir));
  app.use(compressed, ...(options.log.isLevelEnabled('debug') ? [logged(options.log)] : []));
  app.use(cookieParser(), plainCookies);
  // Before the parsers, which leave alone what has been read.
  for (const { path, raw } of options.raw ?? [])
    if (raw) app.post(path, express.raw({ type: () => true, limit: raw.maxBytes, inflate: false }));
  app.use(onlyPost(express.urlencoded({ extended: false, limit: '128kb', parameterLimit: 200 })));
  app.use(onlyPost(express.json({ limit: '64kb' })));
  app.use(originCheck);
  return app;
};

const REFUSED = 'Yêu cầu gửi lên chưa đúng. Hãy tải lại trang và thử lại.';
const TOO_LARGE =
  'Nội dung gửi lên quá lớn nên chưa được lưu. Hãy bấm nút quay lại của trình duyệt, rút ngắn nội dung rồi gửi lại.';

/** The last handler: whatever no route caught becomes one neutral page. */
export const lastHandler =
  (respond: Respond, log: Logger): ErrorRequestHandler =>
  (error: unknown, req, res, _next) => {
    const status = (error as { status?: number }).status ?? 500;
    if (status >= 500) log.error({ err: error, requestId: localsOf(res).requestId }, 'request failed');
    const refused = new InvalidError(status === 413 ? TOO_LARGE : REFUSED);
    const shown = error instanceof ShownError || status >= 500 ? error : refused;
    void respond.failure(req, res, shown, closedSession);
  };
