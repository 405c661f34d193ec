import { Op } from 'sequelize';
import { settingNames, type Agencies, type DatedSettings, type WorkCalendar } from '../../contracts/organisation.js';
import { dayOf, type Clock } from '../../core/clock.js';
import type { Actor } from '../../core/context.js';
import type { UnitOfWork } from '../../core/db/unit-of-work.js';
import { ConflictError, InvalidError, NotFoundError } from '../../core/errors.js';
import { date } from '../../core/http/format.js';
import { newId } from '../../core/ids.js';
import type { CaseRow } from './case.model.js';
import type { InvitationRow } from './case-parts.model.js';
import { isPending, PENDING, pendingUntil } from './invitation.rules.js';
import type { CaseRecord } from './record.service.js';
import type { Standings } from './standing.queries.js';
import type { Steps } from './step.service.js';
import type { Tables } from './tables.js';
import { workable, type Target } from './work.service.js';

export interface InvitationParts {
  readonly tables: Pick<Tables, 'cases' | 'invitations'>;
  readonly standings: Standings;
  readonly steps: Steps;
  readonly record: CaseRecord;
  readonly agencies: Agencies;
  readonly settings: DatedSettings;
  readonly calendar: WorkCalendar;
  readonly uow: UnitOfWork;
  readonly clock: Clock;
}

export interface Invited {
  readonly agencies: readonly string[];
  readonly question: string;
}

const GONE = 'Lời mời này đã hết hạn, đã rút hoặc đã được trả lời. Hãy tải lại trang.';
const NOT_INVITED = 'Không có lời mời này. Hãy quay lại danh sách.';
const LAPSES_AT_ONCE = 200;

/**
 * Other agencies are asked to coordinate. Nothing here touches who owns or handles the case: an invitation is a question with an
 * end, and behind it the case is back with whoever asked.
 */
class Invitations {
  constructor(private readonly parts: InvitationParts) {}

  async invite(target: Target, { agencies: codes, question }: Invited): Promise<void> {
    const { tables, standings, steps, record, uow, clock } = this.parts;
    const row = await workable(standings)(target);
    const names = await this.namesOf(row, codes);
    const now = clock.now();
    const dueAt = await this.until(row, now);
    await uow.run(async () => {
      await steps.move('invite', row, { handOffs: row.handOffs + codes.length });
      await this.refuseTwice(row.id, codes);
      const asked = { caseId: row.id, state: 'invited', question, invitedAt: now, dueAt } as const;
      const by = { invitedBy: target.actor.name, acceptedAt: null, acceptedBy: null };
      const open = { answer: null, answeredAt: null, answeredBy: null };
      await tables.invitations.insertMany(
        codes.map((agencyCode) => ({ id: newId(), agencyCode, ...asked, ...by, ...open })),
      );
      const title = `Mời ${names.join(', ')} phối hợp`;
      await record.note(
        'feedback.invited',
        row,
        { kind: 'invited', title: title.slice(0, 200), open: true },
        { codes },
      );
    });
  }

  /** From here on it has the same hours once more. */
  async accept(id: string, actor: Actor): Promise<CaseRow> {
    const { invitation, row } = await this.mine(id, actor);
    const now = this.parts.clock.now();
    const set = {
      state: 'accepted',
      acceptedAt: now,
      acceptedBy: actor.name,
      dueAt: await this.until(row, now),
    } as const;
    await this.parts.uow.run(async () => {
      await this.claim(invitation, row, { from: ['invited'], set });
      await this.note(row, invitation, { action: 'feedback.invitation-accepted', what: 'nhận lời phối hợp' });
    });
    return row;
  }

  /** For the owner, who answers the citizen. */
  async answer(id: string, actor: Actor, answer: string): Promise<CaseRow> {
    const { invitation, row } = await this.mine(id, actor);
    const set = { state: 'answered', answer, answeredAt: this.parts.clock.now(), answeredBy: actor.name } as const;
    await this.parts.uow.run(async () => {
      await this.claim(invitation, row, { from: PENDING, set });
      await this.note(row, invitation, { action: 'feedback.invitation-answered', what: 'trả lời phối hợp' });
      await this.comeBack(row.id);
    });
    return row;
  }

  /** The case behind an invitation of this officer's office. */
  async caseOf(id: string, actor: Actor): Promise<string> {
    return (await this.mine(id, actor)).row.id;
  }

  async withdraw(target: Target, invitationId: string): Promise<void> {
    const { standings, tables, uow } = this.parts;
    const row = await workable(standings)(target);
    const invitation = await tables.invitations.one({ id: invitationId, caseId: row.id });
    if (!invitation) throw new ConflictError(GONE);
    await uow.run(async () => {
      await this.lock(row.id);
      await tables.invitations.claim(
        { state: 'withdrawn' },
        { id: invitationId, state: { [Op.in]: [...PENDING] } },
        GONE,
      );
      await this.note(row, invitation, { action: 'feedback.invitation-withdrawn', what: 'không cần phối hợp nữa' });
      await this.comeBack(row.id);
    });
  }

