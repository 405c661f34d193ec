import { NotFoundError } from '../../core/errors.js';
import { date } from '../../core/http/format.js';
import { page, redirect, type Handler } from '../../core/http/route.js';
import type { TemplateRow } from './case-parts.model.js';
import { workPaths } from './paths.js';
import type { TemplateReads } from './template.queries.js';
import type { TemplateChangeInput, TemplateInput } from './template.schema.js';
import type { TemplateService } from './template.service.js';
import type { TopicQueries } from './topic.queries.js';

export interface TemplateControllerParts {
  readonly templates: TemplateReads;
  readonly service: TemplateService;
  readonly topics: TopicQueries;
}

/** Texts to begin an answer with: those of the leader's own agency. */
export const templateController = ({ templates, service, topics }: TemplateControllerParts) => {
  const topicOptions = async () => (await topics.all()).map(({ code, name }) => ({ value: code, text: name }));

  const list: Handler = async ({ actor }) => {
    const options = await topicOptions();
    const names = new Map(options.map(({ value, text }) => [value, text]));
    const line = (row: TemplateRow) => ({
      href: workPaths.template(row.id),
      title: row.title,
      text: row.text,
      topic: row.topicCode ? (names.get(row.topicCode) ?? row.topicCode) : 'Mọi lĩnh vực',
      retired: row.retired,
      changed: `${row.updatedBy}, ${date(row.updatedAt)}`,
    });
    return page('feedback/templates', {
      title: 'Mẫu trả lời',
      list: workPaths.list(),
      action: workPaths.templates,
      topics: options,
      own: (await templates.own(actor)).map(line),
      common: (await templates.common()).map(line),
    });
  };

  const form: Handler = async ({ params, actor }) => {
    const row = await templates.one(params['id'] ?? '', actor);
    if (!row) throw new NotFoundError('Không có mẫu này. Hãy quay lại danh sách.');
    const common = { list: workPaths.templates, action: workPaths.template(row.id), topics: await topicOptions() };
    return page('feedback/template', { title: 'Sửa mẫu trả lời', template: row, ...common });
  };

  const add: Handler<TemplateInput> = async ({ input, actor, session }) => {
    await service.add(input, actor);
    session.flash({ kind: 'ok', text: 'Đã thêm mẫu. Cán bộ chọn được ngay khi trả lời.' });
    return redirect(workPaths.templates);
  };

  const change: Handler<TemplateChangeInput> = async ({ params, input, actor, session }) => {
    await service.change(params['id'] ?? '', input, actor);
    session.flash({ kind: 'ok', text: input.ngungDung ? 'Mẫu ngừng dùng.' : 'Đã lưu mẫu.' });
    return redirect(workPaths.templates);
  };

  return { list, form, add, change };
};
export type TemplateController = ReturnType<typeof templateController>;
