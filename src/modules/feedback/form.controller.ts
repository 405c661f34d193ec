import { InvalidError, type FieldFault } from '../../core/errors.js';
import { page, redirect, type FormRetry, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import { newSecret } from '../../core/ids.js';
import type { Found, PublicSearch } from '../../core/public-search.js';
import { clean, fold } from '../../core/text.js';
import type { Arrivals } from './arrival.service.js';
import type { CitizenAttempts } from './citizen-attempt.service.js';
import type { ArrivalQuery, RawForm } from './citizen.schema.js';
import { formPage, SHEETS, type FormSources } from './form.presenter.js';
import type { Passes } from './pass.service.js';
import { paths } from './paths.js';
import type { SentQueries } from './sent.queries.js';
import type { TellService, Told } from './tell.service.js';

export interface FormParts extends FormSources {
  readonly tell: TellService;
  readonly arrivals: Arrivals;
  readonly attempts: CitizenAttempts;
  readonly passes: Passes;
  readonly sent: SentQueries;
  /** Kinds of public things that answer whole questions. */
  answers(): readonly PublicSearch[];
}

const KEY = /^[A-Za-z0-9_-]{22}$/;
const NEAR = 3;
/** A long question is not clearer than its first words. */
const ASKED = 200;

const textOf = (raw: RawForm, name: string): string => {
  const value = raw[name];
  return typeof value === 'string' ? value : '';
};

const typedText = (raw: RawForm): Record<string, string> =>
  Object.fromEntries(Object.entries(raw).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

const keyOf = (raw: RawForm): string => (KEY.test(textOf(raw, 'formKey')) ? textOf(raw, 'formKey') : newSecret());

/** `/phan-anh`: the form, for everybody. */
class FormController {
  constructor(private readonly parts: FormParts) {}

  readonly form: Handler<ArrivalQuery> = (request) =>
    this.draw(request, { tu: request.input.tu }, { formKey: newSecret() });

  /** Shown again: the page was too old to be taken in, or too much was sent. Its files wait like everything typed. */
  readonly again: Handler = async (request) => {
    const raw: RawForm = request.retry?.values ?? {};
    const formKey = keyOf(raw);
    const faults = [...(request.retry?.faults ?? []), ...(await this.keep(formKey, request, raw))];
    return this.draw(request, raw, { formKey, retry: { values: typedText(raw), faults } });
  };

  readonly send: Handler<RawForm> = async (request) => {
    const { input: raw, actor, ip } = request;
    const { tell, arrivals, attempts } = this.parts;
    const formKey = keyOf(raw);
    const fileFaults = await this.keep(formKey, request, raw);
    const again = { formKey, retry: { values: { ...typedText(raw), formKey }, faults: fileFaults } };
    if ('chonTinh' in raw) return this.draw(request, raw, again);
    const { told, faults } = await tell.check(raw, formKey, actor, arrivals.open(textOf(raw, 'tu')));
    const all = [...faults, ...fileFaults];
    if (!told || all.length) return this.refuse(request, { ...again, faults: all });
    const before = await tell.known(told);
    if (before) return redirect(this.sentOf(before.id));
    const near = await this.nearTo(raw, told);
    if (near.length) return this.draw(request, raw, { ...again, near });
    if (!told.account)
      await this.parts.puzzles.check({
        token: textOf(raw, 'cauDo'),
        proof: clean(textOf(raw, 'loiGiai')),
        sum: clean(textOf(raw, 'ketQua')),
      });
    await attempts.send(told.input.dienThoai, told.account ? undefined : ip);
    return redirect(this.sentOf((await tell.send(told, formKey)).id));
  };

  /** The code, with the way to follow it. */
  readonly sent: Handler = async ({ params, actor }) => {
    const caseId = this.parts.passes.open(params['mark'] ?? '');
    const data = await this.parts.sent(caseId, actor);
    const follow = data.own ? paths.ownCase(caseId) : paths.tracked(this.parts.passes.issue(caseId));
    return page(
      'feedback/sent',
      { title: 'Đã tiếp nhận phản ánh', paths, sheets: SHEETS, ...data, follow: follow.show },
      { confidential: true },
    );
  };

  private sentOf(caseId: string): string {
    return paths.sent(this.parts.passes.issue(caseId));
  }

  private keep(formKey: string, { files }: PageRequest, raw: RawForm): Promise<readonly FieldFault[]> {
    return this.parts.kept.receive(formKey, { files, crossed: raw['boTep'] });
  }

  private async refuse(
    request: PageRequest<RawForm>,
    { formKey, retry, faults }: { formKey: string; retry: FormRetry; faults: readonly FieldFault[] },
  ): Promise<Reply> {
    const reply = await this.draw(request, request.input, { formKey, retry: { ...retry, faults } });
    return reply.kind === 'page' ? { ...reply, status: new InvalidError(faults).status } : reply;
  }

  /** Answers that may do already: looked for once, and not for a row of a record, which no general answer explains. */
  private async nearTo(raw: RawForm, { arrival, input }: Told): Promise<readonly Found[]> {
    if (textOf(raw, 'daXem') || arrival) return [];
    const text = input.tieuDe.slice(0, ASKED);
    const found = await Promise.all(this.parts.answers().map((kind) => kind.find({ text, folded: fold(text) }, NEAR)));
    return found.flat().slice(0, NEAR);
  }

  private async draw(
    { actor }: Pick<PageRequest, 'actor'>,
    raw: RawForm,
    { formKey, retry, near = [] }: { formKey: string; retry?: FormRetry; near?: readonly Found[] },
  ): Promise<Reply> {
    const { tell, arrivals } = this.parts;
    const mark = textOf(raw, 'tu');
    const arrival = arrivals.open(mark);
    const data = await formPage(this.parts, {
      formKey,
      arrival,
      near,
      province: textOf(raw, 'tinh'),
      account: await tell.accountOf(actor),
      seen: near.length > 0 || textOf(raw, 'daXem') !== '',
      lost: mark !== '' && !arrival,
    });
    return page('feedback/form', { ...data, ...(retry && { retry }) }, { confidential: true });
  }
}

export const formController = (parts: FormParts): FormController => new FormController(parts);
export type { FormController };
