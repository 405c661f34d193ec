import { page, redirect, type Handler, type PageRequest } from '../../core/http/route.js';
import { newSecret } from '../../core/ids.js';
import { formKeyOf } from './form01.schema.js';
import type { OnFile, OnFileQueries } from './on-file.queries.js';
import { paths } from './paths.js';
import type { CodePages } from './request-code.controller.js';
import type { RequestLists } from './request-list.controller.js';
import { masked, type CodeStep } from './request.presenter.js';
import type { CodeForm, ResendForm, StopForm } from './request.schema.js';
import type { NewRequest, Requests } from './request.service.js';

export interface StopParts {
  readonly onFile: OnFileQueries;
  readonly requests: Requests;
  readonly lists: RequestLists;
  readonly codePages: CodePages;
}

const step: CodeStep = {
  kind: 'stop',
  title: 'Xác nhận ngừng sử dụng tài khoản',
  start: paths.stop,
  confirm: paths.stopConfirm,
  resend: paths.stopResend,
  fields: [{ purpose: 'stop-account', name: 'maOtp', label: 'Mã OTP' }],
};

const NOTHING = { phone: '', email: '', address: '' };

const requestOf = (onFile: OnFile, formKey: string): NewRequest => ({
  kind: 'stop',
  onFile,
  wanted: NOTHING,
  formKey,
  note: 'Đã cam kết và xác nhận mã OTP',
});

/** The end of the account, asked for by its holder. */
export const stopController = ({ onFile, requests, lists, codePages }: StopParts) => {
  const mine = (request: PageRequest): Promise<OnFile> => onFile.of(request.actor.attributes['insuranceNumber'] ?? '');

  const form: Handler = async (request) => {
    const { retry } = request;
    const { account } = await mine(request);
    const { open } = await lists.of(account.insuranceNumber, 'stop');
    const formKey = (retry && formKeyOf(retry.values)) ?? newSecret();
    const data = { title: 'Ngừng sử dụng tài khoản', open, formKey, phone: masked('phone', account.phone), paths };
    return page('registration/stop', { ...data, ...(retry && { retry }) });
  };

  const submit: Handler<StopForm> = async (request) => {
    const person = await mine(request);
    const formKey = request.input.formKey || newSecret();
    if ((await requests.check(requestOf(person, formKey))) === 'known') return redirect(paths.stop);
    await codePages.begin(step, request, { formKey }, []);
    return redirect(paths.stopConfirm);
  };

  const confirm: Handler<CodeForm> = async (request) => {
    const person = await mine(request);
    const outcome = await codePages.confirm(step, request, (guesses) =>
      requests.confirm(guesses, person, ({ formKey }) => requestOf(person, String(formKey))),
    );
    return outcome === 'right' ? lists.done(request, 'stop') : lists.again(request, 'stop', outcome);
  };

  return {
    form,
    submit,
    code: (request: PageRequest) => codePages.show(step, request),
    resend: (request: PageRequest<ResendForm>) => codePages.resend(step, request, Number(request.input.which)),
    confirm,
  };
};
