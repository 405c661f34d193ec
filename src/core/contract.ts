import type { ZodType } from 'zod';

/** The name of a port together with the type of what stands behind it. Modules never see each other, only ports. */
export interface Port<T> {
  readonly key: string;
  /** Carries the type only; never set. */
  type?(port: T): T;
}

/** Declares a port. The key starts with the id of the module that provides it: `auth.accounts`. */
export const definePort = <T>(key: string): Port<T> => Object.freeze({ key });

/** Something that happened and that others may want to act on later: name and shape of its payload. */
export interface EventType<Payload> {
  readonly name: string;
  readonly schema: ZodType<Payload>;
}

/** Declares an event. The name starts with the id of the module that publishes it: `registration.declared`. */
export const defineEvent = <Payload>(name: string, schema: ZodType<Payload>): EventType<Payload> =>
  Object.freeze({ name, schema });
