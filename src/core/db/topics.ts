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
  /**
   * `moved` is called once a topic was moved on here, or once its stand as somebody reads it shows that another process
   * did: what is remembered of it is old.
   */
  watch(topic: string, moved: () => void): void;
}

export const createTopics = (db: Database): Topics => {
  const table = defineTable<TopicRow>(db.sequelize, 'core_topic', { name: primary(code(40)), version: whole() });
  const watchers = new Map<string, (() => void)[]>();
  const seen = new Map<string, number>();
  const tell = (name: string): void => watchers.get(name)?.forEach((moved) => moved());
  const notice = ({ name, version }: TopicRow): void => {
    if (!watchers.has(name) || seen.get(name) === Number(version)) return;
    seen.set(name, Number(version));
    tell(name);
  };
  return {
    moveOn: async (name) => {
      db.uow.afterCommit(() => tell(name));
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
      rows.forEach(notice);
      return rows.map(({ name, version }) => `${name}=${Number(version)}`).join(' ');
    },
    watch: (name, moved) => void watchers.set(name, [...(watchers.get(name) ?? []), moved]),
  };
};
