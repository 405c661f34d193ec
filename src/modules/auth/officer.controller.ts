import { page, redirect, type PageRequest, type Reply } from '../../core/http/route.js';
import type { DeskBlock } from '../../core/module.js';
import { wayBack } from './account.rules.js';
import { FACTOR_LATE, PASSWORD_SET, REASONS } from './actors.service.js';
import { deviceLabel } from './device.rules.js';
import type { FactorStep } from './factor-step.controller.js';
import type { Officers } from './officer.service.js';
import { done, shownAgain, warning, type Notice } from './sign-in.controller.js';
import type { OfficerSignIn } from './sign-in.schema.js';

const NOTICES: Readonly<Record<string, Notice>> = {
  [REASONS.idle]: warning(
    'Phiên làm việc đã kết thúc vì lâu không có thao tác hoặc đã quá giờ. Hãy đăng nhập lại để tiếp tục.',
  ),
  [REASONS.elsewhere]: warning(
    'Phiên làm việc đã kết thúc: bạn đã đăng xuất, hoặc người quản trị vừa đổi tài khoản của bạn.',
  ),
  [FACTOR_LATE]: warning('Bước xác thực đã quá lâu hoặc tài khoản vừa được đổi. Hãy đăng nhập lại.'),
  [PASSWORD_SET]: done('Đã đặt mật khẩu. Hãy đăng nhập bằng mật khẩu mới.'),
};

export interface OfficerController {
  form(request: PageRequest<unknown>): Reply;
  enter(request: PageRequest<OfficerSignIn>): Promise<Reply>;
  home(request: PageRequest): Promise<Reply>;
}

export interface OfficerControllerParts {
  readonly officers: Officers;
  readonly factorStep: FactorStep;
  desk(): readonly DeskBlock[];
}

export const officerController = ({ officers, factorStep, desk }: OfficerControllerParts): OfficerController => ({
  form: (request) => {
    const { next, notice } = shownAgain(request, NOTICES);
    if (request.actor.realm === 'officer' && !request.retry) return redirect(wayBack(next, 'officer'));
    return page('auth/officer-sign-in', { title: 'Đăng nhập dành cho cán bộ', layout: 'public', next, notice });
  },
  enter: async ({ input, ip, userAgent, session }) => {
    const { tenDangNhap: username, matKhau: password } = input;
    const device = deviceLabel(userAgent);
    const result = await officers.enter({ username, password, ip, device });
    const next = wayBack(input.tiep, 'officer');
    if (result.kind === 'factor') return factorStep.begin(session, { ...result, device, next });
    await session.signIn(result.session);
    return redirect(next);
  },
  home: async ({ actor }) => {
    const mine = desk().filter(({ permission }) => actor.permissions.has(permission));
    const blocks = await Promise.all(mine.map(async ({ view, data }) => ({ view, data: await data(actor) })));
    return page('auth/officer-home', { title: 'Tổng quan', blocks });
  },
});
