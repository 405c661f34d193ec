import { access, get, post, type Route } from '../../core/http/route.js';
import type { DeviceController } from './device.controller.js';
import { deviceQuery } from './device.schema.js';
import { paths } from './paths.js';

export const deviceRoutes = (controller: DeviceController): Route[] => [
  get(paths.devices, { access: access.citizen, form: deviceQuery, handler: controller.show }),
  get(paths.notMe, { access: access.citizen, handler: controller.askLock }),
  post(paths.notMe, { access: access.citizen, reshow: controller.askLock, handler: controller.lock }),
  post(paths.leaveEverywhere, { access: access.citizen, handler: controller.leaveEverywhere }),
  get(paths.locked, { access: access.public, handler: controller.locked }),
];
