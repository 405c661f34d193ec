import type { Clock } from '../../core/clock.js';
import { InvalidError, NotFoundError } from '../../core/errors.js';
import type { Vault } from '../../core/files/vault.js';
import { file, page, redirect, type Handler, type PageRequest, type Reply } from '../../core/http/route.js';
import type { CaseRow } from './case.model.js';
import { presentCase } from './citizen-case.presenter.js';
import type { CitizenCases } from './citizen-case.queries.js';
import type { Done, RateInput, ShownQuery, SolvedInput, WordsInput } from './citizen.schema.js';
import type { Citizen } from './citizen.service.js';
import { examineFiles } from './file.rules.js';
import { SHEETS } from './form.presenter.js';
import { paths, type CasePages } from './paths.js';

/** How somebody has come to a case: with a pass, or with his account. */
export interface Door {
  /** NotFoundError for a case that is none of his; `late` lets in what was begun while the page was open. */
  find(request: PageRequest<unknown>, late: boolean): Promise<CaseRow>;
  /** The addresses of its pages as this request may go on using them. */
  pages(request: PageRequest<unknown>, row: Pick<CaseRow, 'id'>, fresh: boolean): CasePages;
  readonly crumb: { readonly label: string; readonly href: string };
}

export interface CitizenCaseParts {
  readonly cases: CitizenCases;
  readonly citizen: Citizen;
  readonly vault: Vault;
  readonly clock: Clock;
}

/** The page of one case for whoever sent it, behind either door. */
export const citizenCaseController = ({ cases, citizen, vault, clock }: CitizenCaseParts, door: Door) => {
  const draw = async (request: PageRequest<unknown>, done?: Done): Promise<Reply> => {
    const row = await door.find(request, request.retry !== undefined);
    const [found, reopenUntil] = [await cases.read(row), await citizen.reopenUntil(row)];
    const data = presentCase(found, {
      now: clock.now(),
      reopenUntil,
      done,
      // A page that was refused may be sent again, also when its pass has grown old meanwhile.
      pages: door.pages(request, row, request.retry !== undefined),
      intoPage: found.into && door.pages(request, found.into, true).show,
    });
    const view = { title: `Phản ánh ${row.code}`, paths, sheets: SHEETS, crumb: door.crumb, ...data };
    return page(
      'feedback/citizen-case',
      { ...view, ...(request.retry && { retry: request.retry }) },
      { confidential: true },
    );
  };

  /** Finds the case, acts, and shows it anew. */
  const act =
    <Input>(done: Done, work: (row: CaseRow, request: PageRequest<Input>) => Promise<void>): Handler<Input> =>
    async (request) => {
      const row = await door.find(request, true);
      await work(row, request);
      return redirect(`${door.pages(request, row, true).show}?xong=${done}`);
    };

  return {
    show: ((request) => draw(request, request.input.xong)) as Handler<ShownQuery>,
    again: ((request) => draw(request)) as Handler,
    supply: act<WordsInput>('bo-sung', async (row, { input, files }) => {
      const { good, faults } = await examineFiles(files);
      if (faults.length) throw new InvalidError(faults);
      await citizen.supply(row, input.noiDung, good);
    }),
    reopen: act<WordsInput>('mo-lai', (row, { input }) => citizen.reopen(row, input.noiDung)),
    rate: act<RateInput>('danh-gia', (row, { input }) => citizen.rate(row, input)),
    solved: act<SolvedInput>('giai-quyet', (row, { input }) => citizen.settle(row, input.daXong)),
    file: (async (request) => {
      const row = await door.find(request, true);
      const found = await cases.file(row.id, request.params['tep'] ?? '');
      if (!found) throw new NotFoundError('Không có tệp này. Hãy mở lại trang phản ánh.');
      return file(found.type, await vault.get(found.fileId), { name: found.name });
    }) as Handler,
  };
};
export type CitizenCaseController = ReturnType<typeof citizenCaseController>;
