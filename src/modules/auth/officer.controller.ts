import { page, redirect, type PageRequest, type Reply } from '../../core/http/route.js';
import { wayBack } from './account.rules.js';
import { REASONS } from './actors.service.js';
import { deviceLabel } from './device.rules.js';
import type { Officers } from './officer.service.js';
import { shownAgain } from './sign-in.controller.js';
import type { OfficerSignIn } from './sign-in.schema.js';

const NOTICES: Readonly<Record<string, string>> = {
  [REASONS.idle]: 'Phiên làm việc đã kết thúc vì lâu không có thao tác hoặc đã quá giờ. Hãy đăng nhập lại để tiếp tục.',
  [REASONS.elsewhere]: 'Phiên làm việc đã kết thúc: bạn đã đăng xuất, hoặc người quản trị vừa đổi tài khoản của bạn.',
};

export interface OfficerController {
  form(request: PageRequest<unknown>): Reply;
  enter(request: PageRequest<OfficerSignIn>): Promise<Reply>;
  home(request: PageRequest): Reply;
}

export const officerController = (officers: Officers): OfficerController => ({
  form: (request) => {
    const { next, notice } = shownAgain(request, NOTICES);
    if (request.actor.realm === 'officer' && !request.retry) return redirect(wayBack(next, 'officer'));
    return page('auth/officer-sign-in', { title: 'Đăng nhập dành cho cán bộ', layout: 'public', next, notice });
  },
  enter: async ({ input, ip, userAgent, session }) => {
    const { tenDangNhap: username, matKhau: password } = input;
    await session.signIn(await officers.enter({ username, password, ip, device: deviceLabel(userAgent) }));
    return redirect(wayBack(input.tiep, 'officer'));
  },
  home: () => page('auth/officer-home', { title: 'Tổng quan' }),
});
