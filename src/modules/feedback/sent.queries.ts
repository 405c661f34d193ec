import type { Agencies } from '../../contracts/organisation.js';
import type { Actor } from '../../core/context.js';
import { NotFoundError } from '../../core/errors.js';
import { isSenders } from './own.rules.js';
import type { Tables } from './tables.js';

/** What the page behind **Gửi phản ánh** shows. */
export const sentQueries =
  ({ cases }: Pick<Tables, 'cases'>, agencies: Agencies) =>
  async (id: string, actor: Actor) => {
    const row = await cases.one(
      { id },
      { columns: ['code', 'answerBy', 'ownerAgency', 'insuranceNumber', 'verified', 'email'] },
    );
    if (!row) throw new NotFoundError();
    const owner = await agencies.find(row.ownerAgency);
    return {
      code: row.code,
      lastDay: row.answerBy,
      mailed: row.email !== null,
      keeper: { name: owner?.name ?? 'Cơ quan BHXH', phone: owner?.phone ?? '' },
      own: isSenders(row, actor),
    };
  };
export type SentQueries = ReturnType<typeof sentQueries>;
