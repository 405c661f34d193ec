import { Op } from 'sequelize';
import type { SettingName } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { AgencyRow } from './agency.model.js';
import { isOpenOn } from './agency.rules.js';
import { groupBy } from './memory.js';
import type { SettingRow } from './setting.model.js';
import type { DatedValue } from './setting.rules.js';
import type { Choice } from './setting-value.rules.js';

export interface SettingAdminTables {
  readonly settings: Table<SettingRow>;
  readonly agencies: Table<AgencyRow>;
}

const ORDER = { order: ['name', 'validFrom'] };
/** Rows that were not taken back. */
const REAL = { value: { [Op.ne]: '' } };

/** Settings as they stand in the table, for those who keep them. */
export const settingAdminQueries = ({ settings, agencies }: SettingAdminTables, clock: Clock) => ({
  values: (name: SettingName): Promise<readonly DatedValue[]> => settings.many({ name, ...REAL }, ORDER),

  all: async (): Promise<ReadonlyMap<string, readonly DatedValue[]>> =>
    groupBy(await settings.many(REAL, ORDER), ({ name }) => name),

  /** Central units that work today. */
  units: async (): Promise<readonly Choice[]> => {
    const today = dayOf(clock.now());
    const rows = await agencies.many({ level: 'central' }, { order: ['code'] });
    return rows.filter((row) => isOpenOn(row, today)).map(({ code, name }) => ({ value: code, text: name }));
  },
});

export type SettingAdminQueries = ReturnType<typeof settingAdminQueries>;
