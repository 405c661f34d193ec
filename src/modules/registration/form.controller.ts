import type { Agencies } from '../../contracts/organisation.js';
import type { Actor } from '../../core/context.js';
import { InvalidError, type FieldFault } from '../../core/errors.js';
import { page, redirect, type FormRetry, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import { newSecret } from '../../core/ids.js';
import type { Declarations } from './declaration.service.js';
import type { Drafts } from './draft.service.js';
import type { FormChecks } from './form-check.service.js';
import { formKeyOf, typedText, type Form01, type RawForm } from './form01.schema.js';
import { toFormPage, type FormSources } from './form.presenter.js';
import { paths } from './paths.js';
import { examine } from './upload.service.js';

export interface FormParts extends FormSources {
  readonly agencies: Agencies;
  readonly drafts: Drafts;
  readonly checks: FormChecks;
  readonly declarations: Declarations;
}

/** Where form 01 stands: at home, or at the desk of an officer who fills it in for a person. */
export interface FormPlace {
  readonly view: string;
  readonly title: string;
  /** Fields that are known there and not asked for. */
  given(actor: Actor): Promise<Readonly<Record<string, string>>>;
  /** What is wrong there and nowhere else. */
  objections(form: Form01, actor: Actor): FieldFault[];
  /** Who fills it in, where it is not the person. */
  declaredBy(actor: Actor): string | null;
  /** The way on from **Ghi nhận**. */
  done(secret: string, request: PageRequest): Promise<Reply> | Reply;
}

const HOME: FormPlace = {
  view: 'registration/form',
  title: 'Kê khai Mẫu số 01',
  given: () => Promise.resolve({}),
  objections: () => [],
  declaredBy: () => null,
  done: (secret) => redirect(paths.received(secret)),
};

export const formController = (parts: FormParts, place: FormPlace = HOME) => {
  const { agencies, drafts, checks, declarations } = parts;

  /** Most people live where the office is: their province is chosen for them at first. */
  const provinceOf = async (given: Readonly<Record<string, string>>, retry?: FormRetry): Promise<string> => {
    if (retry) return String(retry.values['province'] ?? '');
    const office = given['agency'] ? await agencies.find(given['agency']) : await agencies.own();
    return office?.provinceCode ?? '';
  };

  const draw = async (request: PageRequest, formKey: string | undefined): Promise<Reply> => {
    const { retry, actor } = request;
    const kept = formKey ? await drafts.kept(formKey) : [];
    const province = await provinceOf(await place.given(actor), retry);
    const data = await toFormPage(parts, { title: place.title, formKey: formKey ?? newSecret(), kept, province });
    return page(place.view, { ...data, paths, ...(retry && { retry }) });
  };

  const form: Handler = async (request) => {
    const { retry, files } = request;
    const formKey = retry && formKeyOf(retry.values);
    if (!formKey || files.length === 0) return draw(request, formKey);
    // The page was too old to be taken in: its files wait for the next try like everything typed.
    const { good, faults } = await examine(files);
    await drafts.keep(formKey, good);
    return draw({ ...request, retry: { ...retry, faults: [...retry.faults, ...faults] } }, formKey);
  };

  /** The same page with the second lists; nothing is refused, but a file that cannot be used is named at once. */
  const chooseProvince = async (request: PageRequest<RawForm>, formKey: string | undefined): Promise<Reply> => {
    const intake = formKey ? await examine(request.files) : { good: [], faults: [] };
    if (formKey) await drafts.keep(formKey, intake.good);
    return draw({ ...request, retry: { values: typedText(request.input), faults: intake.faults } }, formKey);
  };

  const submit: Handler<RawForm> = async (request) => {
    const { actor, files } = request;
    const raw = { ...request.input, ...(await place.given(actor)) };
    const sentKey = formKeyOf(raw);
    if ('chooseProvince' in raw) return chooseProvince(request, sentKey);
    const number = checks.parse(raw).data?.insuranceNumber;
    if (sentKey && number && (await declarations.known(sentKey, number)))
      return place.done(declarations.secretOf(sentKey, number), request);
    const formKey = sentKey ?? newSecret();
    const { form: good, ...checked } = await checks.check({ raw, files, kept: await drafts.kept(formKey) });
    const faults = [...(good ? place.objections(good, actor) : []), ...checked.faults];
    if (faults.length || !good) {
      await drafts.keep(formKey, checked.good);
      throw new InvalidError(faults);
    }
    const address = await checks.addressOf(good);
    const declaration = { form: good, address, files: checked.good, formKey, declaredBy: place.declaredBy(actor) };
    return place.done(await declarations.submit(declaration), request);
  };

  return { form, submit };
};
