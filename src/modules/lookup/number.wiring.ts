import { messenger } from '../../contracts/notification.js';
import { agencies, places } from '../../contracts/organisation.js';
import { numberFinder } from '../../contracts/records.js';
import { createPuzzles } from '../../core/http/puzzle.js';
import type { ModuleContext } from '../../core/module.js';
import { createAttempts, type Attempts } from './attempt.service.js';
import { numberController, type NumberController } from './number.controller.js';
import { createNumberService } from './number.service.js';
import type { LookupSettings } from './settings.js';
import type { Tables } from './tables.js';

/** The number lookup with what protects it. */
export const wireNumber = (
  ctx: ModuleContext<LookupSettings>,
  { attempts: table }: Tables,
): { controller: NumberController; attempts: Attempts } => {
  const { use, uow, clock, audit, settings } = ctx;
  const keyedHash = ctx.keyedHash.bind(ctx);
  const attempts = createAttempts({ table, uow, clock, networks: settings.networks, keyedHash });
  const puzzles = createPuzzles({ seal: ctx.seal('lookup.puzzle'), clock, spend: attempts.spend });
  const service = createNumberService({
    ...{ finder: use(numberFinder), puzzles, attempts, messenger: use(messenger) },
    ...{ seal: ctx.seal('lookup.slip'), uow, audit, clock, keyedHash },
  });
  return { controller: numberController({ agencies: use(agencies), places: use(places), puzzles, service }), attempts };
};
