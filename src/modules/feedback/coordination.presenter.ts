import type { Agency } from '../../contracts/organisation.js';
import type { Actor } from '../../core/context.js';
import { addDays, dayOf } from '../../core/clock.js';
import { date, dateTime } from '../../core/http/format.js';
import { noExtension } from './extension.rules.js';
import { invitationTags, isPending, type AT_ONCE } from './invitation.rules.js';
import { watchPaths } from './paths.js';
import type { FoundCase } from './standing.queries.js';
import { isOpen, mayStep } from './state.rules.js';
import { HANDLE, LEAD } from './permission.rules.js';
import { isOwn } from './work.rules.js';
import { AGENCY_FIELDS } from './watch.schema.js';

export interface Surroundings {
  readonly actor: Actor;
  readonly now: Date;
  /** Agencies that may be invited. */
  readonly offices: readonly Agency[];
  readonly names: ReadonlyMap<string, Agency>;
  /** Agencies in whose name the officer may answer. */
  readonly own: readonly string[];
  readonly hours: number;
}

const groupOf = ({ level }: Agency): string =>
  level === 'central' ? 'Trung ương' : level === 'province' ? 'BHXH tỉnh, thành phố' : 'BHXH cơ sở';

const ORDER = ['province', 'local', 'central'] as const;

/** Agencies as options, those of one kind together. */
const optionsOf = (offices: readonly Agency[]) =>
  ORDER.flatMap((level) => offices.filter((office) => office.level === level)).map((office) => ({
    value: office.code,
    text: office.shortName,
    group: groupOf(office),
  }));

const FIELD_LABELS = ['Cơ quan', 'Cơ quan thứ hai', 'Cơ quan thứ ba'] as const satisfies { length: typeof AT_ONCE };

/** Coordination on the page of a case: who was asked, what they said, and the form that the reader may use; nothing where there is nothing. */
export const presentCoordination = ({ row, standing, invitations }: FoundCase, around: Surroundings) => {
  const { actor, offices, names, own, hours } = around;
  const owner = standing === 'owner' && actor.permissions.has(HANDLE) && !isOwn(actor, row);
  const mayInvite = owner && mayStep('invite', row.state);
  if (!mayInvite && invitations.length === 0) return undefined;
  const coordinating = row.state === 'coordinating';
  return {
    rows: invitations.map((invitation) => {
      const pending = isPending(invitation) && coordinating;
      const mine = pending && actor.permissions.has(HANDLE) && own.includes(invitation.agencyCode);
      return {
        id: invitation.id,
        name: names.get(invitation.agencyCode)?.shortName ?? invitation.agencyCode,
        tag: invitationTags[invitation.state],
        question: invitation.question,
        asked: `${invitation.invitedBy}, ${dateTime(invitation.invitedAt)}`,
        until: pending ? dateTime(invitation.dueAt) : '',
        answer: invitation.answer ?? '',
        answered: invitation.answeredAt ? `${invitation.answeredBy ?? ''}, ${dateTime(invitation.answeredAt)}` : '',
        accept: mine && invitation.state === 'invited' ? watchPaths.accept(invitation.id) : '',
        reply: mine ? watchPaths.reply(invitation.id) : '',
        withdraw: pending && owner ? watchPaths.withdraw(row.id, invitation.id) : '',
      };
    }),
    invite: mayInvite && {
      action: watchPaths.invite(row.id),
      hours,
      fields: AGENCY_FIELDS.map((name, at) => ({
        name,
        label: FIELD_LABELS[at],
        required: at === 0,
        optional: at > 0,
      })),
      options: optionsOf(offices.filter(({ code }) => code !== row.handlingAgency)),
    },
  };
};

/** Deadlines on the page of a case: the one extension, đôn đốc, and the pack of evidence. */
export const presentWatch = ({ row, standing }: FoundCase, { actor, now }: Surroundings) => {
  const lead = standing === 'owner' && actor.permissions.has(LEAD) && !isOwn(actor, row);
  const monitor = standing === 'monitor';
  if (!lead && !monitor) return undefined;
  const today = dayOf(now);
  return {
    extend: lead && isOpen(row.state) && { action: watchPaths.extend(row.id), refusal: noExtension(row, now) },
    urge: monitor && isOpen(row.state) && { action: watchPaths.urge(row.id), example: date(addDays(today, 2)) },
    evidence: lead ? watchPaths.evidence(row.id) : watchPaths.watchedEvidence(row.id),
  };
};
