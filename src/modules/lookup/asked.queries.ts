import type { Agencies, Agency, Commune, Places, Province } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import { InvalidError } from '../../core/errors.js';
import type { CatalogFilter } from './catalog.rules.js';
import type { CatalogInput } from './catalog.schema.js';

/** What the fields of a search offer, and what was chosen. */
export interface Asked {
  readonly filter: CatalogFilter;
  readonly provinces: readonly Province[];
  readonly communes: readonly Commune[];
  readonly agencies: readonly Agency[];
}

export interface AskedParts {
  readonly agencies: Agencies;
  readonly places: Places;
  readonly clock: Clock;
}

export type AskedInput = Pick<CatalogInput, 'tinh' | 'xa' | 'coQuan' | 'ma' | 'ten'>;

/** Reads what was asked for: a commune or an agency of another province than the chosen one was chosen before it. */
export const askedOf =
  ({ agencies, places, clock }: AskedParts) =>
  async ({ tinh, xa, coQuan, ma, ten }: AskedInput): Promise<Asked> => {
    const province = tinh ?? (await agencies.own())?.provinceCode ?? '';
    if (province && !(await places.province(province)))
      throw new InvalidError([{ field: 'tinh', message: 'Chọn tỉnh, thành phố trong danh sách.' }]);
    const communes = province ? await places.communes(province) : [];
    const offices = province ? await agencies.receiving(province) : [];
    const among = (list: readonly { readonly code: string }[], code: string): string =>
      list.some((item) => item.code === code) ? code : '';
    return {
      filter: {
        province,
        commune: among(communes, xa),
        agency: among(offices, coQuan),
        code: ma,
        name: ten,
        today: dayOf(clock.now()),
      },
      provinces: await places.provinces(),
      communes,
      agencies: offices,
    };
  };

export type ReadAsked = ReturnType<typeof askedOf>;
