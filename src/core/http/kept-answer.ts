import type { IncomingMessage, OutgoingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import accepts from 'accepts';
import type { Response } from 'express';
import fresh from 'fresh';
import type { KeptAnswer, PageCache } from './page-cache.js';

/** Browsers ask each time whether their page is still good; a proxy serves many people for a few seconds. */
const SHARED = 'public, max-age=0, s-maxage=10';

/**
 * The headers of an answer that many get: none that was made for one request. Nothing on a page is inline, and a nonce
 * that many know is none.
 */
export const sharedHeaders = (res: Response, type: string): OutgoingHttpHeaders => {
  res.type(type).vary('Accept-Encoding');
  const { 'x-request-id': _ofOne, 'content-security-policy': policy, ...headers } = res.getHeaders();
  return {
    ...headers,
    'cache-control': SHARED,
    'content-security-policy': String(policy).replace(/ 'nonce-[^']+'/, ''),
  };
};

export const sendKept = async (req: IncomingMessage, res: ServerResponse, kept: KeptAnswer): Promise<void> => {
  const known = req.headers['if-none-match'] !== undefined && fresh(req.headers, { etag: kept.etag });
  if (known) return void res.writeHead(304, kept.validators).end();
  const taken = req.headers['accept-encoding'] ? accepts(req).encodings() : [];
  const packing = kept.packings.find((name) => taken.includes(name));
  const { headers, body } = await kept.as(packing || undefined);
  res.writeHead(200, headers).end(body);
};

/**
 * Pages of guests that are in memory leave before anything is made for the request: half of what they cost would be the
 * way into Express. Whoever has a cookie goes that way.
 */
export const fromMemory = (pages: PageCache, otherwise: RequestListener): RequestListener => {
  const answered = async (req: IncomingMessage, res: ServerResponse): Promise<boolean> => {
    const kept = await pages.remembered(req.url ?? '');
    if (kept) await sendKept(req, res, kept);
    return kept !== undefined;
  };
  return (req, res) => {
    const go = (): void => otherwise(req, res);
    if (req.method !== 'GET' || req.headers.cookie || !pages.has(req.url ?? '')) return go();
    answered(req, res).then((done) => done || go(), go);
  };
};
