import type { Agencies } from '../../contracts/organisation.js';
import type { OfficerSummary, Officers } from '../../contracts/auth.js';
import type { Journal, JournalFilter, JournalRow } from '../../core/audit/journal.js';
import { addDays, dayOf, startOfDay, type Clock, type Day } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import { ForbiddenError, InvalidError } from '../../core/errors.js';
import { actionsOf, daysOf, EVERYWHERE } from './journal.rules.js';
import type { JournalInput } from './journal.schema.js';

/** Rows on one page. */
const PAGE = 50;

export interface JournalPage {
  readonly rows: readonly JournalRow[];
  readonly agencyNames: ReadonlyMap<string, string>;
  /** Who was asked for, if anybody. */
  readonly officer?: OfficerSummary;
  readonly days?: { readonly from: Day; readonly to: Day };
  readonly below?: number;
}

export interface JournalQueries {
  /** One page of the filter. InvalidError when the officer is not known, or not one of the actor's. */
  list(input: JournalInput, actor: Actor): Promise<JournalPage>;
  /** One page about one person. */
  ofPerson(person: string, below: number | undefined, actor: Actor): Promise<JournalPage>;
}

export interface JournalParts {
  readonly journal: Journal;
  readonly agencies: Agencies;
  readonly officers: Officers;
  readonly clock: Clock;
  readonly acts: Readonly<Record<string, string>>;
}

const UNKNOWN = 'Không có cán bộ nào của đơn vị bạn mang tên đăng nhập này. Hãy kiểm tra lại.';

export const createJournalQueries = ({ journal, agencies, officers, clock, acts }: JournalParts): JournalQueries => {
  /** Agencies whose officers the actor may look at; undefined for all. */
  const scopeOf = async (actor: Actor): Promise<readonly string[] | undefined> => {
    if (actor.permissions.has(EVERYWHERE)) return undefined;
    const code = actor.attributes['agencyCode'] ?? '';
    const codes = code ? await agencies.subtree(code) : [];
    if (codes.length === 0)
      throw new ForbiddenError('Tài khoản của bạn chưa thuộc cơ quan nào. Hãy hỏi người quản trị.');
    return codes;
  };

  const officerOf = async (username: string, scope: readonly string[] | undefined) => {
    if (!username) return undefined;
    const found = await officers.byUsername(username);
    if (!found || (scope && !scope.includes(found.agencyCode)))
      throw new InvalidError([{ field: 'canBo', message: UNKNOWN }]);
    return found;
  };

  const read = async (filter: JournalFilter, below: number | undefined): Promise<JournalPage> => {
    const rows = await journal.list(filter, { limit: PAGE + 1, ...(below !== undefined && { below }) });
    const shown = rows.slice(0, PAGE);
    const codes = [...new Set(shown.map(({ agencyCode }) => agencyCode))];
    const found = await Promise.all(codes.map((code) => agencies.find(code)));
    const last = shown.at(-1);
    return {
      // Side by side units of work leave numbers and moments a little apart.
      rows: shown.toSorted((a, b) => b.at.getTime() - a.at.getTime() || b.id - a.id),
      agencyNames: new Map(found.flatMap((agency) => (agency ? [[agency.code, agency.shortName]] : []))),
      ...(rows.length > PAGE && last && { below: last.id }),
    };
  };

  return {
    list: async (input, actor) => {
      const scope = await scopeOf(actor);
      const officer = await officerOf(input.canBo, scope);
      const days = daysOf({ from: input.tuNgay, to: input.denNgay }, dayOf(clock.now()));
      const actions = actionsOf(input.nhom, acts);
      const filter: JournalFilter = {
        ...(scope && { agencies: scope }),
        ...(officer && { actorId: officer.id }),
        ...(actions && { actions }),
        from: startOfDay(days.from),
        before: startOfDay(addDays(days.to, 1)),
      };
      return { ...(await read(filter, input.truoc)), days, ...(officer && { officer }) };
    },
    ofPerson: async (person, below, actor) => {
      const scope = await scopeOf(actor);
      return read({ person, ...(scope && { agencies: scope }) }, below);
    },
  };
};
