import { presentAct } from '../../core/audit/changes.js';
import type { Journal } from '../../core/audit/journal.js';
import { NotFoundError } from '../../core/errors.js';
import { page, redirect, type Handler } from '../../core/http/route.js';
import { watchPaths } from './paths.js';
import type { Surrounds } from './surrounding.queries.js';
import { SUBJECT, type TopicAdministration } from './topic-admin.service.js';
import type { TopicInput } from './topic-admin.schema.js';
import type { TopicRow } from './topic.model.js';
import type { TopicQueries } from './topic.queries.js';

export interface TopicAdminParts {
  readonly topics: TopicQueries;
  readonly service: TopicAdministration;
  readonly surrounds: Surrounds;
  readonly journal: Journal;
  /** Words of acts, by action. */
  readonly acts: Readonly<Record<string, string>>;
}

const LATEST = 20;

/** Lĩnh vực phản ánh: who watches, and how long an answer may take. Cases on the way keep their deadlines. */
export const topicAdminController = (parts: TopicAdminParts) => {
  const { topics, service, surrounds, journal, acts } = parts;

  const found = async (code: string | undefined): Promise<TopicRow> => {
    const row = await topics.find(code ?? '');
    if (!row) throw new NotFoundError('Không có lĩnh vực này. Hãy quay lại danh sách.');
    return row;
  };

  const list: Handler = async () => {
    const rows = await topics.all();
    const names = await surrounds.named(rows.map(({ monitorAgency }) => monitorAgency));
    return page('feedback/topics', {
      title: 'Lĩnh vực phản ánh',
      rows: rows.map((row) => ({
        ...row,
        href: watchPaths.topic(row.code),
        monitor: names.get(row.monitorAgency)?.shortName ?? row.monitorAgency,
      })),
    });
  };

  const show: Handler = async ({ params, retry }) => {
    const row = await found(params['code']);
    const history = await journal.list({ subject: { kind: SUBJECT, id: row.code } }, { limit: LATEST });
    return page('feedback/topic', {
      title: row.name,
      row,
      back: watchPaths.topics,
      action: watchPaths.topic(row.code),
      units: (await surrounds.offices())
        .filter(({ level }) => level === 'central')
        .map(({ code, shortName }) => ({ value: code, text: shortName })),
      history: history.map((act) => presentAct(act, acts)),
      ...(retry && { retry }),
    });
  };

  const change: Handler<TopicInput> = async ({ params, input, session }) => {
    await service.change(await found(params['code']), input);
    session.flash({ kind: 'ok', text: 'Đã lưu. Phản ánh tiếp nhận từ bây giờ dùng thời hạn mới.' });
    return redirect(watchPaths.topics);
  };

  return { list, show, change };
};

export type TopicAdminController = ReturnType<typeof topicAdminController>;
