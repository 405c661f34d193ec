import type { SecondPersonRow } from './second-person.model.js';
import type { KnownProposal } from './second-person.service.js';

export const toProposal = (row: SecondPersonRow): KnownProposal => ({
  ...row,
  payload: JSON.parse(row.payload) as object,
});
