import type { OutgoingHttpHeaders } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import type { KeptAnswer, PageCache } from './page-cache.js';

/** Browsers ask each time whether their page is still good; a proxy serves many people for a few seconds. */
const SHARED = 'public, max-age=0, s-maxage=10';

/**
 * The headers of an answer that many get: none that was made for one request. Nothing on a page is inline, and a nonce
 * that many know is none.
 */
export const sharedHeaders = (res: Response, type: string): OutgoingHttpHeaders => {
  res.type(type).vary('Cookie').vary('Accept-Encoding');
  const { 'x-request-id': _ofOne, 'content-security-policy': policy, ...headers } = res.getHeaders();
  return {
    ...headers,
    'cache-control': SHARED,
    'content-security-policy': String(policy).replace(/ 'nonce-[^']+'/, ''),
  };
};

export const sendKept = async (req: Request, res: Response, kept: KeptAnswer): Promise<void> => {
  if (req.headers['if-none-match']) {
    res.setHeader('ETag', kept.etag);
    if (req.fresh) return void res.writeHead(304, kept.validators).end();
  }
  const packing = req.headers['accept-encoding'] ? kept.packings.find((name) => req.acceptsEncodings(name)) : undefined;
  const { headers, body } = await kept.as(packing);
  res.writeHead(200, headers).end(body);
};

/** Pages of guests that are in memory leave before anything is made for the request. Whoever has a cookie goes the long way. */
export const fromMemory =
  (pages: PageCache): RequestHandler =>
  async (req, res, next) => {
    const kept = req.method === 'GET' && !req.headers.cookie ? await pages.remembered(req.url) : undefined;
    if (kept) await sendKept(req, res, kept);
    else next();
  };
