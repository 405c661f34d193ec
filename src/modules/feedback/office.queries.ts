import type { Agencies } from '../../contracts/organisation.js';

/** Names, as on letters, of an agency and of those below it. */
export const officeNames = async (agencies: Agencies, code: string): Promise<string[]> =>
  (await agencies.those(await agencies.subtree(code))).map(({ shortName }) => shortName);
