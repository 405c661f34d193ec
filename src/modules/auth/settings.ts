import { z } from 'zod';
import { parseNetwork, type Network } from './address.rules.js';

/** Environment of this module: networks in which many people share few addresses, as CIDR separated by commas. */
export const authSettings = z
  .object({
    SIGN_IN_NETWORKS: z.string().default(''),
  })
  .transform(({ SIGN_IN_NETWORKS: list }, context): AuthSettings => {
    const names = list
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean);
    const networks = names.flatMap((name) => parseNetwork(name) ?? []);
    if (networks.length < names.length)
      context.addIssue({
        code: 'custom',
        path: ['SIGN_IN_NETWORKS'],
        message: 'SIGN_IN_NETWORKS must be CIDR ranges separated by commas, e.g. 203.0.113.0/24',
      });
    return { networks };
  });

export interface AuthSettings {
  readonly networks: readonly Network[];
}
