import type { Agencies, Agency, Places } from '../../contracts/organisation.js';
import { fold } from '../../core/text.js';
import { namedIn, provinceIn } from './place.rules.js';

/** The offices somebody asks for, and the place they are in. */
export interface OfficeAnswer {
  /** Province code, then the codes of agencies where not all of it are meant: `48:04802`. */
  readonly key: string;
  readonly offices: readonly Agency[];
  /** What is left of the question without the place. */
  readonly rest: string;
}

const MOST = 6;

/** Offices for the chat: by province, of today or of before, by commune, or by the name of the office itself. */
export const officeAnswers = (agencies: Agencies, places: Places) => {
  const keyOf = (province: string, offices: readonly Agency[]): string =>
    `${province}:${offices.map(({ code }) => code).join('.')}`;

  const without = (text: string, name: string): string => fold(text).replace(name, ' ');

  return {
    find: async (text: string): Promise<OfficeAnswer | undefined> => {
      const all = await agencies.receiving();
      const local = all.filter(({ level }) => level === 'local');
      const own = namedIn(
        text,
        local.map(({ code, name }) => ({ code, name })),
      );
      const office = local.find(({ code }) => code === own?.code);
      if (own && office?.provinceCode)
        return { key: keyOf(office.provinceCode, [office]), offices: [office], rest: without(text, own.bare) };
      const province = provinceIn(text, await places.provinces());
      if (!province) return undefined;
      const rest = without(text, province.bare);
      const commune = namedIn(rest, await places.communes(province.code));
      const near = commune
        ? await agencies.near(province.code, commune.code)
        : all.filter(({ provinceCode }) => provinceCode === province.code);
      const offices = near.slice(0, commune ? 3 : MOST);
      return offices.length ? { key: keyOf(province.code, offices), offices, rest } : undefined;
    },
    /** The offices behind a key that a page sent back. */
    byKey: (key: string): Promise<readonly Agency[]> =>
      agencies.those((key.split(':')[1] ?? '').split('.').slice(0, MOST)),
  };
};

export type OfficeAnswers = ReturnType<typeof officeAnswers>;
