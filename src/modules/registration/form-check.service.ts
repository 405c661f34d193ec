import type { Agencies, Places } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { FieldFault } from '../../core/errors.js';
import type { UploadedFile } from '../../core/http/route.js';
import { isPassport } from './field.rules.js';
import { FORM_FIELDS, form01, textOf, textsOf, type Form01, type RawForm } from './form01.schema.js';
import { inLine } from './registration.rules.js';
import { examine, MISSING, type GoodFile, type Intake } from './upload.service.js';

export interface CheckParts {
  readonly clock: Clock;
  readonly places: Places;
  readonly agencies: Agencies;
}

/** What came in with one sending of form 01. */
export interface Sending {
  readonly raw: RawForm;
  readonly files: readonly UploadedFile[];
  /** Files that are here already. */
  readonly kept: readonly { readonly kind: string }[];
}

/** A sending looked at: complete when there is a form and no fault. */
export interface CheckedForm {
  readonly form: Form01 | undefined;
  readonly good: readonly GoodFile[];
  /** In the order of the page. */
  readonly faults: readonly FieldFault[];
}

/** The order of the page: the summary of faults follows it. */
const ORDER = [...FORM_FIELDS.slice(0, 10), 'portrait', 'front', 'back', 'agency', 'commitment'];

export const inOrder = (faults: readonly FieldFault[]): FieldFault[] =>
  [...faults].sort((a, b) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field));

/** Files that are neither in this sending nor kept from an earlier one. A passport has no back side. */
const missingFaults = ({ raw, kept }: Sending, intake: Intake): FieldFault[] => {
  const paper = textOf(raw, 'paperNumber')
    .replace(/[\s.-]/g, '')
    .toUpperCase();
  const needed = (['portrait', 'front', 'back'] as const).filter((kind) => kind !== 'back' || !isPassport(paper));
  const here = new Set(
    [...intake.good, ...kept].map(({ kind }) => kind).concat(intake.faults.map(({ field }) => field)),
  );
  return needed.filter((kind) => !here.has(kind)).map((kind) => ({ field: kind, message: MISSING[kind] }));
};

/** The checks of form 01, wherever it stands: at home, at the desk, or sent again after a refusal. */
export const formChecksOf = ({ clock, places, agencies }: CheckParts) => {
  const parse = (raw: RawForm) => form01(dayOf(clock.now())).safeParse(textsOf(raw));

  /** Values that lists allow to be checked only by asking. Shapes have been checked by the schema. */
  const placeFaults = async (raw: RawForm): Promise<FieldFault[]> => {
    const [province, commune, agency] = [textOf(raw, 'province'), textOf(raw, 'commune'), textOf(raw, 'agency')];
    const faults: FieldFault[] = [];
    const known = await places.province(province);
    if (/^\d{2}$/.test(province) && !known)
      faults.push({ field: 'province', message: 'Hãy chọn tỉnh, thành phố trong danh sách.' });
    const found = /^\d{5}$/.test(commune) ? await places.commune(commune) : undefined;
    if (/^\d{5}$/.test(commune) && found?.provinceCode !== province)
      faults.push({
        field: 'commune',
        message: 'Phường, xã này không thuộc tỉnh đã chọn. Bấm Chọn tỉnh rồi chọn lại.',
      });
    const office = /^\d{5}$/.test(agency) ? await agencies.find(agency) : undefined;
    if (/^\d{5}$/.test(agency) && !office?.receives)
      faults.push({
        field: 'agency',
        message: 'Cơ quan này không tiếp nhận hồ sơ. Hãy chọn cơ quan khác trong danh sách.',
      });
    return faults;
  };

  const check = async (sending: Sending): Promise<CheckedForm> => {
    const parsed = parse(sending.raw);
    const intake = await examine(sending.files);
    const faults = inOrder([
      ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ field: String(path[0]), message })),
      ...(await placeFaults(sending.raw)),
      ...intake.faults,
      ...missingFaults(sending, intake),
    ]);
    return { form: parsed.data, good: intake.good, faults };
  };

  /** Street, commune and province in one line. */
  const addressOf = async (form: Pick<Form01, 'street' | 'commune' | 'province'>): Promise<string> => {
    const [commune, province] = [await places.commune(form.commune), await places.province(form.province)];
    return [form.street, inLine(commune?.name ?? ''), inLine(province?.name ?? '')].join(', ');
  };

  return { parse, check, placeFaults, addressOf };
};
export type FormChecks = ReturnType<typeof formChecksOf>;
