import { settingNames, type DatedSettings } from '../../contracts/organisation.js';
import { dayOf } from '../../core/clock.js';
import { isSameHash } from '../../core/keyring.js';
import type { ModuleContext } from '../../core/module.js';
import type { DossierRow } from './dossier.model.js';
import type { OwnDossierQueries } from './own-dossier.queries.js';
import type { RepairAttempts } from './repair-attempt.service.js';
import type { RepairKeys } from './repair-key.service.js';
import { isRepairOver } from './repair.rules.js';

export interface LinkParts {
  readonly queries: OwnDossierQueries;
  readonly settings: DatedSettings;
  readonly keys: RepairKeys;
  readonly attempts: RepairAttempts;
  /** Under which the received page finds a dossier. */
  receivedHash(secret: string): string;
}

/** Opens refused dossiers to those who were told the code or the link. */
export const repairLinksOf = ({ clock }: Pick<ModuleContext, 'clock'>, parts: LinkParts) => {
  const { queries, settings, keys, attempts } = parts;

  const isOver = async ({ decidedAt }: DossierRow): Promise<boolean> => {
    const today = dayOf(clock.now());
    return isRepairOver(decidedAt, await settings.number(settingNames.refusedPurgeDays, today), today);
  };

  /** The dossier behind a link; nothing once it was corrected, given a new code, past its time or erased. */
  const find = async (secret: string): Promise<DossierRow | undefined> => {
    const dossier = await queries.byRepairHash(keys.hashOf(secret));
    return dossier && !(await isOver(dossier)) ? dossier : undefined;
  };

  /** The secret of the link, for number and code; nothing when they do not fit. TooManyError after too many guesses. */
  const open = async (number: string, code: string, ip: string): Promise<string | undefined> => {
    const bucket = await attempts.take(number, ip);
    const dossier = await queries.byNumber(number);
    const secret = keys.secretOf(dossier?.id ?? '', code);
    const asked = keys.hashOf(secret);
    const right = isSameHash(asked, dossier?.repairHash ?? '0'.repeat(asked.length));
    if (!right || !(await find(secret))) return undefined;
    await attempts.clear(bucket);
    return secret;
  };

  /** The dossier that was corrected, by the secret of the pages behind **Gửi lại hồ sơ**. */
  const corrected = (sentSecret: string): Promise<DossierRow | undefined> =>
    queries.byRepairedHash(parts.receivedHash(sentSecret));

  return { find, open, corrected, sentSecretOf: keys.sentSecretOf };
};
export type RepairLinks = ReturnType<typeof repairLinksOf>;
