import { Op, type WhereOptions } from 'sequelize';
import type { CaseRow } from './case.model.js';
import type { Tables } from './tables.js';

/** Rows on one page. */
const PAGE = 20;

export interface Owner {
  readonly insuranceNumber: string;
  readonly phone: string;
}

const COLUMNS = [
  'id',
  'code',
  'title',
  'topicCode',
  'state',
  'outcome',
  'receivedAt',
  'answerBy',
  'answeredAt',
  'satisfaction',
] as const;
export type OwnRow = Pick<CaseRow, (typeof COLUMNS)[number]>;

const MARK = /^(\d{10,16})\.([0-9a-f-]{36})$/;

const below = (mark: string): WhereOptions<CaseRow> => {
  const [, at, id] = MARK.exec(mark) ?? [];
  if (!at || !id) return {};
  const receivedAt = new Date(Number(at));
  return { [Op.or]: [{ receivedAt: { [Op.lt]: receivedAt } }, { receivedAt, id: { [Op.lt]: id } }] };
};

const newest = (a: OwnRow, b: OwnRow): number =>
  b.receivedAt.getTime() - a.receivedAt.getTime() || (a.id < b.id ? 1 : -1);

/** The cases of one citizen: those of his account and those from its phone, newest first. */
export const ownQueries =
  ({ cases }: Pick<Tables, 'cases'>) =>
  async ({ insuranceNumber, phone }: Owner, mark: string): Promise<{ rows: OwnRow[]; next?: string }> => {
    const whose: WhereOptions<CaseRow>[] = [
      ...(phone ? [{ phone }] : []),
      ...(insuranceNumber ? [{ insuranceNumber, verified: true }] : []),
    ];
    // One index each; together they are at most two pages.
    const found = await Promise.all(
      whose.map((where) =>
        cases.many(
          { [Op.and]: [where, below(mark)] },
          {
            columns: COLUMNS,
            limit: PAGE + 1,
            order: [
              ['receivedAt', 'DESC'],
              ['id', 'DESC'],
            ],
          },
        ),
      ),
    );
    const all = [...new Map(found.flat().map((row) => [row.id, row as OwnRow])).values()].sort(newest);
    const rows = all.slice(0, PAGE);
    const last = rows.at(-1);
    return { rows, ...(all.length > PAGE && last && { next: `${last.receivedAt.getTime()}.${last.id}` }) };
  };
export type OwnQueries = ReturnType<typeof ownQueries>;
