import type { Database } from '../../core/db/connection.js';
import type { Table } from '../../core/db/table.js';
import type { ConsentRow, TextRow } from './consent.model.js';

/** Reads of texts and consents. */
export interface ConsentQueries {
  /** The version in force of every purpose, in the order in which the purposes came. */
  current(): Promise<readonly TextRow[]>;
  /** The version in force of one purpose. */
  currentOf(code: string): Promise<TextRow | undefined>;
  version(code: string, version: number): Promise<TextRow | undefined>;
  /** All versions of a purpose, newest first. */
  versions(code: string): Promise<readonly TextRow[]>;
  /** What this person agreed to, newest first. */
  ofPerson(insuranceNumber: string): Promise<readonly (ConsentRow & { title: string })[]>;
}

/** As many as a page shows; a person has a handful. */
const MOST = 100;

export const consentQueries = (db: Database, texts: Table<TextRow>): ConsentQueries => {
  const newestOf = async (code: string): Promise<TextRow | undefined> =>
    (await texts.many({ code }, { order: [['version', 'DESC']], limit: 1 }))[0];
  return {
    current: async () => {
      const all = await texts.many(
        {},
        {
          order: [
            ['validFrom', 'ASC'],
            ['id', 'ASC'],
          ],
        },
      );
      // A later version takes the place of an earlier one, and keeps its place in the list.
      return [...new Map(all.map((text) => [text.code, text])).values()];
    },
    currentOf: newestOf,
    version: (code, version) => texts.one({ code, version }),
    versions: (code) => texts.many({ code }, { order: [['version', 'DESC']] }),
    ofPerson: (insuranceNumber) =>
      db.rows(
        `SELECT c.id, c.insurance_number AS insuranceNumber, c.code, c.version, c.hash, c.channel, c.given_at AS givenAt,
          c.withdrawn_at AS withdrawnAt, c.open_key AS openKey, t.title
          FROM privacy_consent c JOIN privacy_text t ON t.code = c.code AND t.version = c.version
          WHERE c.insurance_number = ? ORDER BY c.given_at DESC, c.id DESC LIMIT ${MOST}`,
        [insuranceNumber],
      ),
  };
};
