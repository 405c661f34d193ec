import { access, get, post, type Route } from '../../core/http/route.js';
import type { cardCheckController } from './card-check.controller.js';
import type { cardUseController } from './card-use.controller.js';
import { cardCheckForm, cardCheckQuery } from './card-use.schema.js';
import { paths } from './paths.js';
import type { pilotProvinceController } from './pilot-province.controller.js';
import { pilotProvinceForm, pilotSwitchForm } from './pilot-province.schema.js';

export interface CardUseControllers {
  readonly cardUse: ReturnType<typeof cardUseController>;
  readonly cardCheck: ReturnType<typeof cardCheckController>;
  readonly pilotProvinces: ReturnType<typeof pilotProvinceController>;
}

/** The card held out: of the own record, or of a ward. */
export const cardUseRoutes = (cardUse: CardUseControllers['cardUse']): Route[] => [
  get(paths.cardUse, { access: access.citizen, handler: cardUse.show }),
  post(paths.cardUse, {
    access: access.citizen,
    limit: { points: 60, perSeconds: 600 },
    reshow: cardUse.show,
    handler: cardUse.start,
  }),
];

const manage = access.can('records.pilot-provinces');

/** Who is shown a card, and where cards can be shown. */
export const cardCheckRoutes = ({ cardCheck, pilotProvinces }: CardUseControllers): Route[] => [
  get(paths.check, { access: access.public, camera: true, form: cardCheckQuery, handler: cardCheck.form }),
  post(paths.check, {
    access: access.public,
    camera: true,
    csrf: 'origin',
    limit: { points: 600, perSeconds: 600 },
    form: cardCheckForm,
    reshow: cardCheck.reshow,
    handler: cardCheck.check,
  }),
  get(paths.cardKeys, { access: access.machine, handler: cardCheck.publicKeys }),
  get(paths.pilotProvinces, { access: manage, handler: pilotProvinces.list }),
  post(paths.pilotProvinces, {
    access: manage,
    form: pilotProvinceForm,
    reshow: pilotProvinces.list,
    handler: pilotProvinces.add,
  }),
  post(paths.pilotSwitch, {
    access: manage,
    form: pilotSwitchForm,
    reshow: pilotProvinces.list,
    handler: pilotProvinces.turn,
  }),
];
