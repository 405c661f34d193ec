import { json, get, access, type Route } from './route.js';

/** `/healthz`: the process lives. `/readyz`: it can do its work; 503 takes it out of the balancer. */
export const healthRoutes = (parts: { ping(): Promise<void>; stopping(): boolean }): Route[] => [
  get('/healthz', { access: access.machine, handler: () => json({ status: 'ok' }) }),
  get('/readyz', {
    access: access.machine,
    handler: async () => {
      if (parts.stopping()) return json({ status: 'stopping' }, 503);
      return parts.ping().then(
        () => json({ status: 'ready' }),
        () => json({ status: 'unavailable' }, 503),
      );
    },
  }),
];
