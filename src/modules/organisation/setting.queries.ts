import type { DatedSettings } from '../../contracts/organisation.js';
import type { Clock, Day } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import { groupBy, remember } from './memory.js';
import { valueOn, type DatedValue } from './setting.rules.js';

interface Loaded extends DatedValue {
  readonly name: string;
}

/** Dated settings from memory. A name or day without a value is a fault of the programme or the installation: it throws. */
export const settingQueries = (db: Database, clock: Clock): DatedSettings & { forget(): void } => {
  const memory = remember(clock, async () => {
    const rows = await db.rows<Loaded>(
      'SELECT name, valid_from AS validFrom, value FROM organisation_setting ORDER BY name, valid_from',
    );
    return groupBy(rows, (row) => row.name);
  });
  const text = async (name: string, day: Day): Promise<string> => {
    const value = valueOn((await memory.get()).get(name) ?? [], day);
    if (value === undefined) throw new Error(`setting "${name}" has no value on ${day}`);
    return value;
  };
  return {
    text,
    number: async (name, day) => {
      const value = Number(await text(name, day));
      if (!Number.isFinite(value)) throw new Error(`setting "${name}" is not a number on ${day}`);
      return value;
    },
    forget: memory.forget,
  };
};
