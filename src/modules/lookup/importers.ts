import { agencies, places } from '../../contracts/organisation.js';
import type { Importer } from '../../core/import/importer.js';
import type { ModuleContext } from '../../core/module.js';
import { collectionAgentImporter } from './collection-agent.importer.js';
import { employerImporter } from './employer.importer.js';
import { facilityImporter } from './facility.importer.js';
import type { Tables } from './tables.js';
import type { WordIndex } from './word.service.js';

/** What fills the lists: from files, and the rules for rows that administrators type. */
export interface LookupImporters {
  readonly facility: Importer;
  readonly employer: Importer;
  readonly agent: Importer;
}

export const lookupImporters = (
  { use, clock }: ModuleContext<unknown>,
  tables: Tables,
  words: WordIndex,
): LookupImporters => {
  const parts = { agencies: use(agencies), places: use(places), clock, words };
  return {
    facility: facilityImporter(tables.facilities, parts),
    employer: employerImporter(tables.employers, parts),
    agent: collectionAgentImporter(tables.agents, parts),
  };
};
