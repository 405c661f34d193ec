import { z } from 'zod';
import { defineEvent, definePort } from '../core/contract.js';

export type DossierState = 'declared' | 'handed_in' | 'in_review' | 'approved' | 'refused' | 'expired';
/** **Trạng thái** as citizens and officers see it, on every page alike: colour, icon and word of a tag. */
export const stateTags = {
  declared: { kind: 'new', icon: 'pencil', text: 'Mới kê khai' },
  handed_in: { kind: 'info', icon: 'inbox-fill', text: 'Đã nộp' },
  in_review: { kind: 'work', icon: 'hourglass-split', text: 'Đang xử lý' },
  approved: { kind: 'ok', icon: 'check-circle-fill', text: 'Đã duyệt' },
  refused: { kind: 'bad', icon: 'x-octagon-fill', text: 'Từ chối' },
  expired: { kind: 'off', icon: 'calendar-x', text: 'Hết hạn' },
} as const satisfies Record<DossierState, { kind: string; icon: string; text: string }>;

export type DossierKind = 'new' | 'change' | 'stop';
export type AssessmentState = 'none' | 'valid' | 'invalid';
export type PictureKind = 'portrait' | 'front' | 'back';

/** One dossier with all its declared data, as review needs it. */
export interface Dossier {
  readonly id: string;
  /** NNNNN/YYYY/AAAAA. */
  readonly number: string;
  readonly kind: DossierKind;
  readonly state: DossierState;
  readonly assessment: AssessmentState;
  readonly agencyCode: string;
  readonly insuranceNumber: string;
  readonly fullName: string;
  /** As declared: dd/mm/yyyy, mm/yyyy or yyyy. */
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
  readonly paperNumber: string;
  readonly phone: string;
  readonly email: string | null;
  readonly provinceCode: string;
  readonly communeCode: string;
  readonly street: string;
  /** Street, commune and province in one line. */
  readonly address: string;
  readonly declaredAt: Date;
  /** Last day it can be handed in. */
  readonly lastDay: string;
  readonly handedInAt: Date | null;
  readonly handedInBy: string | null;
  readonly papersSeen: string | null;
  readonly reviewerId: string | null;
  readonly reviewerName: string | null;
  readonly reviewedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly decidedByName: string | null;
  readonly reason: string | null;
  readonly version: number;
  /** What a request of kind `change` asks for, old and new; phone, e-mail and address of the dossier stay those on file. */
  readonly changes: readonly DossierChange[];
  /** Who filled in the form: nobody's name where the person did. */
  readonly declaredByName: string | null;
}

/** Contact data that a request can change. */
export type ChangedField = 'phone' | 'email' | 'address';
export interface DossierChange {
  readonly field: ChangedField;
  readonly from: string;
  readonly to: string;
}

export interface DossierPicture {
  readonly id: string;
  readonly kind: PictureKind;
  readonly name: string;
  readonly type: 'image/jpeg' | 'application/pdf';
  /** Key in the vault. */
  readonly fileId: string;
  /** 0, 90, 180 or 270 degrees clockwise. */
  readonly rotation: number;
  readonly addedAt: Date;
  readonly addedBy: string;
  /** False for pictures that were replaced: they stay in the history. */
  readonly current: boolean;
}

export interface DossierEvent {
  readonly at: Date;
  readonly actorName: string;
  /** Vietnamese, ready to show: "Nộp hồ sơ có chữ ký". */
  readonly title: string;
  readonly note: string;
}

/** What the list of officers asks for. */
export interface DossierFilter {
  /** The officer's own subtree; always applied. */
  readonly agencies: readonly string[] | 'all';
  readonly number?: string;
  readonly insuranceNumber?: string;
  /** Days of declaring, yyyy-mm-dd, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly assessment?: AssessmentState;
  readonly state?: DossierState;
  readonly kind?: DossierKind;
  readonly agencyCode?: string;
  /** Each word is the start of a word of the name, without accents. */
  readonly name?: string;
  /** One of the work lists, beside the other conditions. */
  readonly work?: { readonly list: WorkList; readonly at: WorkMoment };
}

/**
 * Work lists: come in today (declared or handed in), ready to be worked on (handed in, in review), waiting for the
 * citizen (declared, refused and to be corrected), overdue (ready for longer than the setting allows).
 */
export type WorkList = 'today' | 'ready' | 'citizen' | 'overdue';

/** Time from handing in to decision of what was decided within a span, in milliseconds. */
export interface DecisionTimes {
  readonly decided: number;
  /** Median and the value nine in ten stay under; null when nothing was decided. */
  readonly median: number | null;
  readonly ninetieth: number | null;
  /** Decided within an hour ("thực hiện ngay"). */
  readonly atOnce: number;
}

export interface DossierListRow {
  readonly id: string;
  readonly number: string;
  readonly kind: DossierKind;
  readonly state: DossierState;
  readonly assessment: AssessmentState;
  readonly agencyCode: string;
  readonly insuranceNumber: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly phone: string;
  readonly declaredAt: Date;
  readonly handedInAt: Date | null;
  readonly decidedAt: Date | null;
  readonly lastDay: string;
  readonly reviewerName: string | null;
}

