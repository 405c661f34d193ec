import type { MemberRegistry, RegistryEntry } from '../../contracts/records.js';
import type { Logger } from '../../core/log.js';

/** What the member registry (Hệ thống HGĐ) said. */
export type RegistryAnswer =
  | { readonly kind: 'found'; readonly entry: RegistryEntry }
  | { readonly kind: 'missing' }
  /** It did not answer in time; nothing may be decided. */
  | { readonly kind: 'down' };

/** Longer than this no officer should look at a page that does not come. */
const DEADLINE = 3_000;

export type AskRegistry = (insuranceNumber: string) => Promise<RegistryAnswer>;

/** Asks the registry with a deadline; never throws. Always outside a unit of work. */
export const createRegistryQuestion = (registry: MemberRegistry, log: Logger, deadline = DEADLINE): AskRegistry => {
  const late = (): { promise: Promise<RegistryAnswer>; stop: () => void } => {
    let timer: NodeJS.Timeout | undefined;
    const promise = new Promise<RegistryAnswer>((resolve) => {
      timer = setTimeout(() => resolve({ kind: 'down' }), deadline);
    });
    return { promise, stop: () => clearTimeout(timer) };
  };
  return async (insuranceNumber) => {
    const limit = late();
    try {
      const answer = registry
        .find(insuranceNumber)
        .then((entry): RegistryAnswer => (entry ? { kind: 'found', entry } : { kind: 'missing' }));
      return await Promise.race([answer, limit.promise]);
    } catch (error) {
      log.warn({ err: error }, 'member registry not reachable');
      return { kind: 'down' };
    } finally {
      limit.stop();
    }
  };
};
