import { z } from 'zod';
import { parseNetwork, type Network } from '../../core/address.js';
import { TOTP_POLICIES, type TotpPolicy } from './totp.rules.js';

const namesOf = (list: string): string[] =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

/** Networks as CIDR separated by commas. */
const networks = (variable: string) =>
  z
    .string()
    .default('')
    .refine((list) => namesOf(list).every((name) => parseNetwork(name)), {
      error: `${variable} must be CIDR ranges separated by commas, e.g. 203.0.113.0/24`,
    })
    .transform((list): Network[] => namesOf(list).flatMap((name) => parseNetwork(name) ?? []));

/** Environment of this module. */
export const authSettings = z
  .object({
    NODE_ENV: z.string().optional(),
    SIGN_IN_NETWORKS: z.string().optional().pipe(networks('SIGN_IN_NETWORKS')),
    OFFICER_NETWORKS: z.string().optional().pipe(networks('OFFICER_NETWORKS')),
    OFFICER_TOTP: z.enum(TOTP_POLICIES, `OFFICER_TOTP must be ${TOTP_POLICIES.join(', ')}`).optional(),
  })
  .transform((env): AuthSettings => ({
    networks: env.SIGN_IN_NETWORKS,
    officerNetworks: env.OFFICER_NETWORKS,
    totp: env.OFFICER_TOTP ?? (env.NODE_ENV === 'production' ? 'required-roles' : 'off'),
  }));

export interface AuthSettings {
  /** Networks in which many people share few addresses: their tries count together. */
  readonly networks: readonly Network[];
  /** Networks from which pages of officers may be opened; from everywhere when empty. */
  readonly officerNetworks: readonly Network[];
  readonly totp: TotpPolicy;
}
