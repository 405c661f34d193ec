import type { Messenger, TemplateName, TemplateVariables } from '../../contracts/notification.js';
import type { Audit } from '../../core/audit/audit.js';
import type { CaseRow } from './case.model.js';
import type { Line, Timeline } from './timeline.service.js';

export interface RecordParts {
  readonly audit: Audit;
  readonly timeline: Timeline;
  readonly messenger: Messenger;
}

/** What every act on a case leaves behind; all of it joins the unit of work at hand. */
export const createRecord = ({ audit, timeline, messenger }: RecordParts) => ({
  /** A line of the timeline and one of the audit. */
  note: async (
    action: string,
    row: CaseRow,
    line: Line,
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<void> => {
    await timeline(row.id, line);
    const { id, code: label, insuranceNumber: person } = row;
    await audit.record({ action, subject: { kind: 'feedback', id, label }, person, details });
  },
  /** A line that the citizen reads beside what the officers read. */
  line: ({ id }: CaseRow, title: string): Promise<void> => timeline(id, { kind: 'moved', title, open: true }),
  /** A message to whoever sent it. */
  tell: <Name extends TemplateName>(
    { id, phone, email, handlingAgency: agencyCode }: CaseRow,
    template: Name,
    variables: TemplateVariables[Name],
    key: string,
  ): Promise<void> =>
    messenger.tell({ phone, email }, { template, variables, key, subject: { kind: 'feedback', id }, agencyCode }),
});

export type CaseRecord = ReturnType<typeof createRecord>;
