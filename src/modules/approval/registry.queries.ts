import type { MemberRegistry, RegistryEntry } from '../../contracts/records.js';
import type { Logger } from '../../core/log.js';

/** What the member registry (Hệ thống HGĐ) said. */
export type RegistryAnswer =
  | { readonly kind: 'found'; readonly entry: RegistryEntry }
  | { readonly kind: 'missing' }
  /** It did not answer in time; nothing may be decided. */
  | { readonly kind: 'down' };

export type AskRegistry = (insuranceNumber: string) => Promise<RegistryAnswer>;

/** Asks the registry, which has a deadline of its own; never throws. Always outside a unit of work. */
export const createRegistryQuestion =
  (registry: MemberRegistry, log: Logger): AskRegistry =>
  async (insuranceNumber) => {
    try {
      const entry = await registry.find(insuranceNumber);
      return entry ? { kind: 'found', entry } : { kind: 'missing' };
    } catch (error) {
      log.warn({ err: error }, 'member registry not reachable');
      return { kind: 'down' };
    }
  };
