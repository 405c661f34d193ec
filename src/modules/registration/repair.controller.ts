import { ConflictError, InvalidError, type FieldFault } from '../../core/errors.js';
import { page, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import type { DossierRow } from './dossier.model.js';
import type { Drafts } from './draft.service.js';
import type { CheckedForm } from './form-check.service.js';
import { toFormPage, type FormSources } from './form.presenter.js';
import { typedText, type RawForm } from './form01.schema.js';
import { paths } from './paths.js';
import { repairCodeController } from './repair-code.controller.js';
import { repairLateController, secretIn, sent, type LateParts } from './repair-late.controller.js';
import { declaredValues, marksOf, toRepairPage, untouchedOf } from './repair.presenter.js';
import { changedFields, markedFields } from './repair.rules.js';
import type { Repairs } from './repair.service.js';
import { examine } from './upload.service.js';

export interface RepairParts extends FormSources, LateParts {
  readonly repairs: Repairs;
  readonly drafts: Drafts;
}

const UNCHANGED = 'Tờ khai chưa khác lần trước. Hãy sửa những ô được đánh dấu rồi gửi lại.';

/** Files of a correction wait under a key of their own, so that no other form reaches them. */
const keyOf = (request: PageRequest): string => `repair ${secretIn(request)}`;

const objections = (dossier: DossierRow, { form, good, faults }: CheckedForm, waiting: number): FieldFault[] => {
  // The agency is not asked for: it stays, even when it takes no new dossiers any more.
  const found = faults.filter(({ field }) => field !== 'agency');
  const [first] = markedFields(dossier.wrongFields);
  const same = form && good.length + waiting === 0 && changedFields(dossier, form).length === 0;
  return found.length === 0 && first && same ? [{ field: first, message: UNCHANGED }] : found;
};

const shownOf = ({ retry }: PageRequest, dossier: DossierRow) =>
  retry ?? { values: declaredValues(dossier), faults: [] };

/** A refused dossier, sent again by whoever was told its code or its link. */
export const repairController = (parts: RepairParts) => {
  const { links, repairs, drafts, checks, corrections } = parts;
  const { late, resent } = repairLateController(parts);

  /** Pictures that need not be sent: those of the dossier that were not marked, and new ones of an earlier try. */
  const picturesOf = async ({ id, wrongFields }: DossierRow, formKey: string) => {
    const marked: readonly string[] = markedFields(wrongFields);
    const waiting = await drafts.kept(formKey);
    const unmarked = (await corrections.pictures(id)).filter(({ kind }) => !marked.includes(kind));
    return { waiting, kept: [...unmarked, ...waiting] };
  };

  const draw = async (request: PageRequest, dossier: DossierRow): Promise<Reply> => {
    const { waiting, kept } = await picturesOf(dossier, keyOf(request));
    const { title, values, faults } = { title: `Sửa hồ sơ ${dossier.number}`, ...shownOf(request, dossier) };
    const shown = faults.length ? [...faults, ...untouchedOf(dossier, { values, faults })] : marksOf(dossier, waiting);
    const retry = { values, faults: shown };
    const province = String(values['province'] ?? '');
    const form = await toFormPage(parts, { title, formKey: '', kept, province });
    const data = { ...toRepairPage(form, dossier), action: paths.repair(secretIn(request)), paths, retry };
    return page('registration/repair', { ...data, refused: faults.length > 0 }, { confidential: true });
  };

  const show: Handler = async (request) => {
    const { retry, files } = request;
    const dossier = await links.find(secretIn(request));
    if (!dossier) return late(request, retry?.values);
    if (!retry || files.length === 0) return draw(request, dossier);
    // The page was too old to be taken in: its files wait for the next try like everything typed.
    const { good, faults } = await examine(files);
    await drafts.keep(keyOf(request), good);
    return draw({ ...request, retry: { ...retry, faults: [...retry.faults, ...faults] } }, dossier);
  };

  const check = async (request: PageRequest<RawForm>, dossier: DossierRow) => {
    const { waiting, kept } = await picturesOf(dossier, keyOf(request));
    const { insuranceNumber, agencyCode: agency } = dossier;
    const stays = markedFields(dossier.wrongFields).includes('insuranceNumber') ? {} : { insuranceNumber };
    const checked = await checks.check({ raw: { ...request.input, ...stays, agency }, files: request.files, kept });
    const faults = objections(dossier, checked, waiting.length);
    if (faults.length === 0 && checked.form) return { form: checked.form, files: checked.good };
    await drafts.keep(keyOf(request), checked.good);
    throw new InvalidError(faults);
  };

  const send: Handler<RawForm> = async (request) => {
    const { input } = request;
    const dossier = await links.find(secretIn(request));
    if (!dossier) return late(request, input);
    if ('chooseProvince' in input) {
      const { good, faults } = await examine(request.files);
      await drafts.keep(keyOf(request), good);
      return draw({ ...request, retry: { values: typedText(input), faults } }, dossier);
    }
    const checked = await check(request, dossier);
    const address = await checks.addressOf(checked.form);
    const sentSecret = links.sentSecretOf(secretIn(request));
    try {
      await repairs.send({ ...checked, dossier, address, formKey: keyOf(request), sentSecret });
    } catch (error) {
      if (error instanceof ConflictError) return late(request, input);
      throw error;
    }
    return sent({ state: dossier.withoutNewPaper ? 'handed_in' : 'declared' }, sentSecret);
  };

  return { ...repairCodeController(links), show, send, resent };
};
