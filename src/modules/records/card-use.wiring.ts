import { accounts } from '../../contracts/auth.js';
import { messenger } from '../../contracts/notification.js';
import type { ModuleContext } from '../../core/module.js';
import { cardCheckController } from './card-check.controller.js';
import { createCardChecks } from './card-check.service.js';
import { createCardKeys } from './card-key.service.js';
import { cardUseController } from './card-use.controller.js';
import { cardUseQueries } from './card-use.queries.js';
import { createCardUses } from './card-use.service.js';
import type { CardUseControllers } from './card-use.routes.js';
import type { CardQueries } from './card.queries.js';
import type { ProfileOf } from './participant.queries.js';
import { pilotProvinceController } from './pilot-province.controller.js';
import { createPilotProvinces } from './pilot-province.service.js';
import type { RecordsSettings } from './settings.js';
import type { Tables } from './tables.js';

/** Cards shown on a phone, and checked by whoever is shown one. */
export const wireCardUse = (
  ctx: ModuleContext<RecordsSettings>,
  tables: Tables,
  reads: { readonly cards: CardQueries; readonly profile: ProfileOf },
) => {
  const { clock, publicUrl, settings, keyedHash, use } = ctx;
  const keys = createCardKeys({ keyedHash, generation: settings.cardKeyGeneration });
  const queries = cardUseQueries(ctx.db, ctx.journal);
  const shared = { ...reads, keys, uses: tables.cardUses, uow: ctx.uow, audit: ctx.audit, clock };
  const service = createCardUses({ ...shared, queries });
  const checks = createCardChecks({
    ...shared,
    attempts: tables.cardAttempts,
    accounts: use(accounts),
    messenger: use(messenger),
    keyedHash,
  });
  const controllers: CardUseControllers = {
    cardUse: cardUseController({ clock, queries, service, keys, profile: reads.profile, publicUrl }),
    cardCheck: cardCheckController({ clock, service: checks, keys }),
    pilotProvinces: pilotProvinceController(createPilotProvinces({ ...ctx, provinces: tables.pilotProvinces })),
  };
  return { service, checks, controllers };
};
