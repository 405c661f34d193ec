import type { Importer } from '../../core/import/importer.js';
import type { ModuleContext } from '../../core/module.js';
import { participantImporter } from './participant.importer.js';
import { participationImporter } from './participation.importer.js';
import type { openTables } from './tables.js';

/** The files that the module takes in. */
export const recordsImporters = (
  { db, clock }: Pick<ModuleContext, 'db' | 'clock'>,
  { people, participations }: ReturnType<typeof openTables>,
): readonly Importer[] => [
  participantImporter({ db, clock, people }),
  participationImporter({ db, clock, participations }),
];
