import { doubleCsrf } from 'csrf-csrf';
import type { Request, Response } from 'express';
import { ShownError } from '../errors.js';

/** 403 that keeps what was typed: the page is shown again with a fresh token. */
export class ExpiredFormError extends ShownError {
  readonly status = 403;
  constructor() {
    super('Trang đã mở quá lâu hoặc phiên làm việc đã đổi. Những gì bạn đã nhập vẫn còn, hãy gửi lại.');
  }
}

/** Signed double submit. The token is bound to the session id once there is a session. */
export interface Csrf {
  /** The token for forms of this page; sets its cookie. */
  token(req: Request, res: Response, sessionId: string): string;
  /** ExpiredFormError unless the request carries a token that fits its cookie and session. */
  check(req: Request, sessionId: string): void;
}

type Bound = Request & { csrfSession?: string; csrfMade?: { readonly session: string; readonly token: string } };

export const createCsrf = (secret: string, production: boolean): Csrf => {
  const { generateCsrfToken, validateRequest } = doubleCsrf({
    getSecret: () => secret,
    getSessionIdentifier: (req) => (req as Bound).csrfSession ?? '',
    cookieName: production ? '__Host-ansinh.csrf' : 'ansinh.csrf',
    cookieOptions: { httpOnly: true, sameSite: 'lax', secure: production, path: '/' },
    getCsrfTokenFromRequest: (req) => (req.body as { _csrf?: string } | undefined)?._csrf,
  });
  return {
    token: (req, res, sessionId) => {
      const bound = req as Bound;
      // All forms of a page share one token: a second one would replace the cookie that the first belongs to.
      if (bound.csrfMade?.session === sessionId) return bound.csrfMade.token;
      bound.csrfSession = sessionId;
      const token = generateCsrfToken(req, res, { overwrite: false, validateOnReuse: false });
      bound.csrfMade = { session: sessionId, token };
      return token;
    },
    check: (req, sessionId) => {
      (req as Bound).csrfSession = sessionId;
      if (!validateRequest(req)) throw new ExpiredFormError();
    },
  };
};
