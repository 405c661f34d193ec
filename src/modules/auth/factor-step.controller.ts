import { MINUTE, type Clock } from '../../core/clock.js';
import { page, redirect, type PageRequest, type Reply } from '../../core/http/route.js';
import type { SessionHandle } from '../../core/http/session.js';
import { FACTOR_LATE } from './actors.service.js';
import type { OfficerClaim, Officers } from './officer.service.js';
import { paths, signInPath } from './paths.js';
import type { FactorForm } from './totp.schema.js';

/** A sign-in whose password was right, kept while the code is looked up. */
interface Pending extends OfficerClaim {
  readonly next: string;
  readonly since: number;
}

const KEY = 'auth.officer-pending';
/** Whoever looks the code up longer than this types the password again. */
const PENDING_LIFE = 10 * MINUTE;

/** The second step of the sign-in of officers. */
export interface FactorStep {
  begin(session: SessionHandle, pending: OfficerClaim & { next: string }): Reply;
  form(request: PageRequest<unknown>): Promise<Reply>;
  confirm(request: PageRequest<FactorForm>): Promise<Reply>;
}

export interface FactorStepParts {
  readonly officers: Officers;
  readonly clock: Clock;
}

export const factorStepController = ({ officers, clock }: FactorStepParts): FactorStep => {
  const again = (session: SessionHandle): Reply => {
    session.remove(KEY);
    return redirect(signInPath(paths.officerSignIn, '', FACTOR_LATE));
  };
  const pendingOf = (session: SessionHandle): Pending | undefined => {
    const pending = session.get<Pending>(KEY);
    return pending && clock.now().getTime() - pending.since <= PENDING_LIFE ? pending : undefined;
  };
  return {
    begin: (session, { officerId, epoch, device, next }) => {
      session.set(KEY, { officerId, epoch, device, next, since: clock.now().getTime() } satisfies Pending);
      return redirect(paths.officerFactor);
    },
    form: async ({ session, actor }) => {
      if (actor.realm === 'officer') return redirect(paths.officerHome);
      const pending = pendingOf(session);
      if (!pending || !(await officers.waits(pending))) return again(session);
      const data = { title: 'Xác thực đăng nhập', layout: 'public', action: paths.officerFactor };
      return page('auth/officer-factor', data, { confidential: true });
    },
    confirm: async ({ session, input, ip }) => {
      const pending = pendingOf(session);
      const signedIn = pending && (await officers.prove(pending, input.maXacThuc, ip));
      if (!signedIn) return again(session);
      await session.signIn(signedIn);
      return redirect(pending.next);
    },
  };
};
