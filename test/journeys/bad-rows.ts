import type { Kind } from '../kit/imports.js';
import type { BadRow } from './bad-row.js';
import { agencies, collectionAgents, employers, facilities } from './bad-rows-lists.js';
import { benefits, cards, participants, participation, visitPapers, visits } from './bad-rows-records.js';

export const badRows: Readonly<Record<Kind, readonly BadRow[]>> = {
  agencies,
  facilities,
  employers,
  'collection-agents': collectionAgents,
  participants,
  participation,
  cards,
  benefits,
  visits,
  'visit-papers': visitPapers,
};
