import { access, get, post, type Route } from '../../core/http/route.js';
import type { guardianshipController } from './guardianship.controller.js';
import type { guardianshipDeskController } from './guardianship-desk.controller.js';
import { guardianEndForm, guardianForm } from './guardianship.schema.js';
import { paths } from './paths.js';

export interface GuardianshipControllers {
  readonly family: ReturnType<typeof guardianshipController>;
  readonly guardians: ReturnType<typeof guardianshipDeskController>;
}

const desk = access.can('records.guardian');

/** Wards of a citizen, and the desk where guardians are registered. */
export const guardianshipRoutes = ({ family, guardians }: GuardianshipControllers): Route[] => [
  get(paths.wards, { access: access.citizen, handler: family.list }),
  post(paths.wardOpen(':id'), { access: access.citizen, handler: family.open }),
  post(paths.wardLeave, { access: access.citizen, handler: family.leave }),
  get(paths.guardians(':opening'), { access: desk, handler: guardians.show }),
  post(paths.guardians(':opening'), {
    access: desk,
    form: guardianForm,
    reshow: guardians.show,
    keepTyped: true,
    handler: guardians.add,
  }),
  post(paths.guardianEnd(':opening'), {
    access: desk,
    form: guardianEndForm,
    reshow: guardians.show,
    handler: guardians.end,
  }),
];
