import type { WorkCalendar } from '../../src/contracts/organisation.js';
import { addDays, dayOf, type Day } from '../../src/core/clock.js';
import { newId, randomCode } from '../../src/core/ids.js';
import type { ModuleContext } from '../../src/core/module.js';
import type { CaseRow } from '../../src/modules/feedback/case.model.js';
import type { AnswerRow, EventRow, FileRow, InvitationRow } from '../../src/modules/feedback/case-parts.model.js';
import { blank, factsOf } from '../../src/modules/feedback/intake.service.js';
import type { Tables } from '../../src/modules/feedback/tables.js';
import type { TopicRow } from '../../src/modules/feedback/topic.model.js';
import { wordsOf } from '../../src/modules/feedback/word.rules.js';
import { drawings } from '../data/registration-demo.js';
import { answers, stories, type Story } from '../data/feedback.js';
import { homeOf } from '../data/people.js';
import { demoPeople } from '../people.js';
import { random } from '../random.js';
import { clocksOf, momentsOf, type Moments } from './feedback-course.js';
import { linesOf } from './feedback-lines.js';
import { plans, type Plan } from './feedback-plan.js';

/** An officer of the demo. */
export interface Hand {
  readonly id: string;
  readonly name: string;
  readonly agencyCode: string;
}

export interface Made {
  readonly plan: Plan;
  readonly row: CaseRow;
  readonly moments: Moments;
  readonly hand: Hand;
  readonly invitations: readonly InvitationRow[];
}

const STRANGER: Hand = { id: '', name: 'Nguyễn Hoàng Nam', agencyCode: '' };
/** Who works on cases, by agency; ids are found in the accounts of officers. */
const HANDS: Readonly<Record<string, readonly string[]>> = { '04801': ['canbo', 'canbo2'], '04802': ['coso'] };

const handsOf = async ({ db }: Pick<ModuleContext, 'db'>): Promise<ReadonlyMap<string, Hand>> => {
  const rows = await db.rows<Hand & { username: string }>(
    'SELECT id, full_name AS name, agency_code AS agencyCode, username FROM auth_officer',
  );
  return new Map(rows.map(({ username, ...hand }) => [username, hand]));
};

const senderOf = (from: Plan['from'], index: number): Partial<CaseRow> => {
  if (from === 'nobody') return { anonymous: true, senderName: '', phone: `0937${String(110_000 + index * 311)}` };
  const people = demoPeople();
  const person = people[from === 'an' ? 0 : 40 + index];
  if (!person) return {};
  const { communeCode, now } = homeOf(person.home);
  return {
    senderName: person.fullName,
    phone: person.phone ?? `0938${String(110_000 + index * 311)}`,
    email: index % 3 === 0 ? `nguoidan${index}@vidu.example` : null,
    address: `${person.street}, ${now}, thành phố Đà Nẵng`,
    insuranceNumber: from === 'an' || index % 2 ? person.insuranceNumber : '',
    verified: from === 'an',
    provinceCode: '48',
    communeCode,
  };
};

/** The last day of an urging counts from the urging, so that those of yesterday still stand. */
const urgingOf = ({ urged }: Plan, at: Date | undefined, today: Day): Partial<CaseRow> =>
  urged && at ? { urgedAt: at, urgedBy: 'Nguyễn Hải Yến', urgedText: urged, urgedUntil: addDays(today, 2) } : {};

const invitationsOf = async (row: CaseRow, { plan, moments }: Pick<Made, 'plan' | 'moments'>, of: Clockwork) => {
  const at = moments.asked ?? row.receivedAt;
  const dueAt = await of.calendar.afterHours(row.state === 'coordinating' ? of.now : at, 10);
  return (plan.asked ?? []).map(([agencyCode, state], index): InvitationRow => {
    const answered = state === 'answered';
    const accepted = answered || state === 'accepted';
    return {
      id: newId(),
      caseId: row.id,
      agencyCode,
      state,
      question: 'Đề nghị đối chiếu dữ liệu của người gửi tại đơn vị do quý cơ quan quản lý và cho biết kết quả.',
      invitedAt: new Date(at.getTime() + index * 60_000),
      invitedBy: row.assigneeName ?? '',
      dueAt: state === 'lapsed' ? at : dueAt,
      acceptedAt: accepted ? new Date(at.getTime() + 30 * 60_000) : null,
      acceptedBy: accepted ? 'Phạm Thu Thủy' : null,
      answer: answered ? 'Đã đối chiếu: dữ liệu thu của đơn vị khớp với bảng lương, đề nghị ghi bổ sung.' : null,
      answeredAt: answered ? new Date(at.getTime() + 60 * 60_000) : null,
      answeredBy: answered ? 'Phạm Thu Thủy' : null,
    };
  });
};

interface Clockwork {
  readonly now: Date;
  readonly calendar: WorkCalendar;
}

class Maker {
  private readonly chance = random(3_718);
  constructor(
    private readonly of: Clockwork,
    private readonly topics: ReadonlyMap<string, TopicRow>,
    private readonly hands: ReadonlyMap<string, Hand>,
  ) {}

