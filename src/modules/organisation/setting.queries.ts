import type { DatedSettings, SettingValues } from '../../contracts/organisation.js';
import type { Clock } from '../../core/clock.js';
import type { Database } from '../../core/db/connection.js';
import { groupBy, remember } from './memory.js';
import { valueOn, type DatedValue } from './setting.rules.js';

interface Loaded extends DatedValue {
  readonly name: string;
}

const valuesFrom = (byName: ReadonlyMap<string, readonly Loaded[]>): SettingValues => {
  const text: SettingValues['text'] = (name, day) => {
    const value = valueOn(byName.get(name) ?? [], day);
    if (value === undefined) throw new Error(`setting "${name}" has no value on ${day}`);
    return value;
  };
  return {
    text,
    number: (name, day) => {
      const value = Number(text(name, day));
      if (!Number.isFinite(value)) throw new Error(`setting "${name}" is not a number on ${day}`);
      return value;
    },
  };
};

/** Dated settings from memory. A name or day without a value is a fault of the programme or the installation: it throws. */
export const settingQueries = (db: Database, clock: Clock): DatedSettings & { forget(): void } => {
  const memory = remember(clock, async () => {
    const rows = await db.rows<Loaded>(
      "SELECT name, valid_from AS validFrom, value FROM organisation_setting WHERE value <> '' ORDER BY name, valid_from",
    );
    return valuesFrom(groupBy(rows, (row) => row.name));
  });
  return {
    all: memory.get,
    text: async (name, day) => (await memory.get()).text(name, day),
    number: async (name, day) => (await memory.get()).number(name, day),
    numbers: async (name, day) => (await memory.get()).text(name, day).split(',').map(Number),
    forget: memory.forget,
  };
};
