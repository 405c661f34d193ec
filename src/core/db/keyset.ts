import { clause, type Clause } from './clause.js';

/** By which columns a list goes: a moment, and the id that makes the place of a row certain. */
export interface Order {
  readonly at: string;
  readonly id: string;
  readonly direction: 'ASC' | 'DESC';
}

export const turned = (order: Order): Order => ({ ...order, direction: order.direction === 'ASC' ? 'DESC' : 'ASC' });

export const orderBy = ({ at, id, direction }: Order): string => `ORDER BY ${at} ${direction}, ${id} ${direction}`;

/** A row's place as a cursor in an address. */
export const encode = (at: Date, id: string): string => Buffer.from(`${at.getTime()}.${id}`).toString('base64url');

/** Not every instant can be handed to every engine; an invalid one is no number of any year. */
const isStorable = (at: Date): boolean => at.getUTCFullYear() >= 1970 && at.getUTCFullYear() <= 9_999;

/** The place a cursor means; nothing when it is none of ours. */
export const decode = (cursor: string): { at: Date; id: string } | undefined => {
  const [time, id] = Buffer.from(cursor, 'base64url').toString('latin1').split('.');
  const at = new Date(Number(time));
  return id && /^[0-9a-f-]{36}$/.test(id) && isStorable(at) ? { at, id } : undefined;
};

/** Rows behind a cursor in that order; a cursor that is none of ours counts as no cursor. */
export const beyond = (cursor: string, { at, id, direction }: Order): Clause[] => {
  const place = decode(cursor);
  const sign = direction === 'ASC' ? '>' : '<';
  return place ? [clause(`(${at} ${sign} ? OR (${at} = ? AND ${id} ${sign} ?))`, place.at, place.at, place.id)] : [];
};
