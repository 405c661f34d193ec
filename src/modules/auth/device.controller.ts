import { page, redirect, type PageRequest, type Reply } from '../../core/http/route.js';
import type { ActivityQueries } from './activity.queries.js';
import type { DeviceQueries } from './device.queries.js';
import { presentDevices } from './device.presenter.js';
import type { DeviceQuery } from './device.schema.js';
import type { Lock } from './lock.service.js';
import { paths, signInPath } from './paths.js';
import type { SignIn } from './sign-in.service.js';

export interface DeviceController {
  show(request: PageRequest<DeviceQuery>): Promise<Reply>;
  askLock(): Reply;
  lock(request: PageRequest<unknown>): Promise<Reply>;
  locked(): Reply;
  leaveEverywhere(request: PageRequest<unknown>): Promise<Reply>;
}

export interface DeviceControllerParts {
  readonly signIn: SignIn;
  readonly lock: Lock;
  readonly devices: DeviceQueries;
  readonly activity: ActivityQueries;
  readonly acts: Readonly<Record<string, string>>;
}

/** **Thiết bị và đăng nhập** and what its owner does who finds a stranger there. */
export const deviceController = ({
  signIn,
  lock,
  devices,
  activity,
  acts,
}: DeviceControllerParts): DeviceController => ({
  show: async ({ input, actor }) => {
    const [live, known, history] = await Promise.all([
      signIn.device(actor.id),
      devices.of(actor.id),
      activity.of(actor.attributes['insuranceNumber'] ?? '', input.truoc),
    ]);
    const shown = live ?? { label: '', since: null, seenAt: null };
    const first = input.truoc === undefined;
    return page('auth/devices', presentDevices({ live: shown, known, activity: history, acts, first }));
  },
  askLock: () => page('auth/not-me', { title: 'Khóa tài khoản', paths }),
  // The session is left as it is: its epoch is over, and a second click learns why.
  lock: async ({ actor }) => {
    await lock.lock(actor.id);
    return redirect(paths.locked);
  },
  locked: () => page('auth/locked', { title: 'Tài khoản đã khóa', paths }),
  leaveEverywhere: async ({ actor, session }) => {
    await lock.leaveEverywhere(actor.id);
    await session.signOut();
    return redirect(signInPath(paths.signIn, '', 'dang-xuat-het'));
  },
});
