import { page, redirect, type PageRequest, type Reply } from '../../core/http/route.js';
import type { SessionHandle } from '../../core/http/session.js';
import { wayBack } from './account.rules.js';
import { deviceLabel } from './device.rules.js';
import { REASONS } from './actors.service.js';
import type { OtherDevice } from './other-device.controller.js';
import { paths } from './paths.js';
import type { SignIn } from './sign-in.service.js';
import type { CitizenSignIn, SignInQuery } from './sign-in.schema.js';

/** A sentence above the form of a sign-in page: something went another way than expected, or something is done. */
export interface Notice {
  readonly kind: 'warn' | 'ok';
  readonly text: string;
}
export const warning = (text: string): Notice => ({ kind: 'warn', text });
export const done = (text: string): Notice => ({ kind: 'ok', text });

/** What the reader is told above the form, by the reason in the address. */
const NOTICES: Readonly<Record<string, Notice>> = {
  [REASONS.idle]: warning('Phiên làm việc đã kết thúc vì lâu không có thao tác. Hãy đăng nhập lại để tiếp tục.'),
  [REASONS.elsewhere]: warning(
    'Tài khoản của bạn vừa được đăng nhập trên thiết bị khác, vừa đổi mật khẩu hoặc vừa khóa, nên phiên ở đây đã kết thúc. Nếu không phải bạn, hãy chọn Quên mật khẩu để đặt mật khẩu mới ngay.',
  ),
  'tai-khoan-vua-doi': warning('Tài khoản vừa được đăng nhập hoặc đăng xuất ở nơi khác. Hãy đăng nhập lại.'),
  'het-gio-xac-nhan': warning('Bước xác nhận đã quá lâu. Hãy đăng nhập lại.'),
  'dang-xuat-het': done(
    'Đã đăng xuất mọi thiết bị. Nếu bạn ngờ có người biết mật khẩu, hãy đăng nhập lại rồi đổi mật khẩu.',
  ),
  'doi-mat-khau': done('Đã đặt mật khẩu mới. Hãy đăng nhập bằng mật khẩu mới.'),
};

/** The typed way back and the notice, from query or from the form that is shown again. */
export const shownAgain = (
  request: PageRequest<unknown>,
  notices: Readonly<Record<string, Notice>> = NOTICES,
): { next: string; notice: Notice | undefined } => {
  const query = (request.input ?? {}) as Partial<SignInQuery>;
  const kept = request.retry?.values['tiep'];
  const next = typeof kept === 'string' ? kept : (query.tiep ?? '');
  const reason = query['ly-do'] ?? '';
  const known = !request.retry && Object.hasOwn(notices, reason);
  return { next, notice: known ? notices[reason] : undefined };
};

export interface SignInController {
  form(request: PageRequest<unknown>): Reply;
  enter(request: PageRequest<CitizenSignIn>): Promise<Reply>;
  signOutPage(request: PageRequest): Reply;
  signOut(request: PageRequest): Promise<Reply>;
}

export interface SignInControllerParts {
  readonly signIn: SignIn;
  readonly otherDevice: OtherDevice;
  leaveOfficer(officerId: string, sessionId: string): Promise<void>;
}

const title = 'Đăng nhập';

export const signInController = ({ signIn, otherDevice, leaveOfficer }: SignInControllerParts): SignInController => {
  const signedIn = async (session: SessionHandle, result: Parameters<SessionHandle['signIn']>[0]): Promise<void> => {
    await session.signIn(result).catch(async (error: unknown) => {
      // The store is away: nobody holds this session, so no warning may name it later.
      await signIn.leave(result.id, result.epoch);
      throw error;
    });
  };
  return {
    form: (request) => {
      const { next, notice } = shownAgain(request);
      if (request.actor.realm === 'citizen' && !request.retry) return redirect(wayBack(next, 'citizen'));
      return page('auth/sign-in', { title, next, notice });
    },
    enter: async ({ input, ip, userAgent, session }) => {
      const device = deviceLabel(userAgent);
      const result = await signIn.enter({ number: input.soDinhDanh, password: input.matKhau, ip, device });
      const next = wayBack(input.tiep, 'citizen');
      if (result.kind === 'other-device') return otherDevice.begin(session, { ...result, device, next });
      await signedIn(session, result.session);
      return redirect(result.mustChange ? paths.changePassword : next);
    },
    signOutPage: ({ actor }) =>
      actor.realm === 'guest' ? redirect('/') : page('auth/sign-out', { title: 'Đăng xuất', layout: actor.realm }),
    signOut: async ({ actor, session }) => {
      if (actor.realm === 'citizen') await signIn.leave(actor.id, Number(actor.attributes['epoch']));
      if (actor.realm === 'officer') await leaveOfficer(actor.id, actor.attributes['session'] ?? '');
      await session.signOut();
      return redirect(actor.realm === 'officer' ? paths.officerSignIn : '/');
    },
  };
};