  /** Ends those to which nobody has said anything in time; says how many. Runs beside others of its kind. */
  async lapse(): Promise<number> {
    const { tables, clock } = this.parts;
    const due = await tables.invitations.many(
      { state: { [Op.in]: [...PENDING] }, dueAt: { [Op.lte]: clock.now() } },
      { order: ['dueAt'], limit: LAPSES_AT_ONCE },
    );
    let lapsed = 0;
    for (const invitation of due) lapsed += await this.lapseOne(invitation);
    return lapsed;
  }

  private lapseOne(invitation: InvitationRow): Promise<number> {
    const { tables, uow, clock } = this.parts;
    return uow.run(async () => {
      await this.lock(invitation.caseId);
      const row = await tables.cases.one({ id: invitation.caseId });
      const waiting = row?.state === 'coordinating';
      // Behind the answer of the owner nobody needs to say anything: no silence is held against anybody.
      const state = waiting ? 'lapsed' : 'withdrawn';
      const still = { id: invitation.id, state: { [Op.in]: [...PENDING] }, dueAt: { [Op.lte]: clock.now() } };
      if ((await tables.invitations.change({ state }, still)) !== 1) return 0;
      if (!waiting) return 1;
      await this.note(row, invitation, { action: 'feedback.invitation-lapsed', what: 'chưa trả lời đúng hạn' });
      await this.comeBack(row.id);
      return 1;
    });
  }

  /** The row of the case is the lock under which its invitations are counted: two last answers at once must see each other. */
  private async lock(caseId: string): Promise<void> {
    await this.parts.tables.cases.change({ updatedAt: this.parts.clock.now() }, { id: caseId });
  }

  private async comeBack(caseId: string): Promise<void> {
    const { tables, steps, record } = this.parts;
    const row = await tables.cases.one({ id: caseId });
    if (row?.state !== 'coordinating') return;
    if ((await tables.invitations.count({ caseId, state: { [Op.in]: [...PENDING] } })) > 0) return;
    await steps.move('comeBack', row);
    await record.line(row, 'Cơ quan tiếp nhận tiếp tục giải quyết');
  }

  private async claim(
    { id }: InvitationRow,
    { id: caseId }: CaseRow,
    { from, set }: { from: readonly InvitationRow['state'][]; set: Partial<InvitationRow> },
  ): Promise<void> {
    const { tables, clock } = this.parts;
    await this.lock(caseId);
    const row = await tables.cases.one({ id: caseId });
    if (row?.state !== 'coordinating') throw new ConflictError(GONE);
    const where = { id, state: { [Op.in]: [...from] }, dueAt: { [Op.gt]: clock.now() } };
    await tables.invitations.claim(set, where, GONE);
  }

  /** The invitation, if it went to the office of this officer or to one below it. */
  private async mine(id: string, actor: Actor): Promise<{ invitation: InvitationRow; row: CaseRow }> {
    const { tables, standings } = this.parts;
    const invitation = await tables.invitations.one({ id });
    const { agencies } = await standings.reachOf(actor);
    if (!invitation || !agencies.includes(invitation.agencyCode)) throw new NotFoundError(NOT_INVITED);
    const { row } = await standings.find(invitation.caseId, actor);
    return { invitation, row };
  }

  private async until(row: CaseRow, now: Date): Promise<Date> {
    const { settings, calendar } = this.parts;
    const hours = await settings.number(settingNames.invitationHours, dayOf(now));
    return pendingUntil(await calendar.afterHours(now, hours), row, now);
  }

  private async namesOf({ handlingAgency }: CaseRow, codes: readonly string[]): Promise<string[]> {
    const { agencies, clock } = this.parts;
    const today = dayOf(clock.now());
    const fault = (message: string): InvalidError => new InvalidError([{ field: 'coQuan', message }]);
    if (codes.includes(handlingAgency)) throw fault('Cơ quan đang xử lý không tự mời chính mình.');
    const found = await Promise.all(codes.map((code) => agencies.find(code)));
    return found.map((agency) => {
      if (!agency) throw fault('Chọn cơ quan trong danh sách.');
      if (agency.validTo !== null && agency.validTo < today)
        throw fault(`${agency.shortName} đã ngừng từ ${date(agency.validTo)}. Hãy chọn cơ quan khác.`);
      return agency.shortName;
    });
  }

  private async refuseTwice(caseId: string, codes: readonly string[]): Promise<void> {
    const all = await this.parts.tables.invitations.many({ caseId });
    if (!all.some((one) => isPending(one) && codes.includes(one.agencyCode))) return;
    throw new InvalidError([
      { field: 'coQuan', message: 'Cơ quan này đang được mời. Hãy đợi trả lời hoặc rút lời mời cũ.' },
    ]);
  }

  private async note(row: CaseRow, { agencyCode }: InvitationRow, { action, what }: { action: string; what: string }) {
    const agency = await this.parts.agencies.find(agencyCode);
    const title = `${agency?.shortName ?? agencyCode} ${what}`;
    const kind = action.replace('feedback.', '');
    await this.parts.record.note(action, row, { kind, title, open: true }, { agency: agencyCode });
  }
}

export const createInvitations = (parts: InvitationParts): Invitations => new Invitations(parts);
export type { Invitations };
