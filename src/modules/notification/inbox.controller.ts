import { page, type Handler } from '../../core/http/route.js';
import type { InboxQuery } from './inbox.schema.js';
import { summaryOf, tagOf } from './message.presenter.js';
import type { MessageQueries } from './message.queries.js';
import { paths } from './paths.js';

/** The inbox of everybody, for developers and testers: what the `screen` driver showed, and what waits. */
export const inboxPage =
  (queries: MessageQueries): Handler<InboxQuery> =>
  async ({ input: { den: to } }) => {
    const [shown, unsent] = await Promise.all([queries.shown(to), queries.unsent(to)]);
    return page('notification/inbox', {
      title: 'Tin nhắn thử',
      to,
      all: paths.inbox(),
      here: paths.inbox(to),
      shown: shown.map((row) => ({ ...row, all: paths.inbox(row.recipient) })),
      unsent: unsent.map((row) => ({ ...summaryOf(row), tag: tagOf(row), error: row.error })),
    });
  };
