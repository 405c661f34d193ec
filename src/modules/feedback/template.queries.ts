import { Op } from 'sequelize';
import type { Actor } from '../../core/context.js';
import type { CaseRow } from './case.model.js';
import type { TemplateRow } from './case-parts.model.js';
import type { Standings } from './standing.queries.js';
import type { Tables } from './tables.js';

const officeOf = ({ attributes }: Actor): string => attributes['agencyCode'] ?? '';

/** Texts that may begin an answer to this case: common ones and those of the officer's agency, of any or of its topic. */
export const templatesFor = async (
  { templates }: Pick<Tables, 'templates'>,
  { topicCode }: Pick<CaseRow, 'topicCode'>,
  actor: Actor,
): Promise<TemplateRow[]> => {
  const found = await templates.many({
    retired: false,
    agencyCode: { [Op.or]: [null, officeOf(actor)] },
    topicCode: { [Op.or]: [null, topicCode] },
  });
  return found.sort((a, b) => a.title.localeCompare(b.title, 'vi'));
};

/** "{hoTen}" and "{maPhanAnh}" in a text become those of the case. */
export const fillTemplate = (text: string, { senderName, code, anonymous }: CaseRow): string =>
  text.replaceAll('{hoTen}', anonymous || !senderName ? 'bạn' : senderName).replaceAll('{maPhanAnh}', code);

export const templateQueries = (tables: Pick<Tables, 'templates'>, standings: Standings) => ({
  /** The text for a case; nothing where it is none that this officer is offered there. */
  fill: async (templateId: string, caseId: string, actor: Actor): Promise<string | undefined> => {
    const { row } = await standings.find(caseId, actor);
    const found = (await templatesFor(tables, row, actor)).find(({ id }) => id === templateId);
    return found && fillTemplate(found.text, row);
  },
  /** Those that this officer manages: of his own agency, retired ones last. */
  own: (actor: Actor): Promise<TemplateRow[]> =>
    tables.templates.many({ agencyCode: officeOf(actor) }, { order: ['retired', 'title', 'id'] }),
  /** Those for everybody. */
  common: (): Promise<TemplateRow[]> =>
    tables.templates.many({ agencyCode: null, retired: false }, { order: ['title', 'id'] }),
  one: (id: string, actor: Actor): Promise<TemplateRow | undefined> =>
    tables.templates.one({ id, agencyCode: officeOf(actor) }),
});
export type TemplateReads = ReturnType<typeof templateQueries>;
