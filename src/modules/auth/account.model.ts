import { literal, type Sequelize } from 'sequelize';
import { code, count, flag, id, instant, optional, text, unique } from '../../core/db/columns.js';
import { defineTable, type Table } from '../../core/db/table.js';

/** A citizen's account. Its epoch is the one live session: whoever holds an older one is signed out. */
export interface AccountRow {
  id: string;
  insuranceNumber: string;
  citizenId: string | null;
  fullName: string;
  phone: string;
  email: string | null;
  /** Nobody gets into a locked account until it has a new password. */
  state: 'active' | 'locked';
  passwordHash: string;
  passwordKind: 'one-time' | 'chosen';
  passwordSetAt: Date;
  /** Only the change page and sign-out answer until a new password is confirmed. */
  mustChange: boolean;
  /** The last reminder sent for this password, in days before its end; NOT_REMINDED while there was none. */
  remindedDays: number;
  epoch: number;
  /** The live device; empty when nobody is signed in. */
  deviceLabel: string;
  deviceSince: Date | null;
  deviceSeenAt: Date | null;
  createdAt: Date;
  lastSignInAt: Date | null;
}

/** Larger than every reminder, so that each one counts down from it. */
export const NOT_REMINDED = 999;

/** In an update: the next epoch, whatever the row's is by then. Every session that carries an older one is over. */
const NEXT_EPOCH = literal('epoch + 1') as unknown as number;

/** What every update sets that signs everybody out. */
export const SIGNED_OUT: Pick<AccountRow, 'epoch' | 'deviceLabel' | 'deviceSince' | 'deviceSeenAt'> = {
  epoch: NEXT_EPOCH,
  deviceLabel: '',
  deviceSince: null,
  deviceSeenAt: null,
};

export const accountTable = (sequelize: Sequelize): Table<AccountRow> =>
  defineTable<AccountRow>(sequelize, 'auth_account', {
    id: id(),
    insuranceNumber: unique(code(10)),
    citizenId: optional(unique(code(12))),
    fullName: text(120),
    phone: unique(code(10)),
    email: optional(code(254)),
    state: code(10),
    passwordHash: code(200),
    passwordKind: code(10),
    passwordSetAt: instant(),
    mustChange: flag(),
    remindedDays: count(NOT_REMINDED),
    epoch: count(),
    deviceLabel: text(80),
    deviceSince: optional(instant()),
    deviceSeenAt: optional(instant()),
    createdAt: instant(),
    lastSignInAt: optional(instant()),
  });
