import type { Dispatcher } from '../events/dispatcher.js';
import type { DatabaseSessionStore } from '../http/session-store.js';
import type { Job } from './scheduler.js';

/** The house's own cleaning. */
export const coreJobs = (parts: { dispatcher: Dispatcher; store: DatabaseSessionStore }): Job[] => [
  { name: 'core.outbox-prune', every: '17 * * * *', run: async () => void (await parts.dispatcher.prune()) },
  { name: 'core.session-prune', every: '*/10 * * * *', run: async () => void (await parts.store.prune()) },
];
