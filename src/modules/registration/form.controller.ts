import type { Agencies, Places } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import { InvalidError, type FieldFault } from '../../core/errors.js';
import { page, redirect, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import { newSecret } from '../../core/ids.js';
import type { Declarations } from './declaration.service.js';
import type { Drafts } from './draft.service.js';
import { isPassport } from './field.rules.js';
import { FORM_FIELDS, form01, formKeyOf, textOf, textsOf, type Form01, type RawForm } from './form01.schema.js';
import { toFormPage } from './form.presenter.js';
import { paths } from './paths.js';
import { inLine } from './sheet.presenter.js';
import { examine, MISSING, type Intake } from './upload.service.js';

export interface FormParts {
  readonly clock: Clock;
  readonly places: Places;
  readonly agencies: Agencies;
  readonly drafts: Drafts;
  readonly declarations: Declarations;
}

/** The order of the page: the summary of faults follows it. */
const ORDER = [...FORM_FIELDS.slice(0, 10), 'portrait', 'front', 'back', 'agency', 'commitment'];

const inOrder = (faults: readonly FieldFault[]): FieldFault[] =>
  [...faults].sort((a, b) => ORDER.indexOf(a.field) - ORDER.indexOf(b.field));

/** Values that lists allow to be checked only by asking. Shapes have been checked by the schema. */
const placeFaults = async ({ places, agencies }: FormParts, raw: RawForm): Promise<FieldFault[]> => {
  const [province, commune, agency] = ['province', 'commune', 'agency'].map((name) => textOf(raw, name)) as [
    string,
    string,
    string,
  ];
  const faults: FieldFault[] = [];
  const known = await places.province(province);
  if (/^\d{2}$/.test(province) && !known)
    faults.push({ field: 'province', message: 'Hãy chọn tỉnh, thành phố trong danh sách.' });
  const found = /^\d{5}$/.test(commune) ? await places.commune(commune) : undefined;
  if (/^\d{5}$/.test(commune) && found?.provinceCode !== province)
    faults.push({ field: 'commune', message: 'Phường, xã này không thuộc tỉnh đã chọn. Bấm Chọn tỉnh rồi chọn lại.' });
  const office = /^\d{5}$/.test(agency) ? await agencies.find(agency) : undefined;
  if (/^\d{5}$/.test(agency) && !office?.receives)
    faults.push({
      field: 'agency',
      message: 'Cơ quan này không tiếp nhận hồ sơ. Hãy chọn cơ quan khác trong danh sách.',
    });
  return faults;
};

/** Files that are neither in this sending nor kept from an earlier one. A passport has no back side. */
const missingFaults = (raw: RawForm, intake: Intake, kept: readonly { kind: string }[]): FieldFault[] => {
  const paper = textOf(raw, 'paperNumber')
    .replace(/[\s.-]/g, '')
    .toUpperCase();
  const needed = (['portrait', 'front', 'back'] as const).filter((kind) => kind !== 'back' || !isPassport(paper));
  const here = new Set(
    [...intake.good, ...kept].map(({ kind }) => kind).concat(intake.faults.map(({ field }) => field)),
  );
  return needed.filter((kind) => !here.has(kind)).map((kind) => ({ field: kind, message: MISSING[kind] }));
};

const PLAIN_FILES: Intake = { good: [], faults: [] };

export const formController = (parts: FormParts) => {
  const { drafts, declarations, places } = parts;

  const draw = async (request: PageRequest, formKey: string | undefined): Promise<Reply> => {
    const kept = formKey ? await drafts.kept(formKey) : [];
    const data = await toFormPage(parts, formKey ?? newSecret(), kept, request.retry);
    return page('registration/form', { ...data, ...(request.retry && { retry: request.retry }) });
  };

  const form: Handler = (request) => draw(request, request.retry && formKeyOf(request.retry.values));

  const typed = (raw: RawForm): Record<string, string> =>
    Object.fromEntries(Object.entries(raw).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

  /** The same page with the second lists; nothing is refused, but a file that cannot be used is named at once. */
  const chooseProvince = async (request: PageRequest<RawForm>, formKey: string | undefined): Promise<Reply> => {
    const intake = formKey ? await examine(request.files) : PLAIN_FILES;
    if (formKey) await drafts.keep(formKey, intake.good);
    return draw({ ...request, retry: { values: typed(request.input), faults: intake.faults } }, formKey);
  };

  const addressOf = async (form: Form01): Promise<string> => {
    const [commune, province] = [await places.commune(form.commune), await places.province(form.province)];
    return [form.street, inLine(commune?.name ?? ''), inLine(province?.name ?? '')].join(', ');
  };

  const submit: Handler<RawForm> = async (request) => {
    const raw = request.input;
    const sentKey = formKeyOf(raw);
    if ('chooseProvince' in raw) return chooseProvince(request, sentKey);
    const parsed = form01(dayOf(parts.clock.now())).safeParse(textsOf(raw));
    const number = parsed.data?.insuranceNumber;
    if (sentKey && number && (await declarations.known(sentKey, number)))
      return redirect(paths.received(declarations.secretOf(sentKey, number)));
    const formKey = sentKey ?? newSecret();
    const intake = await examine(request.files);
    const faults = inOrder([
      ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ field: String(path[0]), message })),
      ...(await placeFaults(parts, raw)),
      ...intake.faults,
      ...missingFaults(raw, intake, await drafts.kept(formKey)),
    ]);
    if (faults.length || !parsed.data) {
      await drafts.keep(formKey, intake.good);
      throw new InvalidError(faults);
    }
    const address = await addressOf(parsed.data);
    return redirect(
      paths.received(await declarations.submit({ form: parsed.data, address, files: intake.good, formKey })),
    );
  };

  return { form, submit };
};
