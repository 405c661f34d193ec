import type { Sequelize } from 'sequelize';
import type { AssessmentState, DossierKind, DossierState } from '../../contracts/registration.js';
import { code, count, day, flag, id, instant, json, longText, optional, text, unique } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** A dossier as stored. After the purge only number, agency, days, states and keyed hashes are left. */
export interface DossierRow {
  id: string;
  number: string;
  /** Keyed hash of the secret in the address of the received page; null where nobody declared on-line. */
  receivedHash: string | null;
  kind: DossierKind;
  state: DossierState;
  assessment: AssessmentState;
  agencyCode: string;
  insuranceNumber: string;
  fullName: string;
  birthDate: string;
  sex: 'male' | 'female';
  paperNumber: string;
  phone: string;
  /** Keyed hash of the phone: tracking works by it, also when the phone itself is gone. */
  phoneHash: string;
  email: string | null;
  provinceCode: string;
  communeCode: string;
  street: string;
  address: string;
  declaredAt: Date;
  declaredDay: string;
  lastDay: string;
  remindedOn: string | null;
  handedInAt: Date | null;
  handedInBy: string | null;
  papersSeen: string | null;
  reviewerId: string | null;
  reviewerName: string | null;
  reviewedAt: Date | null;
  decidedAt: Date | null;
  decidedByName: string | null;
  reason: string | null;
  /** JSON list of field names to be corrected. */
  wrongFields: string;
  withoutNewPaper: boolean;
  /** Keyed hash of the secret that opens a refused dossier for its correction; null once it was used. */
  repairHash: string | null;
  /** Keyed hash of the secret behind which whoever corrected the dossier finds it again. */
  repairedHash: string | null;
  /** JSON list of what a request of kind `change` asks for, with old and new values; null for the other kinds. */
  changes: string | null;
  /** The officer who filled in the form for the person; null where he did it himself. */
  declaredByName: string | null;
  /** Number and kind while a request of an account is open: unique, so that a person has one at a time. */
  openKey: string | null;
  purgedAt: Date | null;
  version: number;
}

export const dossierTable = (sequelize: Sequelize): Table<DossierRow> =>
  defineTable<DossierRow>(sequelize, 'registration_dossier', {
    id: id(),
    number: unique(code(20)),
    receivedHash: optional(unique(code(64))),
    kind: code(10),
    state: code(12),
    assessment: code(10),
    agencyCode: code(10),
    insuranceNumber: code(10),
    fullName: text(100),
    birthDate: code(10),
    sex: code(6),
    paperNumber: code(20),
    phone: code(15),
    phoneHash: code(64),
    email: optional(text(120)),
    provinceCode: code(10),
    communeCode: code(10),
    street: text(200),
    address: text(400),
    declaredAt: instant(),
    declaredDay: day(),
    lastDay: day(),
    remindedOn: optional(day()),
    handedInAt: optional(instant()),
    handedInBy: optional(text(120)),
    papersSeen: optional(text(200)),
    reviewerId: optional(code(36)),
    reviewerName: optional(text(120)),
    reviewedAt: optional(instant()),
    decidedAt: optional(instant()),
    decidedByName: optional(text(120)),
    reason: optional(longText()),
    wrongFields: json(),
    withoutNewPaper: flag(),
    repairHash: optional(code(64)),
    repairedHash: optional(code(64)),
    changes: optional(json()),
    declaredByName: optional(text(120)),
    openKey: optional(code(30)),
    purgedAt: optional(instant()),
    version: count(),
  });
