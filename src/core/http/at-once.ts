import type { Request, RequestHandler, Response } from 'express';
import type { Route } from './route.js';

type Serve = (req: Request, res: Response) => Promise<void>;

/**
 * Pages that guests share are asked for most, and cost little more than the way through all the routes before them: where
 * the address is theirs to the letter they are found by it.
 */
export const atOnce = (routes: readonly Route[], serveOf: (route: Route) => Serve): RequestHandler => {
  const shared = routes.filter(({ topics, path, keepTyped }) => topics && !keepTyped && !/[:*{]/.test(path));
  const servers = new Map(shared.map((route) => [route.path, serveOf(route)]));
  return (req, res, next) => {
    const serve = req.method === 'GET' ? servers.get(req.path) : undefined;
    if (serve) void serve(req, res);
    else next();
  };
};
