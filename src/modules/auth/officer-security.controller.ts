import type { Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import { page, redirect, type PageRequest, type Reply } from '../../core/http/route.js';
import { LIMITS } from './account.rules.js';
import { deviceLabel } from './device.rules.js';
import type { OfficerPasswords } from './officer-password.service.js';
import type { OfficerQueries } from './officer.queries.js';
import type { Officers } from './officer.service.js';
import type { ChangeForm } from './password.schema.js';
import { paths } from './paths.js';
import { mustHaveTotp, type TotpPolicy } from './totp.rules.js';

export interface OfficerSecurityController {
  show(request: PageRequest<unknown>): Promise<Reply>;
  changePassword(request: PageRequest<ChangeForm>): Promise<Reply>;
  endOthers(request: PageRequest<unknown>): Promise<Reply>;
}

export interface OfficerSecurityParts {
  readonly queries: OfficerQueries;
  readonly officers: Officers;
  readonly passwords: OfficerPasswords;
  readonly policy: TotpPolicy;
  readonly clock: Clock;
}

const sessionOf = ({ attributes }: Actor): string => attributes['session'] ?? '';

/** An officer's own security: password, second factor, places where he is signed in. */
export const officerSecurityController = (parts: OfficerSecurityParts): OfficerSecurityController => {
  const { queries, officers, passwords, policy, clock } = parts;
  return {
    show: async ({ actor }) => {
      const since = new Date(clock.now().getTime() - LIMITS.officer.absolute);
      const officer = await queries.byId(actor.id);
      const desks = await queries.desks(actor.id, since);
      return page('auth/officer-security', {
        title: 'Bảo mật tài khoản',
        username: officer?.username,
        factor: await queries.factor(actor.id),
        required: mustHaveTotp(officer?.roles ?? [], policy),
        desks: desks.map((desk) => ({ ...desk, here: desk.id === sessionOf(actor) })),
        paths,
      });
    },
    changePassword: async ({ actor, input, ip, userAgent, session }) => {
      const { matKhauCu: old, matKhauMoi: fresh } = input;
      const device = deviceLabel(userAgent);
      await session.signIn(await passwords.change({ officerId: actor.id, old, fresh, ip, device }));
      session.flash({ kind: 'ok', text: 'Đã đổi mật khẩu. Các phiên đăng nhập khác của bạn đã kết thúc.' });
      return redirect(paths.officerSecurity);
    },
    endOthers: async ({ actor, session }) => {
      const ended = await officers.leaveOthers(actor.id, sessionOf(actor));
      session.flash({
        kind: 'ok',
        text: ended ? `Đã đăng xuất ${ended} phiên khác.` : 'Bạn không còn phiên nào khác.',
      });
      return redirect(paths.officerSecurity);
    },
  };
};
