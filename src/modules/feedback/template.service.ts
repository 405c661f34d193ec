import type { Agencies } from '../../contracts/organisation.js';
import type { Audit } from '../../core/audit/audit.js';
import type { Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { InvalidError } from '../../core/errors.js';
import { newId } from '../../core/ids.js';
import { BUCK_RULE, passesTheBuck } from './buck.rules.js';
import { officeNames } from './office.queries.js';
import type { Tables } from './tables.js';
import type { TemplateChangeInput, TemplateInput } from './template.schema.js';
import type { TopicQueries } from './topic.queries.js';

export interface TemplateParts {
  readonly tables: Pick<Tables, 'templates'>;
  readonly topics: TopicQueries;
  readonly agencies: Agencies;
  readonly uow: UnitOfWork;
  readonly audit: Audit;
  readonly clock: Clock;
}

const TAKEN = 'Mẫu này vừa được người khác sửa. Hãy tải lại trang để xem mới nhất.';

/** Adds and changes the texts of an agency; none is removed, only retired. */
export const templateService = ({ tables, topics, agencies, uow, audit, clock }: TemplateParts) => {
  const rowOf = async ({ tieuDe: title, linhVuc, noiDung: text }: TemplateInput, actor: Actor) => {
    if (linhVuc && !(await topics.find(linhVuc)))
      throw new InvalidError([{ field: 'linhVuc', message: 'Chọn lĩnh vực trong danh sách.' }]);
    // One that sends people elsewhere would spread.
    if (passesTheBuck(text, await officeNames(agencies, actor.attributes['agencyCode'] ?? '')))
      throw new InvalidError([{ field: 'noiDung', message: BUCK_RULE }]);
    return { title, text, topicCode: linhVuc || null, updatedAt: clock.now(), updatedBy: actor.name };
  };
  const subjectOf = (id: string, label: string) => ({ kind: 'feedback-template', id, label });
  return {
    add: async (input: TemplateInput, actor: Actor): Promise<void> => {
      const [id, row] = [newId(), await rowOf(input, actor)];
      const agencyCode = actor.attributes['agencyCode'] ?? '';
      await uow.run(async () => {
        await tables.templates.insert({ ...row, id, agencyCode, retired: false, version: 1 });
        await audit.record({ action: 'feedback.template-added', subject: subjectOf(id, row.title) });
      });
    },
    change: async (id: string, input: TemplateChangeInput, actor: Actor): Promise<void> => {
      const row = await rowOf(input, actor);
      const { phienBan: version, ngungDung: retired } = input;
      const own = { id, version, agencyCode: actor.attributes['agencyCode'] ?? '' };
      await uow.run(async () => {
        await tables.templates.claim({ ...row, retired, version: version + 1 }, own, TAKEN);
        await audit.record({
          action: 'feedback.template-changed',
          subject: subjectOf(id, row.title),
          details: { retired },
        });
      });
    },
  };
};
export type TemplateService = ReturnType<typeof templateService>;
