import type { Agencies, Agency, Places } from '../../contracts/organisation.js';
import type { DraftRow } from './draft.model.js';

interface Option {
  readonly value: string;
  readonly text: string;
  readonly group?: string;
}

/** What the page of form 01 needs beside what was typed. */
export interface FormPage {
  readonly title: string;
  readonly formKey: string;
  readonly provinces: readonly Option[];
  /** Empty until a province was chosen. */
  readonly communes: readonly Option[];
  readonly agencies: readonly Option[];
  /** Names of files that are here already, by field. */
  readonly kept: Readonly<Record<string, { readonly name: string }>>;
  readonly province: string;
}

export interface FormSources {
  readonly places: Places;
  readonly agencies: Agencies;
}

const agencyOption = (agency: Agency, group: string): Option => ({
  value: agency.code,
  text: `${agency.name} (${agency.code})`,
  group,
});

/** Agencies of the chosen province first, then the head offices of the others and the central units that take dossiers. */
const agencyOptions = async (agencies: Agencies, province: string): Promise<Option[]> => {
  const all = await agencies.receiving();
  const here = all.filter(({ provinceCode }) => provinceCode === province);
  const others = all.filter(
    ({ provinceCode, level }) => provinceCode !== null && provinceCode !== province && level === 'province',
  );
  const central = all.filter(({ provinceCode }) => provinceCode === null);
  return [
    ...here.map((agency) => agencyOption(agency, 'Trong tỉnh, thành phố của bạn')),
    ...others.map((agency) => agencyOption(agency, 'Tỉnh, thành phố khác')),
    ...central.map((agency) => agencyOption(agency, 'Trung ương')),
  ];
};

/** What is known of the page before its lists are read. */
export interface FormState {
  readonly title: string;
  readonly formKey: string;
  readonly kept: readonly Pick<DraftRow, 'kind' | 'name'>[];
  /** Code of the chosen province, or empty. */
  readonly province: string;
}

export const toFormPage = async ({ places, agencies }: FormSources, state: FormState): Promise<FormPage> => {
  const { title, formKey, kept } = state;
  const province = await places.province(state.province);
  const communes = province ? await places.communes(province.code) : [];
  const provinces = await places.provinces();
  return {
    title,
    formKey,
    provinces: provinces.map(({ code, name }) => ({ value: code, text: name })),
    communes: communes.map(({ code, name }) => ({ value: code, text: name })),
    agencies: province ? await agencyOptions(agencies, province.code) : [],
    kept: Object.fromEntries(kept.map(({ kind, name }) => [kind, { name }])),
    province: province?.code ?? '',
  };
};
