import { MINUTE, type Clock } from '../../core/clock.js';
import { page, redirect, type PageRequest, type Reply } from '../../core/http/route.js';
import type { SessionHandle } from '../../core/http/session.js';
import type { AccountQueries } from './account.queries.js';
import type { OtpSteps, Step } from './otp.controller.js';
import type { CodeForm } from './otp.schema.js';
import { paths, signInPath } from './paths.js';
import type { Claim, SignIn } from './sign-in.service.js';

/** A sign-in whose password was right, kept while its owner decides about the other device. */
interface Pending extends Claim {
  readonly next: string;
  readonly since: number;
}

const KEY = 'auth.pending';
/** Whoever decides later than this types the password again. */
const PENDING_LIFE = 15 * MINUTE;

export const otherDeviceStep: Step = {
  purpose: 'new-device',
  view: 'auth/otp',
  title: 'Xác nhận đăng nhập',
  start: paths.otherDevice,
  confirm: paths.otherDeviceConfirm,
  resend: paths.otherDeviceResend,
  showsPhone: true,
};

/** The second sign-in: warning, code, and the first device is out. */
export interface OtherDevice {
  begin(session: SessionHandle, pending: Claim & { next: string }): Reply;
  warning(request: PageRequest<unknown>): Promise<Reply>;
  goOn(request: PageRequest<unknown>): Promise<Reply>;
  leave(request: PageRequest<unknown>): Reply;
  code(request: PageRequest<unknown>): Promise<Reply>;
  resend(request: PageRequest<unknown>): Promise<Reply>;
  confirm(request: PageRequest<CodeForm>): Promise<Reply>;
}

export interface OtherDeviceParts {
  readonly signIn: SignIn;
  readonly queries: AccountQueries;
  readonly steps: OtpSteps;
  readonly clock: Clock;
}

const again = (reason: string): Reply => redirect(signInPath(paths.signIn, '', reason));

export const otherDeviceController = ({ signIn, queries, steps, clock }: OtherDeviceParts): OtherDevice => {
  const pendingOf = (session: SessionHandle): Pending | undefined => {
    const pending = session.get<Pending>(KEY);
    return pending && clock.now().getTime() - pending.since <= PENDING_LIFE ? pending : undefined;
  };
  /** Runs `work` while the account stands as it stood when the password was right; else leads back to the sign-in. */
  const settled = async (session: SessionHandle, work: (pending: Pending) => Promise<Reply>): Promise<Reply> => {
    const pending = pendingOf(session);
    if (!pending) return again('het-gio-xac-nhan');
    const facts = await queries.byId(pending.accountId);
    return facts?.epoch === pending.epoch ? work(pending) : again('tai-khoan-vua-doi');
  };
  return {
    begin: (session, { accountId, epoch, device, next }) => {
      session.set(KEY, { accountId, epoch, device, next, since: clock.now().getTime() } satisfies Pending);
      return redirect(paths.otherDevice);
    },
    warning: ({ session }) =>
      settled(session, async ({ accountId }) => {
        const device = await signIn.device(accountId);
        return page(
          'auth/other-device',
          { title: 'Tài khoản đang dùng trên thiết bị khác', device, now: clock.now() },
          { confidential: true },
        );
      }),
    goOn: ({ session }) =>
      settled(session, async ({ accountId }) => {
        // A second click on Tiếp tục sends no second message.
        if (await steps.isOpen(otherDeviceStep, session)) return redirect(paths.otherDeviceConfirm);
        await steps.begin(otherDeviceStep, session, accountId);
        return redirect(paths.otherDeviceConfirm);
      }),
    leave: ({ session }) => {
      session.remove(KEY);
      session.flash({ kind: 'info', text: 'Bạn đã thoát. Thiết bị kia vẫn đăng nhập như cũ.' });
      return redirect(paths.signIn);
    },
    code: (request) => settled(request.session, () => steps.show(otherDeviceStep, request)),
    resend: ({ session }) => settled(session, () => steps.resend(otherDeviceStep, session)),
    confirm: ({ session, input }) =>
      settled(session, async (pending) => {
        const result = await steps.confirm(otherDeviceStep, session, input.maOtp, () =>
          signIn.claim(pending, 'auth.device-changed'),
        );
        if (!result) return redirect(paths.otherDevice);
        if (!result.value) return again('tai-khoan-vua-doi');
        await session.signIn(result.value);
        const due = (await queries.live(pending.accountId, result.value.epoch))?.mustChange;
        return redirect(due ? paths.changePassword : pending.next);
      }),
  };
};
