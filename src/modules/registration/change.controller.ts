import type { CodePayload } from '../../contracts/auth.js';
import { InvalidError } from '../../core/errors.js';
import { page, redirect, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import { newSecret } from '../../core/ids.js';
import type { FormChecks } from './form-check.service.js';
import { formKeyOf, textOf, type RawForm } from './form01.schema.js';
import { toFormPage, type FormSources } from './form.presenter.js';
import type { OnFile, OnFileQueries } from './on-file.queries.js';
import { paths } from './paths.js';
import type { CodePages } from './request-code.controller.js';
import type { RequestLists } from './request-list.controller.js';
import { contactRows, type CodeStep } from './request.presenter.js';
import { changeForm, type ChangeForm, type CodeForm, type ResendForm } from './request.schema.js';
import type { NewRequest, Requests } from './request.service.js';

export interface ChangeParts extends FormSources {
  readonly checks: FormChecks;
  readonly onFile: OnFileQueries;
  readonly requests: Requests;
  readonly lists: RequestLists;
  readonly codePages: CodePages;
}

const step: CodeStep = {
  kind: 'change',
  title: 'Xác nhận số điện thoại mới',
  start: paths.change,
  confirm: paths.changeConfirm,
  resend: paths.changeResend,
  fields: [
    { purpose: 'change-contact', name: 'maOtp', label: 'Mã OTP gửi số đang dùng' },
    { purpose: 'new-phone', name: 'maOtpMoi', label: 'Mã OTP gửi số mới' },
  ],
};

const TITLE = 'Thay đổi thông tin';
const CONFIRMED = 'Đã xác nhận mã OTP của số đang dùng và số mới';

const text = (payload: CodePayload, name: string): string => String(payload[name] ?? '');

const requestOf = (onFile: OnFile, payload: CodePayload, note: string): NewRequest => ({
  kind: 'change',
  onFile,
  wanted: { phone: text(payload, 'phone'), email: text(payload, 'email'), address: text(payload, 'address') },
  formKey: text(payload, 'formKey'),
  note,
});

/** Other contact data: the form, the codes where the phone changes, and what became of earlier requests. */
export const changeController = (parts: ChangeParts) => {
  const { checks, requests, lists, codePages } = parts;

  const mine = (request: PageRequest): Promise<OnFile> =>
    parts.onFile.of(request.actor.attributes['insuranceNumber'] ?? '');

  const form: Handler = async (request) => {
    const { retry } = request;
    const onFile = await mine(request);
    const formKey = (retry && formKeyOf(retry.values)) ?? newSecret();
    const province = textOf(retry?.values ?? {}, 'province');
    const list = await lists.of(onFile.account.insuranceNumber, 'change');
    const data = await toFormPage(parts, { title: TITLE, formKey, kept: [], province });
    const contact = contactRows(onFile.contact);
    return page('registration/change', { ...data, ...list, contact, paths, ...(retry && { retry }) });
  };

  /** The same page with the communes of the chosen province; nothing is checked. */
  const chooseProvince = (request: PageRequest<RawForm>): Promise<Reply> | Reply => {
    const values = Object.fromEntries(Object.keys(request.input).map((name) => [name, textOf(request.input, name)]));
    return form({ ...request, retry: { values, faults: [] } });
  };

  const checked = async (raw: RawForm): Promise<ChangeForm> => {
    const parsed = changeForm(raw);
    const faults = [
      ...(parsed.error?.issues ?? []).map(({ path, message }) => ({ field: String(path[0]), message })),
      ...(await checks.placeFaults(raw)),
    ];
    if (faults.length || !parsed.data) throw new InvalidError(faults);
    return parsed.data;
  };

  const submit: Handler<RawForm> = async (request) => {
    const raw = request.input;
    if ('chooseProvince' in raw) return chooseProvince(request);
    const onFile = await mine(request);
    const formKey = formKeyOf(raw) ?? newSecret();
    const { phone, email, ...place } = await checked(raw);
    const address = place.street ? await checks.addressOf(place) : '';
    const payload = { formKey, phone: phone === onFile.contact.phone ? '' : phone, email, address };
    const wanted = requestOf(onFile, payload, '');
    if ((await requests.check(wanted)) === 'known') return redirect(paths.change);
    if (payload.phone) {
      await codePages.begin(step, request, payload, [undefined, payload.phone]);
      return redirect(paths.changeConfirm);
    }
    await requests.submit(wanted);
    return lists.done(request, 'change');
  };

  const confirm: Handler<CodeForm> = async (request) => {
    const onFile = await mine(request);
    const outcome = await codePages.confirm(step, request, (guesses) =>
      requests.confirm(guesses, onFile, (payload) => requestOf(onFile, payload, CONFIRMED)),
    );
    return outcome === 'right' ? lists.done(request, 'change') : lists.again(request, 'change', outcome);
  };

  return {
    form,
    submit,
    code: (request: PageRequest) => codePages.show(step, request),
    resend: (request: PageRequest<ResendForm>) => codePages.resend(step, request, Number(request.input.which)),
    confirm,
  };
};
