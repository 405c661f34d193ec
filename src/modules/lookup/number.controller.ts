import type { Agencies, Places } from '../../contracts/organisation.js';
import { InvalidError } from '../../core/errors.js';
import type { Puzzles } from '../../core/http/puzzle.js';
import { page, type FormRetry, type Handler, type Reply } from '../../core/http/route.js';
import { presentFound, presentNumberForm } from './number.presenter.js';
import { eitherFault, numberSchema, type NumberInput, type RawNumber, type SendInput } from './number.schema.js';
import type { NumberService } from './number.service.js';
import { paths } from './paths.js';

export interface NumberControllerParts {
  readonly agencies: Agencies;
  readonly places: Places;
  readonly puzzles: Puzzles;
  readonly service: NumberService;
}

/** Typed text goes back into the form; the puzzle is always a new one. */
const typedIn = (raw: RawNumber): Record<string, string> =>
  Object.fromEntries(
    ['hoTen', 'ngaySinh', 'soGiayTo', 'tinh', 'xa'].map((name) => [
      name,
      typeof raw[name] === 'string' ? raw[name] : '',
    ]),
  );

const parsed = (raw: RawNumber): NumberInput => {
  const result = numberSchema.safeParse(raw);
  const issues = result.success ? [] : result.error.issues;
  const faults = issues.map(({ path, message }) => ({ field: String(path[0] ?? ''), message }));
  const all = [...faults, ...eitherFault(raw)];
  if (!result.success || all.length > 0)
    throw new InvalidError([...new Map(all.map((fault) => [fault.field, fault])).values()]);
  return result.data;
};

/** **Tra cứu mã số BHXH**: a person finds his own number again. */
export const numberController = ({ agencies, places, puzzles, service }: NumberControllerParts) => {
  const formPage = async (retry: FormRetry | undefined, more: object = {}): Promise<Reply> => {
    const typed = retry?.values['tinh'];
    const province = typeof typed === 'string' ? typed : ((await agencies.own())?.provinceCode ?? '');
    const data = presentNumberForm({
      puzzle: puzzles.issue(),
      province,
      provinces: await places.provinces(),
      communes: province ? await places.communes(province) : [],
    });
    return page('lookup/number', { ...data, ...more, ...(retry && { retry }) }, { confidential: true });
  };

  const form: Handler = ({ retry }) => formPage(retry && { ...retry, values: typedIn(retry.values) });

  const ask: Handler<RawNumber> = async ({ input: raw, ip }) => {
    const typed = { values: typedIn(raw), faults: [] };
    if ('chonTinh' in raw) return formPage(typed);
    const answer = await service.ask(parsed(raw), ip);
    if (!answer) return formPage(typed, { missed: true });
    return page(
      'lookup/number-found',
      { title: 'Kết quả tra cứu mã số BHXH', paths, sheets: ['lookup.css'], ...presentFound(answer) },
      { confidential: true },
    );
  };

  const send: Handler<SendInput> = async ({ input }) => {
    await service.send(input.phieu);
    return page(
      'lookup/number-sent',
      { title: 'Đã gửi mã số BHXH', paths, sheets: ['lookup.css'] },
      { confidential: true },
    );
  };

  const ways: Handler = () =>
    page('lookup/number-ways', { title: 'Cách tìm mã số BHXH', paths, sheets: ['lookup.css'] });

  return { form, ask, send, ways };
};

export type NumberController = ReturnType<typeof numberController>;
