import { Op, type WhereOptions } from 'sequelize';
import type { Table } from '../../core/db/table.js';
import type { Day } from '../../core/clock.js';
import { nameWords } from '../../core/text.js';
import type { AgencyRow } from './agency.model.js';

export interface AgencyFilter {
  /** Codes that the administrator may see. */
  readonly reach: readonly string[];
  readonly name: string;
  /** The beginning of the code. */
  readonly code: string;
  readonly province: string;
  readonly state: '' | 'mo' | 'ngung';
  readonly today: Day;
}

export interface AgencyPage {
  readonly rows: readonly AgencyRow[];
  readonly count: number;
  readonly next?: string;
  readonly previous?: string;
}

const PAGE = 30;

/** Each word typed is the start of a word of the name. Folded words have no sign that LIKE knows. */
const named = (name: string): WhereOptions<AgencyRow>[] =>
  nameWords(name).map((word) => ({
    nameFolded: { [Op.or]: [{ [Op.like]: `${word}%` }, { [Op.like]: `% ${word}%` }] },
  }));

const inState = (state: AgencyFilter['state'], today: Day): WhereOptions<AgencyRow>[] => {
  if (state === 'ngung') return [{ validTo: { [Op.lt]: today } }];
  return state === 'mo' ? [{ validTo: { [Op.or]: [{ [Op.is]: null }, { [Op.gte]: today }] } }] : [];
};

/** The agencies are some hundreds in the whole country: the key is all the order that they need. */
export const agencyAdminQueries = (table: Table<AgencyRow>) => ({
  one: (code: string): Promise<AgencyRow | undefined> => table.one({ code }),
  all: (): Promise<AgencyRow[]> => table.many({}, { order: [['code', 'ASC']] }),

  page: async (filter: AgencyFilter, { after, before }: { after: string; before: string }): Promise<AgencyPage> => {
    const { reach, name, code, province, state, today } = filter;
    const fitting: WhereOptions<AgencyRow>[] = [
      { code: { [Op.in]: [...reach] } },
      ...(code ? [{ code: { [Op.like]: `${code}%` } }] : []),
      ...(province ? [{ provinceCode: province }] : []),
      ...named(name),
      ...inState(state, today),
    ];
    const beyond = before ? { [Op.lt]: before } : { [Op.gt]: after };
    const found = await table.many(
      { [Op.and]: [...fitting, { code: beyond }] },
      { order: [['code', before ? 'DESC' : 'ASC']], limit: PAGE + 1 },
    );
    const more = found.length > PAGE;
    const rows = found.slice(0, PAGE);
    if (before) rows.reverse();
    const [first, last] = [rows.at(0), rows.at(-1)];
    return {
      rows,
      count: await table.count({ [Op.and]: fitting }),
      ...(last && (before || more) && { next: last.code }),
      ...(first && (before ? more : after !== '') && { previous: first.code }),
    };
  },
});

export type AgencyAdminQueries = ReturnType<typeof agencyAdminQueries>;
