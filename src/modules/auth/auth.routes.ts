import type { Route } from '../../core/http/route.js';
import { adminActsController } from './admin-acts.controller.js';
import { adminController } from './admin.controller.js';
import { adminRoutes } from './admin.routes.js';
import { factorStepController } from './factor-step.controller.js';
import { deviceController } from './device.controller.js';
import { deviceRoutes } from './device.routes.js';
import { forgottenController } from './forgotten.controller.js';
import { officerController } from './officer.controller.js';
import { officerSecurityController } from './officer-security.controller.js';
import { securityRoutes, setPasswordRoutes, totpRoutes } from './officer-security.routes.js';
import { otherDeviceController } from './other-device.controller.js';
import { otpSteps } from './otp.controller.js';
import { passwordChangeController } from './password-change.controller.js';
import { forgottenRoutes, passwordRoutes } from './password.routes.js';
import { setPasswordController } from './set-password.controller.js';
import { signInController } from './sign-in.controller.js';
import { citizenRoutes, officerRoutes, otherDeviceRoutes } from './sign-in.routes.js';
import { totpSetupController } from './totp-setup.controller.js';
import type { Wired } from './wiring.js';

/** All pages of the module. */
export const authRoutes = ({
  signIn,
  staff,
  queries,
  change,
  keyedHash,
  house,
  desk,
  steps: parts,
  devicePage,
}: Wired): Route[] => {
  const { clock } = house;
  const steps = otpSteps(parts);
  const otherDevice = otherDeviceController({ signIn, queries, steps, clock });
  const factorStep = factorStepController(staff);
  const citizen = signInController({ signIn, otherDevice, leaveOfficer: staff.officers.leave });
  return [
    ...citizenRoutes(citizen),
    ...otherDeviceRoutes(otherDevice),
    ...passwordRoutes(passwordChangeController(change, steps)),
    ...forgottenRoutes(forgottenController({ change, steps, queries, hashing: house.hashing, keyedHash })),
    ...deviceRoutes(deviceController({ signIn, ...devicePage })),
    ...officerRoutes(officerController({ ...staff, factorStep, desk }), citizen.signOut),
    ...totpRoutes(factorStep),
    ...securityRoutes(officerSecurityController(staff), totpSetupController(staff)),
    ...setPasswordRoutes(setPasswordController(staff.passwords)),
    ...adminRoutes(adminController(staff), adminActsController(staff)),
  ];
};
