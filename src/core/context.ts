import { AsyncLocalStorage } from 'node:async_hooks';

/** Who acts. `realm` tells which kind of account stands behind it; what it may do is in `permissions`. */
export interface Actor {
  readonly realm: 'guest' | 'citizen' | 'officer' | 'system';
  /** Key of the account or officer; empty for a guest. */
  readonly id: string;
  readonly name: string;
  readonly permissions: ReadonlySet<string>;
  /** Role words as shown in the audit, e.g. "Cán bộ tiếp nhận". */
  readonly role: string;
  /** What the owning module wants to hand on (agency, own insurance number ...): plain strings only. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Set when only some routes answer, e.g. `password` while a new password is due. */
  readonly restriction?: string;
}

export const guest: Actor = Object.freeze({
  realm: 'guest',
  id: '',
  name: 'Khách',
  permissions: new Set<string>(),
  role: 'Khách',
  attributes: {},
});

/** Jobs and the command line act as the system. */
export const system: Actor = Object.freeze({
  ...guest,
  realm: 'system',
  id: 'system',
  name: 'Hệ thống',
  role: 'Hệ thống',
});

/** What is known of the request at hand, for audit and log. */
export interface RequestContext {
  readonly requestId: string;
  readonly ip: string;
  actor: Actor;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const runInContext = <T>(context: RequestContext, work: () => T): T => storage.run(context, work);

/** The context of the request at hand, or of the system outside any request. */
export const currentContext = (): RequestContext => storage.getStore() ?? { requestId: '', ip: '', actor: system };
