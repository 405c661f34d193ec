import type { Table } from '../../src/core/db/table.js';
import { newId } from '../../src/core/ids.js';
import type { BenefitRuleRow, ObjectCodeRow } from '../../src/modules/records/entitlement.model.js';
import type { PilotProvinceRow } from '../../src/modules/records/pilot-province.model.js';
import { benefitRules } from '../data/benefit-rules.js';
import { objectCodes } from '../data/object-codes.js';
import { pilotProvinces } from '../data/pilot-provinces.js';

/** What the seed fills. */
export interface RecordsReference {
  readonly codes: Table<ObjectCodeRow>;
  readonly rules: Table<BenefitRuleRow>;
  readonly pilotProvinces: Table<PilotProvinceRow>;
}

type Rules = RecordsReference['rules'];

const seedRules = async (rules: Rules): Promise<void> => {
  const known = new Set((await rules.many({})).map(({ level, validFrom }) => `${level} ${validFrom}`));
  const rows = benefitRules.map((row) => ({
    ...row,
    id: newId(),
    points: JSON.stringify(row.points),
    areaPoints: JSON.stringify(row.areaPoints),
  }));
  await rules.insertMany(rows.filter(({ level, validFrom }) => !known.has(`${level} ${validFrom}`)));
  // Rows of an installation that is older than this column.
  for (const { level, validFrom, areaPoints } of rows)
    await rules.change({ areaPoints }, { level, validFrom, areaPoints: null });
};

/** Object codes, benefit rules, pilot provinces. May run again: rows that are there, changed or not, stay. */
export const seedRecords = async (reference: RecordsReference, now: Date): Promise<void> => {
  const { codes, rules, pilotProvinces: provinces } = reference;
  const knownCodes = new Set((await codes.many({})).map(({ code, validFrom }) => `${code} ${validFrom}`));
  await codes.insertMany(
    objectCodes
      .filter(({ code, validFrom }) => !knownCodes.has(`${code} ${validFrom}`))
      .map((row) => ({ id: newId(), ...row })),
  );
  await seedRules(rules);
  const known = new Set((await provinces.many({})).map(({ code }) => code));
  const missing = pilotProvinces.filter(([code]) => !known.has(code));
  await provinces.insertMany(missing.map(([code, name]) => ({ code, name, active: true, changedAt: now })));
};
