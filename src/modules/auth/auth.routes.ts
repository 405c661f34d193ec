import type { AnyRoute } from '../../core/http/route.js';
import { officerController } from './officer.controller.js';
import { otherDeviceController } from './other-device.controller.js';
import { otpSteps } from './otp.controller.js';
import { signInController } from './sign-in.controller.js';
import { citizenRoutes, officerRoutes, otherDeviceRoutes } from './sign-in.routes.js';
import type { Wired } from './wiring.js';

/** All pages of the module. */
export const authRoutes = ({ signIn, officers, otp, queries, house }: Wired): AnyRoute[] => {
  const { clock } = house;
  const steps = otpSteps(otp, clock, async (subject) => (await queries.byId(subject))?.phone);
  const otherDevice = otherDeviceController({ signIn, queries, steps, clock });
  const citizen = signInController({ signIn, otherDevice, leaveOfficer: officers.leave });
  return [
    ...citizenRoutes(citizen),
    ...otherDeviceRoutes(otherDevice),
    ...officerRoutes(officerController(officers), citizen.signOut),
  ];
};
