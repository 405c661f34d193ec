import { Op } from 'sequelize';
import type { CaseRow } from './case.model.js';
import type { FileRow } from './case-parts.model.js';
import type { Recorded } from './evidence.rules.js';
import type { Tables } from './tables.js';

/** A case that goes on in another, with what came with it. */
export interface MergedCase {
  readonly row: CaseRow;
  readonly files: readonly FileRow[];
}

/** Those that go on in this one, the oldest first. */
export const mergedWith = async (tables: Pick<Tables, 'cases' | 'files'>, id: string): Promise<MergedCase[]> => {
  const rows = await tables.cases.many({ mergedInto: id }, { order: ['receivedAt', 'id'] });
  const ids = rows.map((row) => row.id);
  const files = ids.length ? await tables.files.many({ caseId: { [Op.in]: ids } }, { order: ['addedAt', 'id'] }) : [];
  return rows.map((row) => ({ row, files: files.filter(({ caseId }) => caseId === row.id) }));
};

/** All that is on record of one case, whatever became of it. */
export const recordOf = async (tables: Tables, row: CaseRow): Promise<Recorded> => {
  const caseId = row.id;
  const [events, answers, files] = await Promise.all([
    tables.events.many({ caseId }, { order: ['id'] }),
    tables.answers.many({ caseId, state: 'sent' }, { order: ['writtenAt', 'id'] }),
    tables.files.many({ caseId }, { order: ['addedAt', 'id'] }),
  ]);
  return { row, events, answers, files };
};
