import type { ModuleDefinition } from '../src/core/module.js';
import { organisation } from '../src/modules/organisation/module.js';
import { notification } from '../src/modules/notification/module.js';
import { auth } from '../src/modules/auth/module.js';
import { records } from '../src/modules/records/module.js';
import { registration } from '../src/modules/registration/module.js';
import { approval } from '../src/modules/approval/module.js';
import { lookup } from '../src/modules/lookup/module.js';
import { news } from '../src/modules/news/module.js';
import { support } from '../src/modules/support/module.js';
import { feedback } from '../src/modules/feedback/module.js';
import { privacy } from '../src/modules/privacy/module.js';

/** The plugin modules of this installation, in the order of the menu. A module taken out here leaves nothing behind. */
export const modules: readonly ModuleDefinition[] = [
  organisation,
  notification,
  auth,
  records,
  registration,
  approval,
  lookup,
  news,
  support,
  feedback,
  privacy,
];