export interface DossierPage {
  readonly rows: readonly DossierListRow[];
  /** Cursors for "Trang sau" and "Trang trước"; undefined at the ends. */
  readonly next?: string;
  readonly previous?: string;
  /** It was looked no further than to dossiers of this moment: others that fit may lie beyond, where `next` goes on. */
  readonly reached?: Date;
}

/** Questions about dossiers. */
export interface DossierQueries {
  list(filter: DossierFilter, cursor: { after?: string; before?: string; limit: number }): Promise<DossierPage>;
  /** Numbers by state within the agencies, for menu and head of the list; counted as far as `countUpTo` goes. */
  counts(agencies: readonly string[] | 'all'): Promise<Readonly<Record<DossierState, number>>>;
  /** The dossier if it lies within the agencies. */
  find(id: string, agencies: readonly string[] | 'all'): Promise<Dossier | undefined>;
  /** Whatever agency it lies with: exact dossier number and insurance number, declared only. */
  findForeign(number: string, insuranceNumber: string): Promise<Dossier | undefined>;
  pictures(dossierId: string): Promise<readonly DossierPicture[]>;
  history(dossierId: string): Promise<readonly DossierEvent[]>;
  /** Other dossiers of the same insurance number or the same phone, newest first. */
  related(dossier: Dossier): Promise<readonly DossierListRow[]>;
  /** Numbers of the work lists, counted as far as `countUpTo` goes. */
  workCounts(agencies: readonly string[] | 'all', at: WorkMoment): Promise<Readonly<Record<WorkList, number>>>;
  /** Handed in or in review, the longest waiting first. */
  longestWaiting(agencies: readonly string[] | 'all', limit: number): Promise<readonly DossierListRow[]>;
  decisionTimes(agencies: readonly string[] | 'all', from: Date, to: Date): Promise<DecisionTimes>;
  /** The approved registration behind an account, with its current pictures, whatever agency it lies with. */
  approved(insuranceNumber: string): Promise<Dossier | undefined>;
}

/** The day (yyyy-mm-dd) and the moments work lists are counted by. */
export interface WorkMoment {
  readonly today: string;
  /** Handed in before it and not decided: overdue. */
  readonly overdueBefore: Date;
  /** Refused since then: can still be corrected. */
  readonly refusedSince: Date;
}
export const dossierQueries = definePort<DossierQueries>('registration.queries');

/** Which dossier, and the version the caller has seen. */
export interface DossierRef {
  readonly id: string;
  readonly version: number;
}

/**
 * Steps of a dossier. All join the unit of work at hand, write their line of history, and throw ConflictError with
 * who and when if somebody was first. The acting officer is taken from the request context.
 */
export interface DossierSteps {
  handIn(ref: DossierRef, papersSeen: string): Promise<void>;
  take(ref: DossierRef): Promise<void>;
  release(ref: DossierRef): Promise<void>;
  /** From another agency: its agency becomes `agencyCode`, the number stays. */
  receive(ref: DossierRef, agencyCode: string): Promise<void>;
  approve(ref: DossierRef): Promise<void>;
  /** Code and link are empty for requests of kind `change` and `stop`: those are made anew, not corrected. */
  refuse(ref: DossierRef, refusal: Refusal): Promise<{ repairCode: string; repairLink: string }>;
  /** A new code and link for a refused dossier; the earlier ones are dead. ConflictError when there is nothing to correct. */
  renewRepair(ref: DossierRef): Promise<{ repairCode: string; repairLink: string }>;
  /** Refuses every open change request of the person, without assessment; returns how many. The phone has changed otherwise. */
  cancelChanges(insuranceNumber: string, reason: string): Promise<number>;
  /** Line of history without a change of state: "not in the registry". */
  note(id: string, title: string, note: string): Promise<void>;
  /** Stores the bytes of a new picture, before a unit of work begins; removed again when none names it within the hour. */
  storePicture(bytes: Buffer): Promise<string>;
  replacePicture(ref: DossierRef, picture: NewPicture): Promise<void>;
  /** The same on an approved dossier: at the desk, when a person gets a new phone. The old picture stays in the history. */
  replaceApprovedPicture(ref: DossierRef, picture: NewPicture): Promise<void>;
  /** Keeps the turn of a picture. */
  rotatePicture(dossierId: string, pictureId: string, rotation: number): Promise<void>;
}
export interface NewPicture {
  readonly kind: PictureKind;
  readonly name: string;
  readonly type: DossierPicture['type'];
  readonly fileId: string;
}
export interface Refusal {
  readonly reason: string;
  /** ASCII, at most 60 characters, no personal data. */
  readonly shortReason: string;
  /** Names of the fields to be corrected. */
  readonly fields: readonly string[];
  /** Corrected dossiers count as handed in: no new paper needed. */
  readonly withoutNewPaper: boolean;
}
export const dossierSteps = definePort<DossierSteps>('registration.steps');

export const dossierDeclared = defineEvent(
  'registration.declared',
  z.object({ dossierId: z.string(), agencyCode: z.string(), declaredAt: z.string() }),
);
export const dossierDecided = defineEvent(
  'registration.decided',
  z.object({
    dossierId: z.string(),
    agencyCode: z.string(),
    state: z.enum(['approved', 'refused']),
    decidedAt: z.string(),
  }),
);
