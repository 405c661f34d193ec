import type { Route } from '../../core/http/route.js';
import { deviceController } from './device.controller.js';
import { deviceRoutes } from './device.routes.js';
import { forgottenController } from './forgotten.controller.js';
import { officerController } from './officer.controller.js';
import { otherDeviceController } from './other-device.controller.js';
import { otpSteps } from './otp.controller.js';
import { passwordChangeController } from './password-change.controller.js';
import { forgottenRoutes, passwordRoutes } from './password.routes.js';
import { signInController } from './sign-in.controller.js';
import { citizenRoutes, officerRoutes, otherDeviceRoutes } from './sign-in.routes.js';
import type { Wired } from './wiring.js';

/** All pages of the module. */
export const authRoutes = ({
  signIn,
  officers,
  queries,
  change,
  keyedHash,
  house,
  steps: parts,
  devicePage,
}: Wired): Route[] => {
  const { clock } = house;
  const steps = otpSteps(parts);
  const otherDevice = otherDeviceController({ signIn, queries, steps, clock });
  const citizen = signInController({ signIn, otherDevice, leaveOfficer: officers.leave });
  return [
    ...citizenRoutes(citizen),
    ...otherDeviceRoutes(otherDevice),
    ...passwordRoutes(passwordChangeController(change, steps)),
    ...forgottenRoutes(forgottenController({ change, steps, queries, hashing: house.hashing, keyedHash })),
    ...deviceRoutes(deviceController({ signIn, ...devicePage })),
    ...officerRoutes(officerController(officers), citizen.signOut),
  ];
};
