import type { Messenger } from '../../contracts/notification.js';
import type { ModuleContext } from '../../core/module.js';
import type { AccountQueries } from './account.queries.js';
import { createCodes } from './codes.service.js';
import { createOtpClosing } from './otp-closing.service.js';
import { createOtpGuesses } from './otp-guess.service.js';
import { challengeTable, codeTable, quotaTable } from './otp.model.js';
import { createOtp } from './otp.service.js';

export interface OtpWiringParts {
  readonly context: Pick<ModuleContext, 'db' | 'uow' | 'clock' | 'outbox' | 'keyedHash'>;
  readonly queries: AccountQueries;
  readonly messenger: Messenger;
}

/** One-time codes: asking, comparing, ending, and the port for other modules. */
export const wireOtp = ({ context, queries, messenger }: OtpWiringParts) => {
  const { db, uow, clock, outbox } = context;
  const tables = {
    challenges: challengeTable(db.sequelize),
    codes: codeTable(db.sequelize),
    quotas: quotaTable(db.sequelize),
  };
  const phoneOf = async (subject: string): Promise<string | undefined> => (await queries.byId(subject))?.phone;
  const keyedHash = (purpose: string, value: string): string => context.keyedHash(purpose, value);
  const parts = { ...tables, db, uow, clock, outbox, messenger, phoneOf, keyedHash };
  const [otp, guesses] = [createOtp(parts), createOtpGuesses(parts)];
  return {
    tables,
    phoneOf,
    otp,
    guesses,
    closing: createOtpClosing(parts),
    port: createCodes({ otp, guesses, phoneOf }),
  };
};
