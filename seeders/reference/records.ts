import type { Table } from '../../src/core/db/table.js';
import { newId } from '../../src/core/ids.js';
import type { BenefitRuleRow, ObjectCodeRow } from '../../src/modules/records/entitlement.model.js';
import { benefitRules } from '../data/benefit-rules.js';
import { objectCodes } from '../data/object-codes.js';

/** What the seed fills. */
export interface RecordsReference {
  readonly codes: Table<ObjectCodeRow>;
  readonly rules: Table<BenefitRuleRow>;
}

/** Object codes and benefit rules. May run again: rows that are there, changed or not, stay. */
export const seedRecords = async ({ codes, rules }: RecordsReference): Promise<void> => {
  const knownCodes = new Set((await codes.many({})).map(({ code, validFrom }) => `${code} ${validFrom}`));
  await codes.insertMany(
    objectCodes
      .filter(({ code, validFrom }) => !knownCodes.has(`${code} ${validFrom}`))
      .map((row) => ({ id: newId(), ...row })),
  );
  const knownRules = new Set((await rules.many({})).map(({ level, validFrom }) => `${level} ${validFrom}`));
  await rules.insertMany(
    benefitRules
      .filter(({ level, validFrom }) => !knownRules.has(`${level} ${validFrom}`))
      .map((row) => ({ ...row, id: newId(), points: JSON.stringify(row.points) })),
  );
};
