import { randomCode } from '../../core/ids.js';
import type { ModuleContext } from '../../core/module.js';
import { paths } from './paths.js';
import { secretFrom } from './registration.rules.js';

/** Characters of a repair code. */
const LENGTH = 8;

/**
 * What opens a refused dossier for its correction: a code for the SMS, and a link whose secret follows from dossier and
 * code by a keyed hash. Stored is only a hash of the secret, so neither can be read from the database.
 */
export const repairKeysOf = ({ keyedHash, publicUrl }: Pick<ModuleContext, 'keyedHash' | 'publicUrl'>) => {
  const secretOf = (dossierId: string, code: string): string =>
    secretFrom(keyedHash('registration.repair-secret', `${dossierId} ${code}`));

  /** Under which a dossier that waits for its correction is found. */
  const hashOf = (secret: string): string => keyedHash('registration.repair', secret);

  /** The secret of the pages behind **Gửi lại hồ sơ**; whoever sent the correction knows it, and nobody else. */
  const sentSecretOf = (secret: string): string => secretFrom(keyedHash('registration.repaired', secret));

  /** A new code and link, and what is stored of them. */
  const fresh = (dossierId: string) => {
    const repairCode = randomCode(LENGTH);
    const secret = secretOf(dossierId, repairCode);
    return { repairHash: hashOf(secret), told: { repairCode, repairLink: publicUrl + paths.repair(secret) } };
  };

  return { secretOf, hashOf, sentSecretOf, fresh };
};
export type RepairKeys = ReturnType<typeof repairKeysOf>;
