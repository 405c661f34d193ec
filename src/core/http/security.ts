import { randomBytes } from 'node:crypto';
import helmet from 'helmet';
import type { Request, RequestHandler, Response } from 'express';
import { ForbiddenError } from '../errors.js';
import { newId } from '../ids.js';

export interface RequestLocals {
  nonce: string;
  requestId: string;
}

/** What the pipeline left on the response for those who come after. */
export const localsOf = (res: Response): RequestLocals => res.locals as RequestLocals;

/** What pages may ask the browser for. A picture taken for a file field is no matter of the page. */
export const permissions = ({ camera }: { readonly camera: boolean }): string =>
  `camera=(${camera ? 'self' : ''}), microphone=(), payment=(), usb=()`;

/** Gives every request an id and every page a nonce. The id is ours: one from outside could forge log lines. */
export const identify: RequestHandler = (_req, res, next) => {
  Object.assign(res.locals, { nonce: randomBytes(16).toString('base64'), requestId: newId() });
  res.setHeader('X-Request-Id', localsOf(res).requestId);
  res.setHeader('Permissions-Policy', permissions({ camera: false }));
  next();
};

/** Headers of every answer. Scripts and styles come from our own files; nothing inline runs without the nonce. */
export const headers = (production: boolean, imageSources: readonly string[] = []): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", (_req, res) => `'nonce-${localsOf(res as Response).nonce}'`],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:', ...imageSources],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(production ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: production ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

const sameOrigin = (req: Request): boolean => {
  const site = req.get('sec-fetch-site');
  if (site) return site === 'same-origin' || site === 'none';
  const origin = req.get('origin');
  if (!origin) return true;
  return URL.canParse(origin) && new URL(origin).host === req.get('host');
};

/** A form of another site never gets through, token or not. Browsers without these headers meet the token check. */
export const originCheck: RequestHandler = (req, _res, next) => {
  if (SAFE.has(req.method) || sameOrigin(req)) next();
  else next(new ForbiddenError('Biểu mẫu được gửi từ một trang khác. Hãy mở trang của An Sinh và gửi lại.'));
};

/** Headers that say something about pages only; a style sheet or a font goes without them. */
const ABOUT_PAGES = [
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'Permissions-Policy',
  'Referrer-Policy',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
  'X-Request-Id',
];

/** Takes them off an answer that is no page. */
export const bareHeaders = (res: Pick<Response, 'removeHeader'>): void => {
  for (const name of ABOUT_PAGES) res.removeHeader(name);
};
