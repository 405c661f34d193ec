import { code, primary, whole } from './columns.js';
import type { Database } from './connection.js';
import { defineTable } from './table.js';

interface TopicRow {
  name: string;
  version: number;
}

/**
 * What pages in memory tell of, one row a topic. Whoever changes something moves its topic on in the same transaction:
 * from the commit on every process draws the pages anew, and a rollback leaves them as they are.
 */
export interface Topics {
  /** In the unit of work at hand. */
  moveOn(topic: string): Promise<void>;
  /** Where these topics stand, as one text to compare. One read by primary key. */
  stand(topics: readonly string[]): Promise<string>;
}

export const createTopics = (db: Database): Topics => {
  const table = defineTable<TopicRow>(db.sequelize, 'core_topic', { name: primary(code(40)), version: whole() });
  return {
    moveOn: async (name) => {
      if ((await table.increase('version', { name })) > 0) return;
      if (!(await table.insertNew({ name, version: 1 }))) await table.increase('version', { name });
    },
    stand: async (names) => {
      if (names.length === 0) return '';
      const places = names.map(() => '?').join(', ');
      const rows = await db.rows<TopicRow>(
        `SELECT name, version FROM core_topic WHERE name IN (${places}) ORDER BY name`,
        names,
      );
      return rows.map(({ name, version }) => `${name}=${Number(version)}`).join(' ');
    },
  };
};
