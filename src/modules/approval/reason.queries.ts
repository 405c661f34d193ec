import type { Table } from '../../core/db/table.js';
import type { RefusalTemplate } from './assessment.rules.js';
import type { ReasonRow } from './reason.model.js';

/** Reads of the reasons; there are a few dozen at most. */
export interface ReasonQueries {
  /** Those that can be picked, in the order of the list. */
  active(): Promise<readonly RefusalTemplate[]>;
  /** The reason if it can be picked. */
  find(id: string): Promise<RefusalTemplate | undefined>;
  /** All of them, those switched off too. */
  all(): Promise<readonly ReasonRow[]>;
  one(id: string): Promise<ReasonRow | undefined>;
}

const ORDER = [
  ['position', 'ASC'],
  ['id', 'ASC'],
] as [string, string][];

export const reasonQueries = (reasons: Table<ReasonRow>): ReasonQueries => ({
  active: () => reasons.many({ active: true }, { order: ORDER, columns: ['id', 'text', 'short'] }),
  find: (id) => reasons.one({ id, active: true }, { columns: ['id', 'text', 'short'] }),
  all: () => reasons.many({}, { order: ORDER }),
  one: (id) => reasons.one({ id }),
});
