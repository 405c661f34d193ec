import { addDays, startOfDay } from '../../core/clock.js';
import { clause, join, within, type Clause } from '../../core/db/clause.js';
import type { Order } from '../../core/db/keyset.js';
import type { CaseState } from './state.rules.js';
import { LISTS, type ListName, type Search, type Sorting } from './list.rules.js';

/** What is asked for, within the agencies that the officer may see at all. */
export interface ListFilter {
  readonly list: ListName;
  readonly agencies: readonly string[];
  readonly officerId: string;
  readonly now: Date;
  /** Until when a deadline counts as near. */
  readonly soon: Date;
  readonly search?: Search | undefined;
  readonly topicCode?: string | undefined;
  readonly state?: CaseState | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export const ORDERS: Readonly<Record<Sorting, Order>> = {
  due: { at: 'c.due_at', id: 'c.id', direction: 'ASC' },
  newest: { at: 'c.received_at', id: 'c.id', direction: 'DESC' },
  asked: { at: 'c.spam_asked_at', id: 'c.id', direction: 'ASC' },
};
/** Newest first, in the order in which words are kept. */
export const NEWEST_WITH_WORD: Order = { at: 'w.received_at', id: 'w.case_id', direction: 'DESC' };

const CASES = 'FROM feedback_case c';

/** Where a list is read: one span of an index each, put together by its order. */
export interface Spans {
  readonly from: string;
  readonly spans: readonly Clause[];
  /** The same as one condition, for a large tree of agencies. */
  readonly whole: Clause;
}

const pairs = (agencies: readonly string[], states: readonly string[]): Clause[] =>
  agencies.flatMap((agency) => states.map((state) => clause('c.handling_agency = ? AND c.state = ?', agency, state)));

/** What makes up a list beside the agency and the state. */
const own = ({ list, officerId, now, soon }: ListFilter): Clause | undefined => {
  switch (list) {
    case 'can-lam':
      return clause('c.due_at IS NOT NULL');
    case 'cua-toi':
      return clause('c.assignee_id = ? AND c.due_at IS NOT NULL', officerId);
    case 'qua-han':
      return clause('c.due_at < ?', now);
    case 'sap-han':
      return clause('c.due_at >= ? AND c.due_at <= ?', now, soon);
    case 'don-doc':
      return clause('c.due_at IS NOT NULL AND c.urged_at IS NOT NULL');
    case 'cho-lanh-dao':
      return clause('c.spam_asked_at IS NOT NULL');
    default:
      return undefined;
  }
};

export const spansOf = (filter: ListFilter): Spans => {
  const { list, agencies, state } = filter;
  const tree = within('c.handling_agency', agencies);
  const extra = own(filter);
  if (list === 'cua-toi' && extra) return { from: CASES, spans: [join([extra, tree])], whole: join([extra, tree]) };
  const states = LISTS[list].states ?? (list === 'tat-ca' && state ? [state] : undefined);
  const more = extra ? [extra] : [];
  if (states) return { from: CASES, spans: pairs(agencies, states), whole: join([tree, within('c.state', states)]) };
  const spans = agencies.map((agency) => join([clause('c.handling_agency = ?', agency), ...more]));
  return { from: CASES, spans, whole: join([tree, ...more]) };
};

const optional = (value: string | undefined, make: (value: string) => Clause): Clause[] => (value ? [make(value)] : []);

/** What the filter asks for beside the list. */
export const conditions = ({ topicCode, state, from, to }: ListFilter, { at }: Order): Clause[] => {
  const received = at === NEWEST_WITH_WORD.at ? at : 'c.received_at';
  return [
    ...optional(topicCode, (value) => clause('c.topic_code = ?', value)),
    ...optional(state, (value) => clause('c.state = ?', value)),
    ...optional(from, (value) => clause(`${received} >= ?`, startOfDay(value))),
    ...optional(to, (value) => clause(`${received} < ?`, startOfDay(addDays(value, 1)))),
  ];
};
