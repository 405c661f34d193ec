import { clause, type Clause } from './clause.js';

/** By which columns a list goes: a moment, and the id that makes the place of a row certain. */
export interface Order {
  readonly at: string;
  readonly id: string;
  readonly direction: 'ASC' | 'DESC';
}

export const turned = (order: Order): Order => ({ ...order, direction: order.direction === 'ASC' ? 'DESC' : 'ASC' });

export const orderBy = ({ at, id, direction }: Order): string => `ORDER BY ${at} ${direction}, ${id} ${direction}`;

/** Where a row stands in a list. */
export interface Place<At extends Date | string = Date> {
  readonly at: At;
  readonly id: string;
}

/** A row's place as a cursor in an address. */
export const encode = ({ at, id }: Place): string => Buffer.from(`${at.getTime()}.${id}`).toString('base64url');

/** Not every instant can be handed to every engine; an invalid one is no number of any year. */
const isStorable = (at: Date): boolean => at.getUTCFullYear() >= 1970 && at.getUTCFullYear() <= 9_999;

/** The place a cursor means; nothing when it is none of ours. */
export const decode = (cursor: string): Place | undefined => {
  const [time, id] = Buffer.from(cursor, 'base64url').toString('latin1').split('.');
  const at = new Date(Number(time));
  return id && /^[0-9a-f-]{36}$/.test(id) && isStorable(at) ? { at, id } : undefined;
};

/** The first comparison is for the index: an OR alone is looked at row by row from the beginning of the list on. */
const beside = (place: Place<Date | string>, { at, id }: Order, [sign, same]: readonly [string, string]): Clause =>
  clause(`${at} ${sign}= ? AND (${at} ${sign} ? OR ${id} ${same} ?)`, place.at, place.at, place.id);

/** Rows behind a place in that order. */
export const behind = (place: Place<Date | string>, order: Order): Clause => {
  const sign = order.direction === 'ASC' ? '>' : '<';
  return beside(place, order, [sign, sign]);
};

/** Rows up to a place in that order, the one there included. */
export const upTo = (place: Place<Date | string>, order: Order): Clause => {
  const sign = order.direction === 'ASC' ? '<' : '>';
  return beside(place, order, [sign, `${sign}=`]);
};
