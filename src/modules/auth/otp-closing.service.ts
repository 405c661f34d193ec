import { Op } from 'sequelize';
import type { Clock } from '../../core/clock.js';
import type { Table } from '../../core/db/table.js';
import type { ChallengeRow, CodeRow, QuotaRow } from './otp.model.js';
import { PURPOSES } from './otp.rules.js';

/** The end of codes that nobody may confirm any more, because the account has moved on. */
export interface OtpClosing {
  /** Joins the unit of work: whatever waits for a code of this account is over. */
  close(subject: string): Promise<void>;
  /** Joins the unit of work: nothing about codes of this account is left. */
  forget(subject: string): Promise<void>;
}

export interface OtpClosingParts {
  readonly challenges: Table<ChallengeRow>;
  readonly codes: Table<CodeRow>;
  readonly quotas: Table<QuotaRow>;
  readonly clock: Clock;
}

/** What a challenge keeps once it is over: no payload, no phone. */
export const closed = (now: Date): Partial<ChallengeRow> => ({ closedAt: now, payload: '{}', phone: null });

export const quotaName = (purpose: string, subject: string): string => `${purpose}:${subject}`;

export const createOtpClosing = ({ challenges, codes, quotas, clock }: OtpClosingParts): OtpClosing => ({
  close: async (subject) => void (await challenges.change(closed(clock.now()), { subject, closedAt: null })),
  forget: async (subject) => {
    await challenges.remove({ subject });
    await codes.remove({ subject });
    await quotas.remove({ name: { [Op.in]: Object.keys(PURPOSES).map((purpose) => quotaName(purpose, subject)) } });
  },
});
