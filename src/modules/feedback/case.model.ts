import type { Sequelize } from 'sequelize';
import { code, count, day, flag, id, instant, longText, optional, text, unique } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';
import type { CaseState } from './state.rules.js';

export type Channel = 'web' | 'phone' | 'desk';
/** Why a case ended without an answer of ours: what the law sends to its own procedure, or what nobody meant. */
export type Outcome = 'complaint' | 'denunciation' | 'spam';

/** One piece of feedback, from intake to closing. */
export interface CaseRow {
  id: string;
  /** PA- and eight signs: with the phone it opens the page of tracking. */
  code: string;
  /** The province that received it and answers for all of it. The engine refuses every change (migration `freeze`). */
  ownerAgency: string;
  /** The agency within the owner's subtree whose officers work on it. */
  handlingAgency: string;
  /** The unit that watches, by topic. */
  monitorAgency: string;
  topicCode: string;
  state: CaseState;
  channel: Channel;
  complex: boolean;
  senderName: string;
  phone: string;
  email: string | null;
  address: string;
  /** Empty where none was told. */
  insuranceNumber: string;
  /** The sender gave no name: no answer of his may hold personal data. */
  anonymous: boolean;
  /** Signed in, or shown to an officer: the person is who he says. */
  verified: boolean;
  provinceCode: string;
  communeCode: string;
  /** Where it happened, in words. */
  place: string;
  /** The agency it complains of; never an owner. */
  aboutAgency: string | null;
  title: string;
  body: string;
  /** What it comes from, in words of the page: a row of a record, a talk with the chat. */
  origin: 'form' | 'record' | 'chat' | 'seen' | 'support';
  reference: string;
  receivedAt: Date;
  /** The officer who took it in by phone or at the desk; empty for the web. */
  receivedBy: string;
  classifyBy: Date;
  answerBy: Date;
  /** The next moment that somebody of ours must keep; null while the citizen is asked, and behind the answer. */
  dueAt: Date | null;
  /** Since when the clock stands still because the citizen is asked. */
  pausedAt: Date | null;
  extendedAt: Date | null;
  extensionReason: string;
  assigneeId: string | null;
  assigneeName: string | null;
  answeredAt: Date | null;
  /** Office time from intake (or reopening) to the answer. */
  answerMinutes: number | null;
  /** Whether the answer went out in time; null before it. */
  onTime: boolean | null;
  closedAt: Date | null;
  reopenedAt: Date | null;
  reopens: number;
  /** How often it went from one hand to another: other officer, other office, invitation. */
  handOffs: number;
  /** Answers that were let through against the rule on passing people on. */
  overrides: number;
  /** How loudly the next deadline was told: 0 not at all, 1 its officer, 2 leaders, 3 the monitor. */
  escalation: number;
  /** The urging of a monitor that stands: what, until when. */
  urgedAt: Date | null;
  urgedBy: string | null;
  urgedText: string | null;
  urgedUntil: string | null;
  /** Since when an officer's proposal to end it without an answer of ours waits for a leader. Its reason is in the timeline. */
  spamAskedAt: Date | null;
  /** What is proposed. */
  askedOutcome: Outcome | null;
  outcome: Outcome | null;
  mergedInto: string | null;
  /** 1 to 5. */
  satisfaction: number | null;
  satisfactionNote: string;
  solved: boolean | null;
  /** When the question whether it is solved went out. */
  followedUpAt: Date | null;
  version: number;
  updatedAt: Date;
}

const contact = () => ({
  senderName: text(120),
  phone: code(15),
  email: optional(text(254)),
  address: text(240),
  insuranceNumber: code(10),
  anonymous: flag(),
  verified: flag(),
});

const clocks = () => ({
  receivedAt: instant(),
  receivedBy: text(160),
  classifyBy: instant(),
  answerBy: instant(),
  dueAt: optional(instant()),
  pausedAt: optional(instant()),
  extendedAt: optional(instant()),
  extensionReason: text(500),
  assigneeId: optional(code(36)),
  assigneeName: optional(text(160)),
  answeredAt: optional(instant()),
  onTime: optional(flag()),
  closedAt: optional(instant()),
  reopenedAt: optional(instant()),
});

export const caseTable = (sequelize: Sequelize): Table<CaseRow> =>
  defineTable<CaseRow>(sequelize, 'feedback_case', {
    id: id(),
    code: unique(code(12)),
    ownerAgency: code(5),
    handlingAgency: code(5),
    monitorAgency: code(5),
    topicCode: code(40),
    state: code(24),
    channel: code(8),
    complex: flag(),
    ...contact(),
    provinceCode: code(2),
    communeCode: code(5),
    place: text(240),
    aboutAgency: optional(code(5)),
    title: text(150),
    body: longText(),
    origin: code(10),
    reference: text(2_000),
    ...clocks(),
    reopens: count(),
    handOffs: count(),
    overrides: count(),
    escalation: count(),
    urgedAt: optional(instant()),
    urgedBy: optional(text(160)),
    urgedText: optional(text(500)),
    urgedUntil: optional(day()),
    spamAskedAt: optional(instant()),
    askedOutcome: optional(code(12)),
    answerMinutes: { ...optional(count()), defaultValue: null },
    outcome: optional(code(12)),
    mergedInto: optional(code(36)),
    satisfaction: { ...optional(count()), defaultValue: null },
    satisfactionNote: text(500),
    solved: { ...optional(flag()), defaultValue: null },
    followedUpAt: optional(instant()),
    version: count(),
    updatedAt: instant(),
  });
