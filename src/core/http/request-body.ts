import type { Request } from 'express';
import type { RawRequest } from './route.js';

/** What was typed into a form: text by field. */
export type TypedValues = Record<string, string | string[]>;

/** Only text goes back into a form: what came as something else was no form of ours. */
export const typedValues = (body: unknown): TypedValues =>
  Object.fromEntries(
    Object.entries((body ?? {}) as Record<string, unknown>).filter(
      ([, value]) =>
        typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string')),
    ),
  ) as TypedValues;

export const rawOf = (req: Request): RawRequest => ({
  body: Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0),
  header: (name) => req.get(name) ?? '',
});