  async make([topicCode, title, body]: Story, plan: Plan, index: number): Promise<Made> {
    const topic = this.topics.get(topicCode);
    if (!topic) throw new Error(`the reference data has no topic "${topicCode}"`);
    const { owner = '04801', state, satisfaction } = plan;
    const agency = plan.at ?? owner;
    const names = HANDS[agency] ?? [];
    const hand = this.hands.get(names[index % names.length] ?? '') ?? { ...STRANGER, agencyCode: agency };
    const moments = await momentsOf(plan, { ...this.of, chance: this.chance });
    const clocks = await clocksOf(plan, moments, { ...this.of, topic });
    const row = {
      ...blank,
      ...{ id: newId(), code: `PA-${randomCode(8)}`, ownerAgency: owner, handlingAgency: agency },
      ...{ monitorAgency: topic.monitorAgency, topicCode, state, title, body },
      ...{ channel: plan.channel ?? 'web', complex: plan.complex ?? false, origin: 'form', reference: '' },
      ...{
        email: null,
        address: '',
        insuranceNumber: '',
        anonymous: false,
        verified: false,
        senderName: '',
        phone: '',
      },
      ...{ provinceCode: '', communeCode: '', place: '', aboutAgency: null },
      ...senderOf(plan.from, index),
      ...{ receivedAt: moments.received, receivedBy: plan.channel ? hand.name : '' },
      ...clocks,
      ...urgingOf(plan, moments.urged, dayOf(this.of.now)),
      ...(moments.assigned && { assigneeId: hand.id || null, assigneeName: hand.name }),
      answerMinutes: moments.answered
        ? Math.round(60 * (await this.of.calendar.hoursBetween(moments.received, moments.answered)))
        : null,
      ...{ answeredAt: moments.answered ?? null, closedAt: moments.closed ?? null },
      ...{ reopenedAt: moments.reopened ?? null, reopens: Number(state === 'reopened') },
      handOffs: (plan.asked?.length ?? 0) + Number(index % 9 === 5),
      outcome: state === 'out_of_scope_redirected' ? 'complaint' : null,
      ...{ satisfaction: satisfaction ?? null, solved: satisfaction ? satisfaction > 2 : null },
      ...{ version: Object.keys(moments).length, updatedAt: Object.values(moments).at(-1) as Date },
    } as const satisfies CaseRow;
    return { plan, row, moments, hand, invitations: await invitationsOf(row, { plan, moments }, this.of) };
  }
}

const answerOf = ({ row, moments, hand }: Made): AnswerRow[] =>
  moments.answered
    ? [
        {
          ...{ id: newId(), caseId: row.id, state: 'sent', interim: false, agencyCode: row.handlingAgency },
          ...{ authorId: hand.id, authorName: hand.name, text: answers[row.topicCode] ?? '' },
          ...{ writtenAt: moments.answered, sentAt: moments.answered, overrideReason: '', overrideBy: '' },
        },
      ]
    : [];

const picturesOf = async ({ vault }: Pick<ModuleContext, 'vault'>, made: readonly Made[]): Promise<FileRow[]> => {
  const { default: sharp } = await import('sharp');
  const bytes = await sharp(Buffer.from(drawings.back)).jpeg({ quality: 82 }).toBuffer();
  const file = { name: 'bang-luong.jpg', type: 'image/jpeg', bytes } as const;
  return Promise.all(
    made
      .filter(({ plan }) => plan.files)
      .map(async ({ row: { id: caseId, receivedAt } }) => ({
        ...{ caseId, open: true, addedAt: receivedAt, addedBy: 'Người gửi' },
        ...factsOf(file, await vault.put(bytes)),
      })),
  );
};

/** 50 cases over all states and topics, with dates relative to now. */
export const seedFeedbackDemo = async (ctx: ModuleContext, tables: Tables, calendar: WorkCalendar): Promise<void> => {
  const topics = new Map((await tables.topics.many({})).map((topic) => [topic.code, topic]));
  const maker = new Maker({ now: ctx.clock.now(), calendar }, topics, await handsOf(ctx));
  const made: Made[] = [];
  for (const [index, story] of stories.entries()) {
    const plan = plans[index];
    if (plan) made.push(await maker.make(story, plan, index));
  }
  const rows = made.map(({ row, plan }) => ({
    ...row,
    mergedInto: plan.into === undefined ? null : (made[plan.into]?.row.id ?? null),
  }));
  const files = await picturesOf(ctx, made);
  const agencies = await ctx.db.rows<{ code: string; name: string }>(
    'SELECT code, short_name AS name FROM organisation_agency',
  );
  const names = new Map(agencies.map(({ code, name }) => [code, name]));
  const events: Omit<EventRow, 'id'>[] = made.flatMap((one) => linesOf(one, names));
  await ctx.uow.run(async () => {
    await tables.cases.insertMany(rows);
    await tables.events.insertMany(events.sort((one, other) => one.at.getTime() - other.at.getTime()));
    await tables.answers.insertMany(made.flatMap(answerOf));
    await tables.invitations.insertMany(made.flatMap(({ invitations }) => invitations));
    await tables.files.insertMany(files);
    await tables.words.insertMany(
      rows.flatMap((row) => wordsOf(row).map((word) => ({ word, caseId: row.id, receivedAt: row.receivedAt }))),
    );
  });
};
