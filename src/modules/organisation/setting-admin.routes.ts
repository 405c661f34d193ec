import { access, get, post, type Route } from '../../core/http/route.js';
import { settingPaths as paths } from './paths.js';
import type { SettingController } from './setting-admin.controller.js';
import { SETTINGS } from './setting-admin.rules.js';
import { correctionForm, newValueForm, removalForm } from './setting-admin.schema.js';

const own = access.can(SETTINGS);
const [one, value, removal] = [paths.one(':name'), paths.value(':name', ':day'), paths.removeValue(':name', ':day')];

export const settingRoutes = ({ list, show, add, showValue, correct, remove }: SettingController): Route[] => [
  get(paths.list, { access: own, handler: list }),
  get(one, { access: own, handler: show }),
  post(one, { access: own, form: newValueForm, reshow: show, keepTyped: true, handler: add }),
  get(value, { access: own, handler: showValue }),
  post(value, { access: own, form: correctionForm, reshow: showValue, handler: correct }),
  post(removal, { access: own, form: removalForm, reshow: showValue, handler: remove }),
];
