import { addDays, startOfDay } from '../../core/clock.js';
import { clause, join, within, type Clause } from '../../core/db/clause.js';
import type { Order } from '../../core/db/keyset.js';
import { FEW_SPANS, type Lead } from '../../core/db/list-page.js';
import type { WordSearch } from '../../core/db/word-search.js';
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

export const CASES = 'FROM feedback_case c';

/** A span that holds every moment, but not NULL: one of the engines finds no span of an index by IS NOT NULL. */
const EVER = new Date(0);
export const isOpen = clause('c.due_at >= ?', EVER);

/** Open cases whose office is being urged on that day: few, and found by the date until which it is. */
export const urgedBy = (today: string): Clause[] => [
  clause(`c.urged_until >= ? AND COALESCE(c.urged_at, '') <> '' AND COALESCE(c.due_at, '') <> ''`, today),
];

/** What makes up a list beside the agency and the state. */
const own = ({ list, officerId, now, soon }: ListFilter): Clause[] => {
  switch (list) {
    case 'can-lam':
      return [isOpen];
    case 'cua-toi':
      return [clause('c.assignee_id = ?', officerId), isOpen];
    case 'qua-han':
      return [clause('c.due_at < ?', now)];
    case 'sap-han':
      return [clause('c.due_at >= ? AND c.due_at <= ?', now, soon)];
    case 'don-doc':
      return [clause(`c.urged_at >= ? AND COALESCE(c.due_at, '') <> ''`, EVER)];
    case 'cho-lanh-dao':
      return [clause('c.spam_asked_at >= ?', EVER)];
    default:
      return [];
  }
};

/** What a number or a code leads to by itself. */
const narrowed = (search: Search | undefined): Clause[] | undefined => {
  if (search?.kind === 'code') return [clause('c.code = ?', search.code)];
  if (search?.kind !== 'number') return undefined;
  const { number } = search;
  return [clause('c.phone = ?', number), clause('c.insurance_number = ? AND c.phone <> ?', number, number)];
};

const optional = (value: string | undefined, make: (value: string) => Clause): Clause[] => (value ? [make(value)] : []);

/** The span of days asked for, as far as it can be read from the order of a list. */
export const receivedWithin = ({ from, to }: ListFilter, at: string): Clause[] => [
  ...optional(from, (value) => clause(`${at} >= ?`, startOfDay(value))),
  ...optional(to, (value) => clause(`${at} < ?`, startOfDay(addDays(value, 1)))),
];

type Mark = 'topicCode' | 'state';

/** Not by an index: an engine would read the many of a topic or a state for the few that are looked at. */
export const marked = (filter: ListFilter, but?: Mark): Clause[] => [
  ...(but === 'topicCode'
    ? []
    : optional(filter.topicCode, (value) => clause(`COALESCE(c.topic_code, '') = ?`, value))),
  ...(but === 'state' ? [] : optional(filter.state, (value) => clause(`COALESCE(c.state, '') = ?`, value))),
];

export const inTree = ({ agencies }: ListFilter): Clause => within('c.handling_agency', agencies);

const statesOf = ({ list }: ListFilter): readonly CaseState[] | undefined => LISTS[list].states;

/** That a case is in the list. */
export const inList = (filter: ListFilter): Clause => {
  const states = statesOf(filter);
  return join([inTree(filter), ...(states ? [within('c.state', states)] : []), ...own(filter)]);
};

/** Each agency by itself with each value, so that each span gives its cases in order; a large tree as one. */
const spansOf = (filter: ListFilter, column: string, values: readonly string[]): Clause[] =>
  filter.agencies.length * values.length > FEW_SPANS
    ? [join([inTree(filter), within(column, values)])]
    : filter.agencies.flatMap((agency) =>
        values.map((value) => clause(`c.handling_agency = ? AND ${column} = ?`, agency, value)),
      );

/** The list by the index that holds it in its order. */
const listLead = (filter: ListFilter): Lead => {
  const { list, agencies } = filter;
  const lead = { from: CASES, order: ORDERS[LISTS[list].sorting], where: marked(filter) };
  const states = statesOf(filter);
  if (states) return { ...lead, spans: spansOf(filter, 'c.state', states) };
  if (list === 'cua-toi') return { ...lead, spans: own(filter), where: [inTree(filter), ...lead.where] };
  const trees =
    agencies.length > FEW_SPANS ? [inTree(filter)] : agencies.map((code) => clause('c.handling_agency = ?', code));
  const spans = trees.map((tree) => join([tree, ...own(filter)]));
  return { ...lead, spans, ...(list === 'don-doc' && { few: true }) };
};

/** All cases, or those with one mark, from the newest on. */
const newestLeads = (filter: ListFilter): Lead[] => {
  const { topicCode, state } = filter;
  const by = (mark: Mark, column: string, value: string): Lead => ({
    from: CASES,
    spans: spansOf(filter, column, [value]),
    order: ORDERS.newest,
    where: marked(filter, mark),
  });
  const leads = [
    ...(topicCode ? [by('topicCode', 'c.topic_code', topicCode)] : []),
    ...(state ? [by('state', 'c.state', state)] : []),
  ];
  return (leads.length ? leads : [listLead(filter)]).map((lead) => ({
    ...lead,
    spans: lead.spans.map((span) => join([span, ...receivedWithin(filter, lead.order.at)])),
  }));
};

/** The ways in which a list can be read; each of them gives the same cases. */
export const leadsOf = (filter: ListFilter, { all, few, leads }: WordSearch): Lead[] => {
  const { search } = filter;
  const rest = [...receivedWithin(filter, ORDERS.newest.at), ...all];
  const narrow = few ? [few] : narrowed(search);
  if (narrow) {
    const spans = narrow.map((span) => join([span, inList(filter)]));
    const { order } = listLead(filter);
    return [{ from: CASES, spans, order, where: [...marked(filter), ...rest], few: true }];
  }
  if (filter.list !== 'tat-ca') {
    const list = listLead(filter);
    return [{ ...list, where: [...list.where, ...rest] }];
  }
  const words = leads.map((lead) => ({
    ...lead,
    spans: lead.spans.map((span) => join([span, ...receivedWithin(filter, lead.order.at)])),
    where: [...lead.where, inTree(filter), ...marked(filter)],
  }));
  // A word sees more than the whole list does; a topic or a state may see more than either.
  if (words.length && !filter.topicCode && !filter.state) return words;
  return [...words, ...newestLeads(filter).map((lead) => ({ ...lead, where: [...lead.where, ...all] }))];
};
