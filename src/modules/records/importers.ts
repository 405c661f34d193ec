import type { Importer } from '../../core/import/importer.js';
import type { ModuleContext } from '../../core/module.js';
import { benefitImporter } from './benefit.importer.js';
import { cardImporter } from './card.importer.js';
import { participantImporter } from './participant.importer.js';
import { participationImporter } from './participation.importer.js';
import type { openTables } from './tables.js';
import { visitImporter } from './visit.importer.js';
import { visitPaperImporter } from './visit-paper.importer.js';

/** The files that the module takes in. */
export const recordsImporters = (
  { db, clock }: Pick<ModuleContext, 'db' | 'clock'>,
  tables: ReturnType<typeof openTables>,
): readonly Importer[] => [
  participantImporter({ db, clock, ...tables }),
  participationImporter({ db, clock, ...tables }),
  cardImporter({ db, ...tables }),
  benefitImporter({ db, clock, ...tables }),
  visitImporter({ db, clock, ...tables }),
  visitPaperImporter({ db, clock, ...tables }),
];
