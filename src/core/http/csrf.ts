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

type Bound = Request & { csrfSession?: string };

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
      (req as Bound).csrfSession = sessionId;
      return generateCsrfToken(req, res, { overwrite: false, validateOnReuse: false });
    },
    check: (req, sessionId) => {
      (req as Bound).csrfSession = sessionId;
      if (!validateRequest(req)) throw new ExpiredFormError();
    },
  };
};
