import type { Agency } from '../../contracts/organisation.js';
import { date } from '../../core/http/format.js';
import type { CatalogName } from './catalog.rules.js';
import type { CatalogRow } from './catalog.queries.js';
import { openState, type OpenState } from './hours.rules.js';

type Tag = { readonly kind: string; readonly icon: string; readonly text: string };

/** A place of a list as its page shows it. */
export interface PlaceItem {
  /** `diem-<id>` is the id of its element; points of the map name it. */
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** One line of facts: code, tier, what it does. */
  readonly facts: string;
  readonly hours: string;
  readonly open: OpenState | undefined;
  readonly tag: Tag | undefined;
  readonly phones: readonly { readonly text: string; readonly href: string }[];
  readonly directions: string;
  /** "16.0800, 108.2190", with a word where it is only near by; empty where it is not known. */
  readonly coordinates: string;
}

/** What the map reads: see the README. */
export interface MapPoint {
  readonly id: string;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
  readonly address: string;
  readonly phone: string;
  readonly href: string;
  readonly approximate: boolean;
}

export interface Moment {
  readonly now: Date;
  readonly holiday: boolean;
}

type Spot = Pick<Agency, 'name' | 'address' | 'phone' | 'latitude' | 'longitude' | 'locationApproximate'> & {
  readonly code: string;
};

/** A point that is only near by would lead astray: the address is searched instead. */
const directionsTo = ({ name, address, latitude, longitude, locationApproximate }: Spot): string => {
  const exact = latitude !== null && longitude !== null && !locationApproximate;
  const destination = exact ? `${latitude},${longitude}` : `${name}, ${address}`;
  return `https://www.google.com/maps/dir/?${new URLSearchParams({ api: '1', destination }).toString()}`;
};

const phonesIn = (text: string): PlaceItem['phones'] =>
  text
    .split(/[;,/]/)
    .map((part) => ({ text: part.trim(), href: `tel:${part.replace(/[^\d+]/g, '')}` }))
    .filter(({ href }) => href.length > 'tel:'.length + 2);

const coordinatesOf = ({ latitude, longitude, locationApproximate }: Spot): string =>
  latitude === null || longitude === null
    ? ''
    : `${latitude.toFixed(4)}, ${longitude.toFixed(4)}${locationApproximate ? ' (gần đúng)' : ''}`;

const spotItem = (spot: Spot, openingHours: string, { now, holiday }: Moment) => ({
  id: spot.code,
  name: spot.name,
  address: spot.address,
  hours: openingHours,
  open: openState(openingHours, now, holiday),
  phones: phonesIn(spot.phone),
  directions: directionsTo(spot),
  coordinates: coordinatesOf(spot),
});

const TIERS = { initial: 'Cấp ban đầu', basic: 'Cấp cơ bản', advanced: 'Cấp chuyên sâu' } as const;

const gradeOf = (grade: string): string => `hạng ${grade === 'special' ? 'đặc biệt' : grade}`;

/** A facility, from what each list asks about it. */
const facilityFacts = (row: CatalogRow, list: CatalogName): string[] => {
  const rank = [row.tier && TIERS[row.tier], row.grade && gradeOf(row.grade)].filter(Boolean).join(', ');
  const other =
    list === 'cskcb-kcb-bhyt'
      ? row.takesRegistration && 'Nhận đăng ký KCB ban đầu'
      : row.signsContract && 'Có KCB BHYT';
  const since = row.validFrom && `Từ ${date(row.validFrom)}`;
  const until = row.validTo && `Đến ${date(row.validTo)}`;
  return [`Mã ${row.code}`, rank, other, since, until].filter((fact): fact is string => Boolean(fact));
};

const agentFacts = ({ kind, contactPerson }: CatalogRow): string[] => [
  kind === 'agent' ? 'Đại lý thu' : 'Điểm thu',
  ...(contactPerson ? [`Người phụ trách: ${contactPerson}`] : []),
];

const PAUSED: Tag = { kind: 'work', icon: 'hourglass-split', text: 'Tạm ngừng' };

const spotOf = (row: CatalogRow): Spot => ({
  ...row,
  latitude: row.latitude ?? null,
  longitude: row.longitude ?? null,
  locationApproximate: Boolean(row.locationApproximate),
});

export const presentRow = (row: CatalogRow, list: CatalogName, moment: Moment): PlaceItem => ({
  ...spotItem(spotOf(row), row.openingHours ?? '', moment),
  facts: (list === 'diem-thu' ? agentFacts(row) : facilityFacts(row, list)).join(' · '),
  tag: row.state === 'paused' ? PAUSED : undefined,
});

export const presentAgency = (agency: Agency, moment: Moment): PlaceItem => ({
  ...spotItem({ ...agency, name: agency.name }, agency.openingHours, moment),
  facts: `Mã ${agency.code}`,
  tag: undefined,
});

const pointOf = (spot: Spot): MapPoint[] =>
  spot.latitude === null || spot.longitude === null
    ? []
    : [
        {
          id: spot.code,
          name: spot.name,
          lat: spot.latitude,
          lon: spot.longitude,
          address: spot.address,
          phone: spot.phone,
          href: directionsTo(spot),
          approximate: spot.locationApproximate,
        },
      ];

/** Points of the places of a page, as the attribute `data-points` holds them. */
export const pointsOf = (rows: readonly (CatalogRow | Agency)[]): string =>
  JSON.stringify(rows.flatMap((row) => pointOf(spotOf(row as CatalogRow))));
