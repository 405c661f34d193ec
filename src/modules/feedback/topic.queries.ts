import type { Tables } from './tables.js';
import type { TopicRow } from './topic.model.js';

/** Topics, in their order. There are about ten: they are read anew each time. */
export const topicQueries = ({ topics }: Pick<Tables, 'topics'>) => ({
  /** Those that are offered. */
  offered: (): Promise<TopicRow[]> => topics.many({ retired: false }, { order: ['position', 'code'] }),
  all: (): Promise<TopicRow[]> => topics.many({}, { order: ['position', 'code'] }),
  find: (code: string): Promise<TopicRow | undefined> => topics.one({ code }),
});

export type TopicQueries = ReturnType<typeof topicQueries>;
