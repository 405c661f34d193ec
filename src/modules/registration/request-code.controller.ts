import type { CodeGuess, CodePayload, Codes, CodeState, CodeVerdict } from '../../contracts/auth.js';
import type { Clock } from '../../core/clock.js';
import { ConflictError, InvalidError } from '../../core/errors.js';
import { page, redirect, type PageRequest, type Reply } from '../../core/http/route.js';
import { toCodePage, type CodeStep } from './request.presenter.js';
import type { CodeForm } from './request.schema.js';

const EXPIRED = 'Mã OTP đã hết hạn. Chọn Gửi lại mã để nhận mã mới.';
const OTHER = 'Bạn vừa gửi lại yêu cầu ở một cửa sổ khác. Hãy nhập mã mới nhất trong tin nhắn vào trang này.';

/** How a confirmation ended. `over`: nothing waits for a code. */
export type CodeOutcome = 'right' | 'spent' | 'over';

const keyOf = ({ kind }: CodeStep): string => `registration.${kind}`;

const idsOf = (step: CodeStep, { session }: PageRequest): readonly string[] =>
  session.get<readonly string[]>(keyOf(step)) ?? [];

/** The fault beside the code that was wrong, while there are tries left. */
const requireTries = (step: CodeStep, verdict: Exclude<CodeVerdict<unknown>, { kind: 'right' }>): void => {
  if (verdict.kind === 'spent' || (verdict.kind === 'wrong' && verdict.triesLeft === 0)) return;
  const message = verdict.kind === 'expired' ? EXPIRED : `Mã OTP chưa đúng. Bạn còn ${verdict.triesLeft} lần thử.`;
  throw new InvalidError([{ field: step.fields[verdict.which]?.name ?? '', message }]);
};

/** The pages of the codes, the same for every request. The session remembers the challenges, nothing of what was typed. */
export const codePages = (codes: Codes, clock: Clock) => {
  /** Every challenge of the confirmation; undefined as soon as one is over. */
  const statesOf = async (step: CodeStep, request: PageRequest): Promise<CodeState[] | undefined> => {
    const ids = idsOf(step, request);
    const states = await Promise.all(step.fields.map((_, index) => codes.state(ids[index], request.session.id)));
    const open = states.filter((state) => state !== undefined);
    return open.length === step.fields.length ? open : undefined;
  };

  /** Sends one code for each field, to the registered phone where none is given; what was typed waits with the first. */
  const begin = async (
    step: CodeStep,
    { actor, session }: PageRequest,
    payload: CodePayload,
    phones: readonly (string | undefined)[] = [],
  ): Promise<void> => {
    const ids: string[] = [];
    for (const [index, { purpose }] of step.fields.entries()) {
      const phone = phones[index];
      const wanted = { accountId: actor.id, purpose, sessionId: session.id, payload: index === 0 ? payload : {} };
      ids.push(await codes.send({ ...wanted, ...(phone && { phone }) }));
    }
    session.set(keyOf(step), ids);
  };

  const show = async (step: CodeStep, request: PageRequest): Promise<Reply> => {
    const states = await statesOf(step, request);
    if (!states) return redirect(step.start);
    return page('registration/request-code', toCodePage(step, states, clock.now()), { confidential: true });
  };

  const resend = async (step: CodeStep, request: PageRequest, which: number): Promise<Reply> => {
    const state = (await statesOf(step, request))?.[which];
    if (!state) return redirect(step.start);
    await codes.resend({ id: state.id, sessionId: request.session.id });
    const text = `Đã gửi lại mã OTP đến ${state.to}. Mã nhận trước đó vẫn dùng được cho đến khi hết hạn.`;
    request.session.flash({ kind: 'ok', text });
    return redirect(step.confirm);
  };

  /** Throws InvalidError beside the code that is wrong; a page of another confirmation than the newest is a conflict. */
  const confirm = async (
    step: CodeStep,
    request: PageRequest<CodeForm>,
    act: (guesses: readonly CodeGuess[]) => Promise<CodeVerdict<void>>,
  ): Promise<CodeOutcome> => {
    const { session, input } = request;
    const ids = idsOf(step, request);
    if (ids.length === 0) return 'over';
    if (input.challenge !== ids[0]) throw new ConflictError(OTHER);
    const guesses = step.fields.map(({ purpose, name }, index) => {
      return { id: ids[index] ?? '', purpose, sessionId: session.id, code: input[name] ?? '' };
    });
    const verdict = await act(guesses);
    if (verdict.kind !== 'right') requireTries(step, verdict);
    session.remove(keyOf(step));
    return verdict.kind === 'right' ? 'right' : 'spent';
  };

  return { begin, show, resend, confirm };
};
export type CodePages = ReturnType<typeof codePages>;
